#!/usr/bin/python3
"""HiGHS (python3-highspy) on every location instance, beside what LocationInstancesBenchmark wrote.

Both run on one thread and are stopped by processor time, so that a busy machine changes nothing.
HiGHS gets the classic model in its strong formulation (x_ij <= y_j), gap tolerance zero.

  location.py highs --data ../shared/data --seconds 10 [--set pmed --set cpmp ...] --out DIR
      one TSV per set: instance, value, bound, CPU seconds; what found nothing says so
  location.py join --kiungo DIR --highs DIR --svg location.svg > location.tsv
      one row per instance with both, and the plot
"""
import argparse
import csv
import glob
import math
import os
import re
import sys
import time

SETS = ["pmed", "orlib-pmed", "cpmp", "uflp", "cflp", "sscflp-Delmaire", "sscflp-Holmberg",
        "sscflp-ORlib", "mclp", "sanfrancisco"]


def words(path):
    return open(path, encoding="latin-1").read().split()


def instances(data, name):
    """(label, path, p, radius) of a set."""
    if name == "orlib-pmed":
        return [(os.path.basename(p)[:-4], p, 0, 0)
                for p in sorted(glob.glob(os.path.join(data, "validation/orlib/pmed*.txt")))]
    if name == "sanfrancisco":
        path = glob.glob(os.path.join(data, "validation/spopt/SF_network*"))[0]
        return [(kind, path, 4, 5000) for kind in ("lscp", "mclp", "p-median", "p-centre")]
    if name == "cflp":
        name, keep = "uflp", lambda path: "capacity" not in words(path)
    else:
        keep = lambda path: True
    rows = []
    for row in csv.DictReader(open(os.path.join(data, "benchmarks/OPTIMA.csv"))):
        path = os.path.join(data, "benchmarks", row["local_path"])
        if row["family"] == name and os.path.exists(path) and keep(path):
            p = re.search(r"p=(\d+)", row["size"])
            r = re.search(r"r=([\d.]+)", row["size"])
            label = row["instance"] + (" p=" + p.group(1) if name == "mclp" else "")
            rows.append((label, path, int(p.group(1)) if p else 0, float(r.group(1)) if r else 0))
    return rows


def graph(path):
    import numpy as np
    w = words(path)
    n, p = int(w[0]), int(w[2])
    d = np.full((n, n), np.inf)
    np.fill_diagonal(d, 0)
    for k in range(3, len(w), 3):
        a, b = int(w[k]) - 1, int(w[k + 1]) - 1
        d[a, b] = d[b, a] = float(w[k + 2])
    for k in range(n):
        np.minimum(d, d[:, k:k + 1] + d[k:k + 1, :], out=d)
    return d, p


def model(name, label, path, p, radius):
    """cost[i][j], fixed[j], demand, capacity, p, everybody at exactly p, single source."""
    import numpy as np
    if name in ("pmed", "orlib-pmed"):
        d, p = graph(path)
        return d, np.zeros(len(d)), None, None, p, True
    if name == "cpmp":
        w = list(map(float, words(path)))
        n, p, q = int(w[2]), int(w[3]), w[4]
        rows = np.array(w[5:5 + 4 * n]).reshape(n, 4)
        xy = rows[:, 1:3]
        d = np.floor(np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1)))
        return d, np.zeros(n), rows[:, 3], np.full(n, q), p, True
    w = words(path)
    m, n = int(w[0]), int(w[1])
    if name in ("uflp", "cflp"):
        head = w[2:2 + 2 * m]
        cap = np.array([math.inf if x == "capacity" else float(x) for x in head[0::2]])
        fixed = np.array(list(map(float, head[1::2])))
        rest = np.array(list(map(float, w[2 + 2 * m:2 + 2 * m + n * (m + 1)]))).reshape(n, m + 1)
        with_capacity = name == "cflp"
        return (rest[:, 1:], fixed, rest[:, 0] if with_capacity else None,
                cap if with_capacity else None, 0, name != "cflp")
    lines = open(path, encoding="latin-1").read().split("\n")
    v = list(map(float, w[2:]))
    if len(lines) > 2 and len(lines[1].split()) == 2 and len(lines[2].split()) == 2 and m != 2:
        cap, fixed = np.array(v[0:2 * m:2]), np.array(v[1:2 * m:2])
        demand = np.array(v[2 * m:2 * m + n])
        cost = np.array(v[2 * m + n:2 * m + n + m * n]).reshape(m, n).T
    else:
        cap, fixed = np.array(v[:m]), np.array(v[m:2 * m])
        demand = np.array(v[2 * m:2 * m + n])
        cost = np.array(v[2 * m + n:2 * m + n + m * n]).reshape(n, m)
    return cost, fixed, demand, cap, 0, True


