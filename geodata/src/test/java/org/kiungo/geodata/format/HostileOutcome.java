package org.kiungo.geodata.format;

import java.nio.file.Path;
import java.util.List;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.inspect.RasterSummary;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What became of a file: the refusal, or what was read.
 *
 * @param rows features that have a population
 * @param people their sum
 * @param listed whether a row was told as an error or has no place
 */
record HostileOutcome(
    InputRefused refused,
    int features,
    long rows,
    double people,
    List<Finding> findings,
    boolean listed) {

  boolean namesAPlace() {
    if (refused != null) {
      // a whole file's kind has no place; anything else is refused with what or where
      return refused.code().startsWith("file.foreign") || refused.arguments().size() > 1;
    }
    return findings.stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .allMatch(each -> each.row() > 0 || !each.place().isEmpty());
  }

  String text() {
    return refused != null ? refused.code() : rows + " rows, " + people + " people";
  }

  static HostileOutcome of(Path path) {
    Recorder read = new Recorder();
    try {
      SourceFile file = SourceFile.of(path);
      LayerReader reader = LayerReader.of(file);
      if (reader instanceof RasterReader rasters) {
        try (Raster raster = rasters.open(file)) {
          RasterSummary cells = RasterSummary.of(raster, 0);
          return new HostileOutcome(null, 1, 1, cells.sum(), List.of(), false);
        }
      }
      Wgs84Stage stage = new Wgs84Stage(file, ReadOptions.DETECT, FeatureCheck.NONE, read);
      ((VectorReader) reader).read(file, ReadOptions.DETECT, stage);
    } catch (InputRefused refused) {
      return new HostileOutcome(refused, 0, 0, 0, List.of(), false);
    }
    double people = 0;
    long rows = 0;
    for (Feature feature : read.features) {
      if (feature.attributes().containsKey("population")) {
        rows++;
        people += NumberText.of(feature.attributes().get("population"), false).value();
      }
    }
    boolean listed = read.findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    listed |= read.features.stream().anyMatch(each -> each.geometry() == null);
    return new HostileOutcome(null, read.features.size(), rows, people, read.findings, listed);
  }
}
