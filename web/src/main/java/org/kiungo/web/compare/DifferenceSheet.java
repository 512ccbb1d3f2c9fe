package org.kiungo.web.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.web.compare.PlanDifference.Change;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;

/** The places that change from one plan to another, as a sheet. */
final class DifferenceSheet {

  /** Blue for what is gained, vermilion for what is lost, as the page's legend has them. */
  private static final Map<String, String> COLOURS = new LinkedHashMap<>();

  static {
    COLOURS.put("gained", "#0072B2");
    COLOURS.put("lost", "#D55E00");
    COLOURS.put("changed", "#CC79A7");
  }

  private DifferenceSheet() {}

  static Sheet of(
      PlanSummary from, PlanSummary to, List<Change> changes, PlaceNames names, Words words) {
    PlaceTable table = new PlaceTable();
    for (Change each : changes) {
      table.add(
          each.settlement().id(),
          PlaceTable.point(each.settlement().location()),
          DifferenceFile.row(each, names));
    }
    return new Sheet(
        "kiungo-difference-" + from.id() + "-" + to.id(),
        words.text("export.title.difference", from.name(), to.name()),
        to.scenario().countries(),
        List.of(table.layer("difference", new LayerStyle("change", COLOURS))),
        List.of(words.text("export.source.plans", from.id(), to.id())));
  }
}