def solver(seconds, start):
    import highspy
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    h.setOptionValue("mip_rel_gap", 0.0)
    h.setOptionValue("mip_abs_gap", 0.0)

    def interrupt(kind, message, out, inp, user):
        if time.process_time() - start > seconds:
            inp.user_interrupt = True

    h.setCallback(interrupt, None)
    for kind in (highspy.cb.HighsCallbackType.kCallbackMipInterrupt,
                 highspy.cb.HighsCallbackType.kCallbackSimplexInterrupt):
        h.startCallback(kind)
    return h


def answer(h, start, maximise=False):
    h.run()
    info = h.getInfo()
    value, bound = info.objective_function_value, info.mip_dual_bound
    found = info.primal_solution_status == 2
    return (value if found else None, bound if abs(bound) < 1e29 else None,
            time.process_time() - start)


def load(h, cols, cost, integer, rows, maximise=False):
    """rows: list of (low, high, columns, values)."""
    import highspy
    import numpy as np
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = cols, len(rows)
    lp.col_cost_ = cost
    lp.col_lower_, lp.col_upper_ = np.zeros(cols), np.ones(cols)
    lp.row_lower_ = np.array([r[0] for r in rows], dtype=float)
    lp.row_upper_ = np.array([r[1] for r in rows], dtype=float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(r[2]) for r in rows])]).astype(np.int32)
    lp.a_matrix_.index_ = np.concatenate([r[2] for r in rows]).astype(np.int32)
    lp.a_matrix_.value_ = np.concatenate([r[3] for r in rows]).astype(float)
    lp.integrality_ = [highspy.HighsVarType.kInteger if k < integer else
                       highspy.HighsVarType.kContinuous for k in range(cols)]
    if maximise:
        lp.sense_ = highspy.ObjSense.kMaximize
    h.passModel(lp)


def assignment(spec, seconds):
    import numpy as np
    start = time.process_time()
    cost, fixed, demand, cap, p, single = spec
    n, m = cost.shape
    inf = 1e30
    one = np.ones(m)
    rows = [(1, 1, m + i * m + np.arange(m), one) for i in range(n)]
    for j in range(m):
        if cap is not None:
            load_j = np.concatenate([[-cap[j]], demand])
            rows.append((-inf, 0, np.concatenate([[j], m + np.arange(n) * m + j]), load_j))
        for i in range(n):
            rows.append((-inf, 0, np.array([j, m + i * m + j]), np.array([-1.0, 1.0])))
    if p:
        rows.append((p, p, np.arange(m), one))
    h = solver(seconds, start)
    whole = m + n * m if single and cap is not None else m
    load(h, m + n * m, np.concatenate([fixed, cost.flatten()]), whole, rows)
    return answer(h, start)


def covering(d, weight, radius, p, seconds):
    """Set covering when p is 0, else maximal covering."""
    import numpy as np
    start = time.process_time()
    n, m = d.shape
    near = [np.nonzero(d[i] <= radius)[0] for i in range(n)]
    h = solver(seconds, start)
    if p == 0:
        rows = [(1, 1e30, near[i], np.ones(len(near[i]))) for i in range(n)]
        load(h, m, np.ones(m), m, rows)
        return answer(h, start)
    rows = [(p, p, np.arange(m), np.ones(m))]
    for i in range(n):
        rows.append((0, 1e30, np.concatenate([near[i], [m + i]]),
                     np.concatenate([np.ones(len(near[i])), [-1.0]])))
    load(h, m + n, np.concatenate([np.zeros(m), weight]), m, rows, maximise=True)
    return answer(h, start)


