"""One row of the table of masts in benchmarks.md: python3 masts.py PLAN_FOLDER ..."""
import collections
import csv
import json
import sys


def features(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        return [each["properties"] for each in json.load(file)["features"]]


def row(folder):
    with open(f"{folder}/plan.json", encoding="utf-8") as file:
        totals = json.load(file)["totals"]
    with open(f"{folder}/certificate.json", encoding="utf-8") as file:
        certificate = json.load(file)
    with open(f"{folder}/sites.csv", encoding="utf-8") as file:
        sites = {each["id"]: each for each in csv.DictReader(file)}
    today = {each["id"]: each["baselineCoverageRatio"] or 0 for each in features(folder, "settlements.geojson")}
    served, cost = totals["peopleServed"], totals["lifetimeCostUsd"]
    # people gained from a mast that stands today, at a place that it covers today
    again = sum(
        each["peopleServed"]
        for each in features(folder, "plan.geojson")
        if each["siteId"] in sites
        and sites[each["siteId"]]["placeId"].endswith("_mast")
        and today[each["settlementId"]] > 0
    )
    masts = [int(each["masts"]) for each in sites.values()]
    kinds = collections.Counter(each["technologyId"] for each in sites.values()).most_common(3)
    links = sum(each.get("lifetimeCostUsd") or 0 for each in features(folder, "links.geojson"))
    return " | ".join([
        f"{served / 1e3:,.0f}",
        f"{len(sites):,}, {sum(masts):,}",
        f"{sum(int(each.get('hopsBetweenMasts') or 0) for each in sites.values()):,}",
        f"{sum(each > 3 for each in masts):,}",
        f"{again / served:.1%}".replace("%", " %"),
        f"{links / cost:.1%}".replace("%", " %"),
        ", ".join(f"{name} {count:,}" for name, count in kinds),
        f"{cost / served:.1f}",
        f"{certificate['gapRatio']:.2%}".replace("%", " %"),
    ])


for each in sys.argv[1:]:
    print(each, "|", row(each))
