package org.kiungo.web.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.proposal.FileProposal;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.PastImport;
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

  @CommandLine.Option(names = "--crs", paramLabel = "CODE", defaultValue = "")
  private String crs;

  @Override
  public Integer call() {
    if (!country.isEmpty()) {
      Reference.builtIn().country(country);
    }
    Words words = common.words();
    SourceFile source = SourceFile.of(InputFiles.readable(file));
    ReadOptions options = ReadOptions.DETECT.withLayer(layer).withCrs(crs);
    ImportReader reader = new ImportReader((columns, kind) -> Optional.empty());
    Inspection found = reader.inspect(source, options, country, new FindingWords(words));
    List<FileProposal> proposed = reader.proposals(source, options, found, country);
    List<ToldProposal> proposals =
        proposed.stream().map(each -> ToldProposal.of(each, words)).toList();
    String refusal =
        proposed.stream()
            .limit(1)
            .filter(each -> each.kind() != null)
            .map(each -> refusal(reader, source, options, each))
            .collect(Collectors.joining());
    common.answer(
        new Inspected(
            found.format(), found.layers(), found.raster(), found.problems(), proposals, refusal),
        common.json() ? "" : text(found, words) + text(proposals, words) + refusal);
    boolean unread = found.problems().stream().anyMatch(each -> each.severity() == Severity.ERROR);
    return unread || !refusal.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
  }

  /** Why an import as what is proposed would store nothing; empty where it would. */
  private String refusal(
      ImportReader reader, SourceFile source, ReadOptions options, FileProposal proposal) {
    String iso3 = country.isEmpty() ? proposal.country() : country;
    if (iso3.isEmpty()) {
      return ""; // an import asks for the country, by which it reads
    }
    Words words = common.words();
    DatasetImport.Request request =
        new DatasetImport.Request(
            source,
            proposal.kind(),
            iso3,
            "",
            new DatasetImport.Evidence("", "", "", ""),
            false,
            null,
            options.withLayer(proposal.fileLayer()),
            Judgement.NONE,
            Standing.NOTHING);
    String layer = proposal.kind().label();
    try {
      PastImport past = reader.read(request, "", "", row -> {}).past();
      return past.report().rowsAccepted() > 0 || past.waitsForAnswers()
          ? ""
          : "\n" + words.text("cli.inspect.no-rows", layer, past.report().rowsIn());
    } catch (InputRefused refused) {
      return "\n" + words.text("cli.inspect.refused", layer, words.refusal(refused));
    }
  }

  /** What is in a file, what it may be read as, and why an import as that would store nothing. */
  private record Inspected(
      String format,
      List<Inspection.Layer> layers,
      Inspection.Cells raster,
      List<Inspection.Problem> problems,
      List<ToldProposal> proposals,
      String refusal) {}

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