def centre(d, p, seconds):
    """Bisection over set covering models."""
    import numpy as np
    start = time.process_time()
    radii = np.unique(d)
    low, high = 0, len(radii) - 1
    while low < high:
        middle = (low + high) // 2
        value = None
        if all((d[i] <= radii[middle]).any() for i in range(len(d))):
            value, _, _ = covering(d, None, radii[middle], 0, seconds)
        if value is not None and value <= p + 1e-6:
            high = middle
        else:
            low = middle + 1
    return radii[high], radii[high], time.process_time() - start


def francisco(kind, path, p, radius, seconds):
    import numpy as np
    rows = list(csv.DictReader(open(path)))
    keys = list(rows[0])
    stores = {name: k for k, name in enumerate(dict.fromkeys(r[keys[1]] for r in rows))}
    tracts = {name: k for k, name in enumerate(dict.fromkeys(r[keys[2]] for r in rows))}
    d, weight = np.zeros((len(tracts), len(stores))), np.zeros(len(tracts))
    for r in rows:
        i, j = tracts[r[keys[2]]], stores[r[keys[1]]]
        d[i, j], weight[i] = float(r[keys[0]]), float(r[keys[3]])
    if kind == "lscp":
        return covering(d, weight, radius, 0, seconds)
    if kind == "mclp":
        return covering(d, weight, radius, p, seconds)
    if kind == "p-median":
        spec = (d * weight[:, None], np.zeros(len(stores)), None, None, p, True)
        return assignment(spec, seconds)
    return centre(d, p, seconds)


def cover_file(path, p, radius, seconds):
    import numpy as np
    start = time.process_time()
    lines = open(path, encoding="latin-1").read().split("\n")[1:]
    rows = np.array([list(map(float, re.split(r"[\s,;]+", x.strip())[:3])) for x in lines if x.strip()])
    xy = rows[:, :2]
    d = np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1))
    value, bound, _ = covering(d, rows[:, 2], radius, p, seconds)
    return value, bound, time.process_time() - start


def run_highs(options):
    os.makedirs(options.out, exist_ok=True)
    for name in options.set or SETS:
        with open(os.path.join(options.out, name + ".tsv"), "w") as out:
            print("instance\tvalue\tbound\tcpu s", file=out, flush=True)
            for label, path, p, radius in instances(options.data, name):
                if name == "sanfrancisco":
                    value, bound, took = francisco(label, path, p, radius, options.seconds)
                elif name == "mclp":
                    value, bound, took = cover_file(path, p, radius, options.seconds)
                else:
                    spec = model(name, label, path, p, radius)
                    if spec[0].size > options.most:
                        print("%s\t\t\ttoo large" % label, file=out, flush=True)
                        continue
                    value, bound, took = assignment(spec, options.seconds)
                cell = lambda x: "" if x is None else "%.10g" % x
                print("%s\t%s\t%s\t%.2f" % (label, cell(value), cell(bound), took), file=out,
                      flush=True)


def table(path):
    if not os.path.exists(path):
        return {}
    lines = [x.rstrip("\n").split("\t") for x in open(path) if not x.startswith("#")]
    return {row[0]: dict(zip(lines[0], row)) for row in lines[1:]}


def number(row, key):
    try:
        return float(row[key])
    except (KeyError, TypeError, ValueError):
        return math.nan


def show(x, digits):
    return "" if math.isnan(x) else "%.*g" % (digits, x)


def off(value, best):
    return abs(value - best) / abs(best) * 100 if best else math.nan


