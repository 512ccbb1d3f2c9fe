package org.kiungo.web.draft;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.value.InputRefused;

/**
 * All edits of a draft in their order, those undone at the end.
 *
 * @param edits at most {@value #MOST_EDITS}
 * @param applied how many hold; those after them were undone and can be redone
 */
record Edits(List<Edit> edits, int applied) {

  static final int MOST_EDITS = 500;
  private static final int MOST_CORNERS = 1000;
  private static final int LONGEST_LABEL = 200;

  static final Edits NONE = new Edits(List.of(), 0);

  Edits {
    edits = edits == null ? List.of() : List.copyOf(edits);
  }

  List<Edit> held() {
    return edits.subList(0, applied);
  }

  /**
   * Refuses what no plan could be made from.
   *
   * @throws InputRefused naming the field, its value and what is allowed
   */
  Edits require(Catalogue catalogue) {
    range("edits", edits.size(), 0, MOST_EDITS);
    range("applied", applied, 0, edits.size());
    Set<String> technologies =
        catalogue.technologies().stream().map(AccessTechnology::id).collect(Collectors.toSet());
    edits.forEach(each -> require(each, technologies));
    return this;
  }

  private static void require(Edit edit, Set<String> technologies) {
    if (edit.action() == null) {
      throw new InputRefused("edit.action", "allowed", List.of(Edit.Action.values()).toString());
    }
    range("label", edit.label().length(), 0, LONGEST_LABEL);
    range("area", edit.area().size(), 0, MOST_CORNERS);
    for (List<Double> corner : edit.area()) {
      range("area", corner.size(), 2, 2);
      range("area", corner.get(0), -180, 180);
      range("area", corner.get(1), -90, 90);
    }
    if (edit.area().size() < 3 && edit.settlementIds().isEmpty()) {
      throw new InputRefused("edit.nowhere", "label", edit.label());
    }
    boolean names = edit.action() == Edit.Action.FORCE || edit.action() == Edit.Action.FORBID;
    boolean all = edit.action() == Edit.Action.FORBID && edit.technologyId().equals("*");
    if (names && !all && !technologies.contains(edit.technologyId())) {
      String known = String.join(", ", technologies.stream().sorted().toList());
      throw new InputRefused("technology.unknown", "id", edit.technologyId(), "known", known);
    }
  }

  private static void range(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }
}
