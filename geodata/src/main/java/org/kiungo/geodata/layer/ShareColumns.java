package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.ShareUnit.Told;

/**
 * Looks through a table for what its columns of shares are written in, before its rows are read:
 * one row alone cannot tell whether 1 is all or a hundredth.
 */
final class ShareColumns implements FeatureConsumer {

  private static final List<String> SHARES =
      List.of("coverageRatio", "baselineLowRatio", "baselineHighRatio");

  private final Map<String, ShareUnit> units = new LinkedHashMap<>();
  private final ColumnMapping mapping;
  private final SourceFile file;
  private final String layer;
  private boolean decimalComma;

  ShareColumns(ColumnMapping mapping, SourceFile file, String layer) {
    this.mapping = mapping;
    this.file = file;
    this.layer = layer;
    for (String each : SHARES) {
      String column = mapping.column(each);
      if (!column.isEmpty() && !ColumnNames.saysRatio(column)) {
        units.put(each, new ShareUnit(column));
      }
    }
  }

  /** Whether there is anything to look for. */
  boolean any() {
    return !units.isEmpty();
  }

  @Override
  public void layer(LayerSchema schema) {
    decimalComma = schema.decimalComma();
  }

  @Override
  public void feature(Feature feature) {
    units.forEach(
        (role, unit) ->
            unit.see(
                feature.attributes().get(mapping.column(role)),
                feature.attributes().get(mapping.column("population")),
                decimalComma));
  }

  @Override
  public void finding(Finding finding) {
    // told when the rows are read
  }

  /** In what the shares of each declared column are written. */
  Map<String, Told> told() {
    Map<String, Told> told = new HashMap<>();
    units.forEach((role, unit) -> told.put(role, unit.told()));
    return told;
  }

  /** What was taken for percent, and of what that cannot be told. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    units.forEach(
        (role, unit) -> {
          if (unit.told() != Told.PARTS_OF_ONE) {
            boolean persons = unit.told() == Told.PERSONS;
            boolean sure = persons || unit.told() == Told.PERCENT;
            String code = persons ? "personsRead" : "percentRead";
            findings.add(
                Finding.of(
                        sure ? Severity.INFO : Severity.WARNING,
                        sure ? code : "percentUnsure",
                        file,
                        layer)
                    .withValue(mapping.column(role), ""));
          }
        });
    return findings;
  }
}
