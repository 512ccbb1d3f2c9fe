"""Sums the people of a plan with GeoPandas.

python3 geopandas-read.py FILE.parquet SAME.geojson

The GeoJSON, the same rows as another reader of GeoParquet has them, is read where GeoPandas lacks
its own (pyarrow, which Debian does not have).
"""

import json
import sys

import geopandas

try:
    import pyarrow  # noqa: F401

    rows = geopandas.read_parquet(sys.argv[1])
except ImportError:
    rows = geopandas.read_file(sys.argv[2])
print(
    json.dumps(
        {
            "rows": len(rows),
            "degrees": bool(rows.crs.is_geographic),
            "people": round(float(rows.peopleServed.sum())),
            "bounds": [float(each) for each in rows.total_bounds],
        }
    )
)
