package org.kiungo.web.dataset.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.language.Words;

/** An empty table of a layer to fill in: comment lines, header, one example row in Lesotho. */
final class LayerTemplate {

  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("id", "x1"),
          Map.entry("name", "Maseru"),
          Map.entry("population", "330760"),
          Map.entry("areaKm2", "138"),
          Map.entry("inhabitedKm2", "96"),
          Map.entry("country", "LSO"),
          Map.entry("district", "Maseru"),
          Map.entry("code", "LS-A"),
          Map.entry("region", "Maseru"),
          Map.entry("coverageRatio", "0.85"),
          Map.entry("baselineLowRatio", "0.75"),
          Map.entry("baselineHighRatio", "0.95"),
          Map.entry("baselineModelled", "false"),
          Map.entry("distanceToGridKm", "0.4"),
          Map.entry("rainMmPerHour", "37.7"),
          Map.entry("modelled", "false"),
          Map.entry("assumed", "false"),
          Map.entry("capacityMbps", "1000"),
          Map.entry("kind", "fibre"),
          Map.entry("operator", "LEC"),
          Map.entry("owner", "LEC"),
          Map.entry("medium", "fibre"),
          Map.entry("serviceDate", "2024-05-31"),
          Map.entry("status", "operational"),
          Map.entry("source", "survey 2024"),
          Map.entry("heightM", "45"),
          Map.entry("radio", "LTE"),
          Map.entry("mcc", "651"),
          Map.entry("net", "1"),
          Map.entry("area", "101"),
          Map.entry("cell", "20211"),
          Map.entry("generation", "4G"),
          Map.entry("category", "primary"),
          Map.entry("voltageKv", "33"),
          Map.entry("hazard", "flood"),
          Map.entry("effect", "closed"),
          Map.entry("costRatio", "1.3"),
          Map.entry("siteCostRatio", "1.3"),
          Map.entry("siteClosed", "false"),
          Map.entry("year", "2024"),
          Map.entry("value", "47.2"),
          Map.entry("lon", "27.48"),
          Map.entry("lat", "-29.31"));

  private LayerTemplate() {}

  /**
   * The table as text, UTF-8 with a byte order mark so that spreadsheets read its letters.
   *
   * @throws InputRefused for a layer of cells, which no table can hold
   */
  static String csv(LayerKind kind, Words words) {
    if (kind.shape() == LayerKind.Shape.RASTER) {
      throw new InputRefused("layer.noTemplate", "layerKind", kind.label());
    }
    Map<String, String> row = new LinkedHashMap<>();
    kind.roles().forEach(role -> row.put(role, EXAMPLES.get(role)));
    switch (kind.shape()) {
      case PLACE -> List.of("lon", "lat").forEach(column -> row.put(column, EXAMPLES.get(column)));
      case LINE -> row.put("wkt", "\"LINESTRING (27.48 -29.31, 27.75 -29.15)\"");
      case AREA ->
          row.put(
              "wkt", "\"POLYGON ((27.4 -29.4, 27.6 -29.4, 27.6 -29.2, 27.4 -29.2, 27.4 -29.4))\"");
      default -> {}
    }
    List<String> lines = new ArrayList<>();
    lines.add("# " + words.text("template.about", words.text("ui.layer." + kind.name())));
    row.keySet()
        .forEach(
            column ->
                lines.add(
                    "# "
                        + words.named(
                            column + (kind.requires(column) ? "*" : ""),
                            words.text("template.column." + column))));
    lines.add(String.join(",", row.keySet()));
    lines.add(row.values().stream().collect(Collectors.joining(",")));
    return "\uFEFF" + String.join("\r\n", lines) + "\r\n";
  }
}
