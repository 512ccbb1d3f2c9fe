package org.kiungo.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.dataset.BuiltInCountries;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.ToldProposal;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Says what is in a file, without storing it. */
@CommandLine.Command(name = "inspect")
class InspectCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "FILE", descriptionKey = "kiungo.inspect.file")
  private Path file;

  @CommandLine.Option(names = "--layer", paramLabel = "NAME", defaultValue = "")
  private String layer;

  @CommandLine.Option(names = "--country", paramLabel = "ISO3", defaultValue = "")
  private String country;

  @Override
  public Integer call() {
    if (!country.isEmpty()) {
      Reference.builtIn().country(country);
    }
    Words words = common.words();
    Inspection found =
        new LayerImport(new BuiltInCountries())
            .inspect(
                InputFiles.readable(file),
                ReadOptions.DETECT.withLayer(layer),
                country,
                new FindingWords(words));
    ImportReader reader = new ImportReader((columns, kind) -> Optional.empty());
    List<ToldProposal> proposals =
        reader.proposals(SourceFile.of(file), ReadOptions.DETECT.withLayer(layer), found).stream()
            .map(each -> ToldProposal.of(each, words))
            .toList();
    common.answer(
        new Inspected(found.format(), found.layers(), found.raster(), found.problems(), proposals),
        common.json() ? "" : text(found, words) + text(proposals, words));
    return found.problems().stream().anyMatch(each -> each.severity() == Severity.ERROR)
        ? ExitCode.ANSWER_IS_NO
        : ExitCode.DONE;
  }

  /** What is in a file, and what it may be read as. */
  private record Inspected(
      String format,
      List<Inspection.Layer> layers,
      Inspection.Cells raster,
      List<Inspection.Problem> problems,
      List<ToldProposal> proposals) {}

  private static String text(List<ToldProposal> proposals, Words words) {
    StringBuilder text = new StringBuilder();
    for (ToldProposal each : proposals) {
      String key = each.layer().isEmpty() ? "cli.inspect.no-layer" : "cli.inspect.proposal";
      List<String> told = new ArrayList<>(each.evidence());
      if (!each.known().isEmpty()) {
        told.add(each.known());
      }
      text.append('\n')
          .append(
              words.text(key, each.title(), String.join(" ", told), each.layer(), each.country()));
    }
    return text.toString();
  }

  private static String text(Inspection found, Words words) {
    StringBuilder text = new StringBuilder(words.text("cli.inspect.format", found.format()));
    for (Inspection.Layer each : found.layers()) {
      text.append('\n')
          .append(
              words.text(
                  "cli.inspect.found-layer",
                  each.name(),
                  each.geometryType(),
                  each.features(),
                  String.valueOf(each.crs()),
                  String.join(", ", each.fields().stream().map(Field::name).toList())));
    }
    if (found.raster() != null) {
      Inspection.Cells raster = found.raster();
      text.append('\n')
          .append(
              words.text(
                  "cli.inspect.found-raster",
                  raster.width(),
                  raster.height(),
                  raster.bands(),
                  String.valueOf(raster.crs()),
                  raster.sum()));
    }
    for (Inspection.Problem each : found.problems()) {
      text.append('\n')
          .append(
              words.text(
                  "cli.problem",
                  words.text("cli.severity." + each.severity()),
                  each.message(),
                  each.remedy()));
    }
    return text.toString();
  }
}
