package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Rows of fibre lines; each part of a MultiLineString is a line of its own. */
final class FibreRows implements RecordMaker<FibreLine> {

  private final Context context;
  private final String sourceName;

  FibreRows(Context context, String sourceName) {
    this.context = context;
    this.sourceName = sourceName;
  }

  @Override
  public void make(Row row, Consumer<FibreLine> out) {
    List<List<LonLat>> paths = new ArrayList<>();
    collect(row.geometry(), paths);
    if (paths.isEmpty()) {
      if (row.isUsable()) {
        String found = row.geometry() == null ? "" : row.geometry().getGeometryType();
        row.tell(Severity.ERROR, "geometryUnfit", "", found, "LineString");
      }
      return;
    }
    String country = row.country(context.iso3, context.countries);
    String id = context.id(row, country, paths.get(0).get(0));
    FibreLine.Status status = status(row);
    if (!row.isUsable()) {
      return;
    }
    String source = row.text("source");
    for (int k = 0; k < paths.size(); k++) {
      out.accept(
          new FibreLine(
              paths.size() == 1 ? id : context.partId(id, k + 1),
              paths.get(k),
              country,
              row.text("operator"),
              status,
              source.isEmpty() ? sourceName : source));
    }
  }

  /** Without a status column lines are taken to exist; a blank or unheard-of status is told. */
  private static FibreLine.Status status(Row row) {
    if (!row.has("status")) {
      return FibreLine.Status.OPERATIONAL;
    }
    FibreLine.Status status = StatusWords.of(row.text("status"));
    if (status == FibreLine.Status.UNKNOWN) {
      row.tell(Severity.WARNING, "statusUnknown", "status", row.text("status"), "");
    }
    return status;
  }

  private static void collect(Geometry geometry, List<List<LonLat>> paths) {
    for (int k = 0; geometry != null && k < geometry.getNumGeometries(); k++) {
      Geometry part = geometry.getGeometryN(k);
      if (part instanceof LineString line) {
        List<LonLat> path = new ArrayList<>();
        for (Coordinate vertex : line.getCoordinates()) {
          path.add(new LonLat(vertex.x, vertex.y));
        }
        if (path.size() > 1) {
          paths.add(path);
        }
      } else if (part != geometry) {
        collect(part, paths);
      }
    }
  }
}
