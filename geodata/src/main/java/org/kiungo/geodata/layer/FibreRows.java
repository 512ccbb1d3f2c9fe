package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.table.DateText;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of fibre lines; each part of a MultiLineString is a line of its own. */
final class FibreRows implements RecordMaker<FibreLine> {

  /** No cable on land runs so far without a bend; coarse drawings of sea cables may. */
  private static final double LONGEST_STRETCH_KM = 500;

  /** What carries no fibre, in the words of files. */
  private static final Pattern OTHER_MEDIUM =
      Pattern.compile(
          "microwave|micro-onde|micro-onda|radio|wireless|satellit|faisceau|hertz|copper|cuivre"
              + "|cobre|coax|ميكروويف",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FIBRE =
      Pattern.compile("fib|opti|ótic|ألياف", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final JsonMapper JSON = new JsonMapper();

  private final Context context;
  private final String sourceName;

  FibreRows(Context context, String sourceName) {
    this.context = context;
    this.sourceName = sourceName;
  }

  @Override
  public void make(Row row, Consumer<FibreLine> out) {
    List<List<LonLat>> paths = new ArrayList<>();
    boolean others = collect(row.geometry(), paths);
    if (!paths.isEmpty() && paths.stream().allMatch(FibreRows::isPoint)) {
      row.tell(Severity.ERROR, "lineTooShort", "", "1", "");
    }
    if (paths.isEmpty()) {
      if (row.isUsable() && (row.geometry() == null || row.geometry().isEmpty())) {
        row.tellNoPlace();
      } else if (row.isUsable()) {
        row.tell(
            Severity.ERROR, "geometryUnfit", "", row.geometry().getGeometryType(), "LineString");
      }
      return;
    }
    String country = row.country(context.iso3, context.countries);
    String id = context.id(row, country, paths.get(0).get(0));
    FibreLine.Status status = status(row);
    String medium = row.text("medium");
    if (OTHER_MEDIUM.matcher(medium).find() && !FIBRE.matcher(medium).find()) {
      row.tell(Severity.ERROR, "mediumNotFibre", "medium", medium, "");
    }
    if (!row.isUsable()) {
      return;
    }
    if (others) {
      row.tell(Severity.WARNING, "partsUnfit", "", row.geometry().getGeometryType(), "LineString");
    }
    context.checkShapeTwice(row);
    checkCells(row, paths);
    String source = row.text("source");
    for (int k = 0; k < paths.size(); k++) {
      out.accept(
          new FibreLine(
              paths.size() == 1 ? id : context.partId(id, k + 1),
              paths.get(k),
              country,
              names(row.name("operator")),
              status,
              source.isEmpty() ? sourceName : source));
    }
  }

  /** What no column says is not known unless somebody answers it; a blank or unheard-of is told. */
  private FibreLine.Status status(Row row) {
    if (!row.has("status") && context.state().isEmpty()) {
      return FibreLine.Status.UNKNOWN;
    }
    String said = row.has("status") ? row.text("status") : context.state();
    return switch (StatusWords.of(said)) {
      case WORKS -> FibreLine.Status.OPERATIONAL;
      case PLANNED -> FibreLine.Status.PLANNED;
      case GONE -> {
        row.tell(Severity.ERROR, StatusWords.NOT_STANDING, "status", said, "");
        yield FibreLine.Status.UNKNOWN;
      }
      case UNKNOWN -> {
        row.tell(Severity.WARNING, "statusUnknown", "status", said, StatusWords.ALLOWED);
        yield FibreLine.Status.UNKNOWN;
      }
    };
  }

  private static void checkCells(Row row, List<List<LonLat>> paths) {
    row.atLeastZero("capacityMbps");
    String date = row.text("serviceDate");
    if (!date.isEmpty() && DateText.year(date).isEmpty()) {
      row.tell(Severity.WARNING, "dateUnreadable", "serviceDate", date, "2026-11-30");
    }
    double longestKm = 0;
    for (List<LonLat> path : paths) {
      for (int k = 1; k < path.size(); k++) {
        longestKm = Math.max(longestKm, path.get(k).distanceKm(path.get(k - 1)));
      }
    }
    if (longestKm > LONGEST_STRETCH_KM) {
      row.tell(Severity.WARNING, "stretchLong", "", Math.round(longestKm) + "", "500");
    }
  }

  private static boolean isPoint(List<LonLat> path) {
    return path.stream().allMatch(path.get(0)::equals);
  }

  /** True when it has parts that are no lines. */
  private static boolean collect(Geometry geometry, List<List<LonLat>> paths) {
    boolean others = false;
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
        others |= collect(part, paths);
      } else {
        others = true;
      }
    }
    return others;
  }

  /**
   * Names of a list of objects, or the words of a list of words, joined by semicolons; any other
   * text as it is.
   */
  private static String names(String cell) {
    if (!cell.startsWith("[") && !cell.startsWith("{")) {
      return cell;
    }
    try {
      JsonNode read = JSON.readTree(cell);
      List<String> names = new ArrayList<>();
      Consumer<JsonNode> take =
          each -> {
            JsonNode name = each.isObject() ? each.path("name") : each;
            if (name.isString() && !name.stringValue().isBlank()) {
              names.add(name.stringValue().strip());
            }
          };
      if (read.isArray()) {
        read.forEach(take);
      } else {
        take.accept(read);
      }
      return String.join("; ", names.stream().distinct().toList());
    } catch (JacksonException notJson) {
      return cell;
    }
  }
}
