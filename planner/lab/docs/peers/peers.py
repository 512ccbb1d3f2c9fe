#!/usr/bin/python3
"""Kiungo beside open peers on published instances, on the same machine, one thread each.

Peers: HiGHS (command `highs`) on Steiner trees as directed multicommodity flow and on
uncapacitated location in its strong formulation, gap tolerance zero; the solver SCIP inside
OR-Tools on the same models; jgrapht's Kou-Markowsky-Berman heuristic on Steiner trees. Whatever does not finish, or has no solution when
the time is up, is printed as such.

  peers.py --jar web/target/kiungo.jar --data ../shared/data/benchmarks \\
           --jgrapht jgrapht-core-1.5.3.jar:jheaps-0.14.jar:apfloat-1.14.0.jar \\
           --ortools 'folder of com.google.ortools:ortools-java:9.15.6755 and what it needs/*' \\
           --seconds 60 steiner-B steiner-C uflp > peers.tsv
"""
import argparse
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, seconds, folder=None):
    """Output of a command, or what stopped it; and its wall-clock seconds."""
    start = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, cwd=folder)
        answered = done.returncode == 0 or "Primal bound" in done.stdout
        output = done.stdout if answered else None
        failure = (done.stderr.strip().splitlines() or ["exit %d" % done.returncode])[-1]
    except subprocess.TimeoutExpired:
        output, failure = None, "not finished"
    return output, failure, time.monotonic() - start


def kiungo(jar, family, path, seconds, known):
    command = ["java", "-Xmx2g", "-jar", jar, "benchmark", "--family", family, "--instance", path]
    command += ["--seconds", str(seconds), "--known", str(known)]
    output, failure, _ = run(command, 2 * seconds + 60)
    if output is None:
        return None, None, failure, None
    line = json.loads(output)
    return line["value"], line["bound"], "", line["seconds"]


def jgrapht(classpath, path, seconds):
    command = ["java", "-Xmx2g", "-cp", classpath, os.path.join(HERE, "Kmb.java"), path]
    output, failure, took = run(command, seconds)
    if output is None:
        return None, None, failure, took
    value, inside = output.split()
    return float(value), None, "", float(inside)


def highs(model, seconds):
    with tempfile.TemporaryDirectory() as folder:
        lp = os.path.join(folder, "model.lp")
        options = os.path.join(folder, "options")
        with open(lp, "w") as out:
            model(out)
        with open(options, "w") as out:
            out.write("mip_rel_gap = 0\nmip_abs_gap = 0\nthreads = 1\n")
        command = ["highs", "--time_limit", str(seconds), "--options_file", options, lp]
        output, failure, took = run(command, 2 * seconds + 60, folder)
    if output is None:
        return None, None, failure, took
    found = {key: re.search(key + r"\s+(\S+)", output) for key in ("Primal bound", "Dual bound")}
    number = {k: float(m.group(1)) if m else float("inf") for k, m in found.items()}
    value = number["Primal bound"]
    missing = abs(value) == float("inf")
    bound = number["Dual bound"]
    bound = None if abs(bound) == float("inf") else bound
    return None if missing else value, bound, "no solution in time" if missing else "", took


def ortools(classpath, model, seconds):
    with tempfile.TemporaryDirectory() as folder:
        lp = os.path.join(folder, "model.lp")
        with open(lp, "w") as out:
            model(out)
        command = ["java", "-Xmx2g", "-cp", classpath, os.path.join(HERE, "Ortools.java")]
        output, failure, took = run(command + ["SCIP", lp, str(seconds)], 2 * seconds + 60, folder)
    if output is None:
        return None, None, failure, took
    value, bound, inside = map(float, output.split())
    return value, bound, "", inside


