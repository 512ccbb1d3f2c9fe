#!/usr/bin/env python3
"""Draws target/benchmark/scale.tsv (written by ScaleBenchmark) as scale.svg: log against log.

  scale.py planner/lab/target/benchmark/scale.tsv planner/lab/docs/scale.svg
"""
import math
import sys

WIDTH, HEIGHT, LEFT, TOP, INNER = 640, 400, 70, 30, (480, 310)
SERIES = [
    ("first plan s", "first plan, s", "#0b6e4f", 1),
    ("all s", "plan with certificate, s", "#1f4e9e", 1),
    ("peak heap MB", "peak heap, GB", "#b4501e", 1 / 1024),
]
DECADES_X, DECADES_Y = (3, 6), (-2, 3)


def x(n):
    share = (math.log10(n) - DECADES_X[0]) / (DECADES_X[1] - DECADES_X[0])
    return LEFT + INNER[0] * share


def y(value):
    share = (math.log10(value) - DECADES_Y[0]) / (DECADES_Y[1] - DECADES_Y[0])
    return TOP + INNER[1] * (1 - share)


def main(source, target):
    rows = [line.rstrip("\n").split("\t") for line in open(source) if not line.startswith("#")]
    header, rows = rows[0], rows[1:]
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif"'
        ' font-size="12" role="img"><title>Time and memory by number of settlements</title>'
        % (WIDTH, HEIGHT)
    ]
    for d in range(DECADES_X[0], DECADES_X[1] + 1):
        out.append('<path d="M%.1f %dv%d" stroke="#ddd"/>' % (x(10**d), TOP, INNER[1]))
        out.append(
            '<text x="%.1f" y="%d" text-anchor="middle">%s</text>'
            % (x(10**d), TOP + INNER[1] + 18, format(10**d, ","))
        )
    for d in range(DECADES_Y[0], DECADES_Y[1] + 1):
        out.append('<path d="M%d %.1fh%d" stroke="#ddd"/>' % (LEFT, y(10.0**d), INNER[0]))
        out.append(
            '<text x="%d" y="%.1f" text-anchor="end">%g</text>' % (LEFT - 8, y(10.0**d) + 4, 10.0**d)
        )
    out.append(
        '<text x="%d" y="%d" text-anchor="middle">settlements</text>'
        % (LEFT + INNER[0] / 2, HEIGHT - 14)
    )
    for k, (column, name, colour, factor) in enumerate(SERIES):
        at = header.index(column)
        points = [
            (x(float(r[0])), y(max(0.01, factor * float(r[at])))) for r in rows if r[at] and r[0]
        ]
        path = " ".join("%.1f,%.1f" % p for p in points)
        out.append('<polyline points="%s" fill="none" stroke="%s"/>' % (path, colour))
        for p in points:
            out.append('<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>' % (p + (colour,)))
        out.append(
            '<text x="%d" y="%d" fill="%s">%s</text>' % (LEFT + 10, TOP + 16 + 16 * k, colour, name)
        )
    open(target, "w").write("\n".join(out) + "\n</svg>\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
