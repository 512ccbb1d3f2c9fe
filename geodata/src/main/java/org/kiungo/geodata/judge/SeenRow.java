package org.kiungo.geodata.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/**
 * A row as it was read.
 *
 * @param feature as it stands in the file, in its own coordinates
 * @param accepted what was made of it; null when it was left out
 * @param findings about it
 * @param used columns
 */
record SeenRow(Feature feature, AcceptedRow accepted, List<Finding> findings, Decisions used) {

  long number() {
    return feature.line();
  }

  String name() {
    return cell("name");
  }

  /** What stands in the column of a declared one, stripped. */
  String cell(String role) {
    Object cell = feature.attributes().get(used.column(role));
    return cell == null ? "" : cell.toString().strip();
  }

  /** Where it lies; null when it was left out, or has no place. */
  LonLat place() {
    if (accepted != null && accepted.record() instanceof Settlement settlement) {
      return settlement.location();
    }
    return accepted == null || accepted.geometry() == null || accepted.geometry().isEmpty()
        ? null
        : LayerFeature.placeIn(accepted.geometry());
  }

  /** People of the row; NaN when it counts none or was left out. */
  double people() {
    return accepted != null && accepted.record() instanceof Settlement settlement
        ? settlement.population()
        : Double.NaN;
  }

  Optional<Finding> finding(String code) {
    return findings.stream().filter(each -> each.code().equals(code)).findFirst();
  }

  Question.Case asCase(long other, Map<String, String> about) {
    Map<String, String> cells = new LinkedHashMap<>();
    // where districts have codes alone, these are what may be mistyped
    for (String role : List.of("code", "name", "population")) {
      Object value = feature.attributes().get(used.column(role));
      if (value != null) {
        cells.put(role, value.toString());
      }
    }
    LonLat place = place();
    if (place != null) {
      cells.put("lon", Double.toString(place.lon()));
      cells.put("lat", Double.toString(place.lat()));
    }
    return new Question.Case(number(), other, cells, about);
  }
}