def steiner_model(path):
    """Directed multicommodity flow from the first terminal; its relaxation is the cut bound."""
    edges, terminals = [], []
    for line in open(path, encoding="latin-1"):
        words = line.split()
        if words and words[0] == "E":
            edges.append((words[1], words[2], words[3]))
        elif words and words[0] == "T":
            terminals.append(words[1])
    arcs = [(u, v) for u, v, _ in edges] + [(v, u) for u, v, _ in edges]
    cost = [c for _, _, c in edges] * 2
    root = terminals[0]

    def write(out):
        out.write("minimize\n obj: " + " + ".join("%s y%d" % (c, a) for a, c in enumerate(cost)))
        out.write("\nsubject to\n")
        nodes = sorted({u for u, _ in arcs})
        leaving = {n: [a for a, (u, _) in enumerate(arcs) if u == n] for n in nodes}
        entering = {n: [a for a, (_, v) in enumerate(arcs) if v == n] for n in nodes}
        for t in terminals[1:]:
            for n in nodes:
                if n != root:
                    terms = ["+ x%s_%d" % (t, a) for a in entering[n]]
                    terms += ["- x%s_%d" % (t, a) for a in leaving[n]]
                    out.write(" %s = %d\n" % (" ".join(terms), 1 if n == t else 0))
            for a in range(len(arcs)):
                out.write(" x%s_%d - y%d <= 0\n" % (t, a, a))
        out.write("binary\n" + "\n".join(" y%d" % a for a in range(len(arcs))) + "\nend\n")

    return write


def location_model(path):
    """Strong formulation: no customer is served from a place that is not open."""
    words = iter(open(path).read().split())
    sites, customers = int(next(words)), int(next(words))
    fixed = []
    for _ in range(sites):
        next(words)
        fixed.append(next(words))
    cost = []
    for _ in range(customers):
        next(words)
        cost.append([next(words) for _ in range(sites)])

    def write(out):
        out.write("minimize\n obj: " + " + ".join("%s o%d" % (f, i) for i, f in enumerate(fixed)))
        for j in range(customers):
            out.write("\n + " + " + ".join("%s a%d_%d" % (cost[j][i], i, j) for i in range(sites)))
        out.write("\nsubject to\n")
        for j in range(customers):
            out.write(" " + " + ".join("a%d_%d" % (i, j) for i in range(sites)) + " = 1\n")
            for i in range(sites):
                out.write(" a%d_%d - o%d <= 0\n" % (i, j, i))
        out.write("binary\n" + "\n".join(" o%d" % i for i in range(sites)) + "\nend\n")

    return write


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ask.add_argument("--jar", required=True)
    ask.add_argument("--data", required=True, help="folder of OPTIMA.csv")
    ask.add_argument("--jgrapht", default="", help="class path of jgrapht")
    ask.add_argument("--ortools", default="", help="class path of OR-Tools")
    ask.add_argument("--seconds", type=float, default=60)
    ask.add_argument("sets", nargs="+", help="names in the first column of OPTIMA.csv")
    given = ask.parse_args()
    print("set\tinstance\tbest known\tsolver\tvalue\tbound\tover best known %\tseconds\tfailure")
    for row in csv.reader(open(os.path.join(given.data, "OPTIMA.csv"))):
        path = os.path.join(given.data, row[4]) if len(row) > 4 else ""
        if row[0] not in given.sets or not os.path.exists(path):
            continue
        known = float(re.sub(r".*;|\].*", "", row[3]))
        family = row[0].split("-")[0]
        runs = [("kiungo", kiungo(given.jar, family, path, given.seconds, known))]
        models = {"steiner": steiner_model, "uflp": location_model}
        model = models[family](path) if family in models else None
        if given.ortools and model:
            runs.append(("OR-Tools SCIP", ortools(given.ortools, model, given.seconds)))
        if family == "steiner":
            runs.append(("HiGHS", highs(model, given.seconds)))
            if given.jgrapht:
                runs.append(("jgrapht KMB", jgrapht(given.jgrapht, path, given.seconds)))
        elif family == "uflp":
            runs.append(("HiGHS", highs(model, given.seconds)))
        for solver, (value, bound, failure, took) in runs:
            over = "" if value is None else "%.4f" % (100 * (value / known - 1))
            cells = [row[0], row[1], known, solver, value, bound, over, took and round(took, 2)]
            print("\t".join("" if c is None else str(c) for c in cells + [failure]))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
