"""Opens a collection of OGC API – Features as QGIS does, without a screen: counts its features,
filters, exports what is left and reads that back.

python3 qgis-ogc.py ROOT COLLECTION FILTER OUT.gpkg
"""

import json
import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication, QgsProject, QgsVectorFileWriter, QgsVectorLayer

root, collection, condition, out = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
told = {}
begun = time.monotonic()
layer = QgsVectorLayer(
    f"url='{root}' typename='{collection}' pageSize='10000'", collection, "OAPIF"
)
told["valid"] = layer.isValid()
told["crs"] = layer.crs().authid()
told["fields"] = [field.name() for field in layer.fields()]
told["features"] = sum(1 for _ in layer.getFeatures())
told["seconds"] = round(time.monotonic() - begun, 1)
told["taken"] = layer.setSubsetString(condition)
told["filtered"] = sum(1 for _ in layer.getFeatures())
options = QgsVectorFileWriter.SaveVectorOptions()
options.driverName = "GPKG"
written = QgsVectorFileWriter.writeAsVectorFormatV3(
    layer, out, QgsProject.instance().transformContext(), options
)
told["error"] = written[1]
told["exported"] = QgsVectorLayer(out, "out", "ogr").featureCount()
print("told " + json.dumps(told))
del layer
application.exitQgis()