def join(options):
    points = []
    optima = table(os.path.join(os.path.dirname(__file__), "../benchmarks/cpmp-optima.tsv"))
    print("set\tinstance\tbest known\tkiungo\tkiungo off %\tkiungo gap %\tkiungo cpu s"
          "\tHiGHS\tHiGHS off %\tHiGHS gap %\tHiGHS cpu s")
    for name in SETS:
        ours = table(os.path.join(options.kiungo, "location-" + name + ".tsv"))
        theirs = table(os.path.join(options.highs, name + ".tsv"))
        for label in (x for x in ours if not x.startswith("mean")):
            mine, peer = ours[label], theirs.get(label, {})
            known, value, bound = (number(mine, k) for k in ("best known", "value", "bound"))
            pv, pb = number(peer, "value"), number(peer, "bound")
            if name == "cpmp":
                known = number(optima[label], "optimum")
            best = known if not math.isnan(known) else min(
                [x for x in (value, pv) if not math.isnan(x)], default=math.nan)
            row = [off(value, best), off(bound, value), number(mine, "cpu s"),
                   off(pv, best), off(pb, pv), number(peer, "cpu s")]
            nothing = "none" if peer else "not run"
            print("\t".join([name, label, show(known, 10), show(value, 10), show(row[0], 4),
                             show(row[1], 4), show(row[2], 4),
                             nothing if math.isnan(pv) else show(pv, 10),
                             show(row[3], 4), show(row[4], 4), show(row[5], 4)]))
            points.append((name, row))
    plot(points, options.svg)


def plot(points, target):
    """Two panels: gap against CPU seconds for Kiungo and for HiGHS."""
    colours = dict(zip(SETS, ["#0b6e4f", "#3aa17e", "#1f4e9e", "#b4501e", "#d98a2b", "#7a2e8e",
                              "#b36cc4", "#555", "#c0392b", "#000"]))
    x = lambda s: 50 + 280 * (math.log10(min(100, max(0.01, s))) + 2) / 4
    y = lambda g: 300 - 260 * (math.log10(min(100, max(0.001, g))) + 3) / 5
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 420" font-family="sans-serif"'
           ' font-size="11" role="img"><title>Proven gap against processor time, one dot per'
           ' instance; at the bottom the gap is zero, in the top row nothing was found</title>']
    for panel, (title, gap, cpu) in enumerate([("Kiungo", 1, 2), ("HiGHS", 4, 5)]):
        out.append('<g transform="translate(%d 0)"><text x="190" y="20" text-anchor="middle"'
                   ' font-size="13">%s</text>' % (360 * panel, title))
        for d in range(-2, 3):
            out.append('<path d="M%.0f 40v260" stroke="#ddd"/><text x="%.0f" y="316"'
                       ' text-anchor="middle">%g s</text>' % (x(10**d), x(10**d), 10**d))
        for d in range(-3, 3):
            out.append('<path d="M50 %.0fh280" stroke="#ddd"/><text x="46" y="%.0f"'
                       ' text-anchor="end">%s</text>'
                       % (y(10**d), y(10**d) + 4, "0" if d == -3 else "%g %%" % 10**d))
        for name, row in points:
            if math.isnan(row[cpu]):
                continue
            height = 34 if math.isnan(row[gap]) else y(row[gap])
            out.append('<circle cx="%.1f" cy="%.1f" r="3" fill="%s" fill-opacity=".6"/>'
                       % (x(row[cpu]), height, colours[name]))
        out.append("</g>")
    for k, name in enumerate(SETS):
        out.append('<circle cx="%d" cy="%d" r="4" fill="%s"/><text x="%d" y="%d">%s</text>'
                   % (60 + 130 * (k % 5), 350 + 22 * (k // 5), colours[name],
                      70 + 130 * (k % 5), 354 + 22 * (k // 5), name))
    open(target, "w").write("\n".join(out + ["</svg>\n"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("highs")
    one.add_argument("--data", required=True)
    one.add_argument("--seconds", type=float, default=10)
    one.add_argument("--set", action="append", choices=SETS)
    one.add_argument("--most", type=int, default=400000, help="pairs of demand point and site")
    one.add_argument("--out", required=True)
    one.set_defaults(run=run_highs)
    two = commands.add_parser("join")
    two.add_argument("--kiungo", required=True)
    two.add_argument("--highs", required=True)
    two.add_argument("--svg", required=True)
    two.set_defaults(run=join)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
