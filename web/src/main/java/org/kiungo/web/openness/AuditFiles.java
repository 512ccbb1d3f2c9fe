package org.kiungo.web.openness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.openness.CountryAudit;
import org.kiungo.geodata.openness.NearMiss;
import org.kiungo.geodata.openness.SinglePoint;
import org.kiungo.geodata.openness.Step;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Single points and near misses as a table and as a map layer. */
public final class AuditFiles {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final String MISS = "NEAR_MISS";

  private static final List<Field> FIELDS =
      List.of(
          new Field("country", Field.Type.TEXT),
          new Field("kind", Field.Type.TEXT),
          new Field("name", Field.Type.TEXT),
          new Field("lengthKm", Field.Type.REAL),
          new Field("people", Field.Type.REAL),
          new Field("peopleRatio", Field.Type.REAL),
          new Field("stepFrom", Field.Type.TEXT),
          new Field("stepTo", Field.Type.TEXT),
          new Field("stepInto", Field.Type.TEXT),
          new Field("stepKm", Field.Type.REAL),
          new Field("capexUsd", Field.Type.REAL),
          new Field("capexUsdLow", Field.Type.REAL),
          new Field("capexUsdHigh", Field.Type.REAL),
          new Field("singleSpanRatioAfter", Field.Type.REAL));

  /** As the page draws what has no second way, and what may have one. */
  private static final Map<String, String> COLOURS = new LinkedHashMap<>();

  static {
    for (SinglePoint.Kind each : SinglePoint.Kind.values()) {
      COLOURS.put(each.name(), "#D55E00");
    }
    COLOURS.put(MISS, "#0072B2");
  }

  private AuditFiles() {}

  /** Writes {@code openness.csv} and {@code openness.geojson} into a folder that exists. */
  public static void write(List<CountryAudit> audits, Path folder) throws IOException {
    for (String format : List.of("csv", "geojson")) {
      ExportFormat.named(format)
          .write(List.of(layer(audits)), folder.resolve("openness." + format));
    }
  }

  static ExportLayer layer(List<CountryAudit> audits) {
    List<Feature> rows = new ArrayList<>();
    for (CountryAudit audit : audits) {
      for (SinglePoint each : audit.singlePoints()) {
        rows.add(feature(rows.size(), line(each.path()), point(audit, each)));
      }
      for (NearMiss each : audit.nearMisses()) {
        rows.add(feature(rows.size(), line(List.of(each.end(), each.other())), miss(audit, each)));
      }
    }
    return new ExportLayer("openness", FIELDS, rows, new LayerStyle("kind", COLOURS));
  }

  private static Map<String, Object> point(CountryAudit audit, SinglePoint point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("country", audit.iso3());
    row.put("kind", point.kind().name());
    row.put("name", point.name());
    row.put("lengthKm", known(point.lengthKm()));
    row.put("people", point.people());
    row.put("peopleRatio", point.peopleRatio());
    Step step = point.cheapest();
    if (step != null) {
      row.put("stepFrom", step.fromName());
      row.put("stepTo", step.toName());
      row.put("stepInto", step.into());
      cost(row, step.cost().km(), step.cost().usd(), step.cost().usdLow(), step.cost().usdHigh());
      row.put("singleSpanRatioAfter", known(step.leftRatio()));
    }
    return row;
  }

  private static Map<String, Object> miss(CountryAudit audit, NearMiss miss) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("country", audit.iso3());
    row.put("kind", MISS);
    row.put("name", miss.endName());
    row.put("lengthKm", miss.cost().km());
    row.put("people", null);
    row.put("peopleRatio", null);
    row.put("stepFrom", miss.endName());
    row.put("stepTo", miss.otherName());
    cost(row, miss.cost().km(), miss.cost().usd(), miss.cost().usdLow(), miss.cost().usdHigh());
    row.put("singleSpanRatioAfter", miss.ifJoined().singleSpanRatio());
    return row;
  }

  private static void cost(
      Map<String, Object> row, double km, double usd, double low, double high) {
    row.put("stepKm", km);
    row.put("capexUsd", usd);
    row.put("capexUsdLow", low);
    row.put("capexUsdHigh", high);
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Feature feature(int before, Geometry geometry, Map<String, Object> row) {
    return new Feature(before + 1L, "", geometry, row);
  }

  /** Null for what has no course on the map. */
  private static Geometry line(List<LonLat> path) {
    if (path.size() < 2) {
      return null;
    }
    return GEOMETRY.createLineString(
        path.stream().map(at -> new Coordinate(at.lon(), at.lat())).toArray(Coordinate[]::new));
  }
}
