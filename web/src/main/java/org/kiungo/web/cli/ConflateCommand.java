package org.kiungo.web.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kiungo.geodata.conflate.ConflatedLayer;
import org.kiungo.geodata.conflate.ConflatedNetwork;
import org.kiungo.geodata.conflate.ConflatedNetwork.SourceLength;
import org.kiungo.geodata.conflate.ConflatedOfds;
import org.kiungo.geodata.conflate.Conflict;
import org.kiungo.geodata.conflate.Decision;
import org.kiungo.geodata.conflate.Doubt;
import org.kiungo.geodata.conflate.DrawingFile;
import org.kiungo.geodata.conflate.NetworkConflation;
import org.kiungo.geodata.conflate.NetworkConflation.Place;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.conflate.Tolerance;
import org.kiungo.geodata.conflate.ToleranceSuggestion;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.dataset.BuiltInCountries;
import picocli.CommandLine;

/** Merges several drawings of one fibre network into one topology. */
@CommandLine.Command(name = "conflate")
class ConflateCommand implements Callable<Integer> {

  /** Endings of the Open Fibre Data Standard: its JSON, and its GeoPackage. */
  private static final String OFDS = "json";

  private static final String OFDS_GEOPACKAGE = ".ofds.gpkg";

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(
      paramLabel = "[NAME=]FILE",
      arity = "1..*",
      descriptionKey = "kiungo.conflate.files")
  private List<String> files;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  @CommandLine.Option(
      names = "--country",
      paramLabel = "ISO3",
      defaultValue = "",
      descriptionKey = "kiungo.conflate.country")
  private String country;

  @CommandLine.Option(
      names = "--nodes",
      paramLabel = "FILE",
      arity = "1..*",
      descriptionKey = "kiungo.conflate.nodes")
  private List<Path> nodes = List.of();

  @CommandLine.Option(names = "--tolerance-km", paramLabel = "K")
  private Double toleranceKm;

  @CommandLine.Option(names = "--decide", paramLabel = "ID|all=WORD", arity = "1..*")
  private List<String> decide = List.of();

  @CommandLine.Option(names = "--doubtful", paramLabel = "FILE")
  private Path doubtful;

  private final LayerImport layers = new LayerImport(new BuiltInCountries());

  /**
   * The answer of {@code --json}.
   *
   * @param file written
   * @param segments between junctions, nodes and ends
   * @param lengthKm of the merged network
   * @param sharedKm of it that two drawings or more have
   * @param besideKm of cables on a road on which another operator's cable counts already
   * @param tolerance that was used, and where it comes from
   * @param sources kilometres drawn, kept and already there by source, in the order given
   * @param doubtful stretches to be decided, longest first
   * @param conflicts what drawings of one cable tell differently
   */
  record Conflated(
      String file,
      int segments,
      double lengthKm,
      double sharedKm,
      double besideKm,
      Used tolerance,
      List<SourceLength> sources,
      List<Doubt> doubtful,
      List<Conflict> conflicts) {}

  /**
   * A tolerance.
   *
   * @param basis {@code GIVEN}, or that of the suggestion
   */
  record Used(double km, double bandKm, String basis, double agreeKm, double comparedKm) {}

  @Override
  public Integer call() throws IOException {
    if (toleranceKm != null && !(toleranceKm >= 0.01 && toleranceKm <= 50)) {
      throw new InputRefused(
          "field.range", "field", "toleranceKm", "value", toleranceKm, "low", 0.01, "high", 50.0);
    }
    boolean standard = extension(InputFiles.writable(out)).equals(OFDS) || isOfdsGeoPackage(out);
    ExportFormat format = standard ? null : ExportFormat.named(extension(out));
    List<Source> sources = new ArrayList<>();
    for (String each : files) {
      int equals = each.indexOf('=');
      Path file = InputFiles.readable(Path.of(each.substring(equals + 1)));
      String name = equals > 0 ? each.substring(0, equals) : String.valueOf(file.getFileName());
      DrawingFile read = DrawingFile.read(name, file, country, layers);
      Reports.print(read.report(), common);
      sources.add(read.source());
    }
    ToleranceSuggestion suggested = ToleranceSuggestion.of(sources, Map.of());
    Tolerance tolerance = toleranceKm == null ? suggested.tolerance() : Tolerance.of(toleranceKm);
    Question question = new Question(sources, splitting(), tolerance, places(), Map.of());
    ConflatedNetwork network = NetworkConflation.conflate(question);
    if (!decide.isEmpty()) {
      network =
          NetworkConflation.conflate(
              new Question(
                  sources,
                  question.nodes(),
                  tolerance,
                  question.places(),
                  decisions(network.doubts())));
    }
    if (standard) {
      writeStandard(network);
    } else {
      format.write(List.of(ConflatedLayer.segments(network)), out);
    }
    if (doubtful != null) {
      ExportFormat.named(extension(InputFiles.writable(doubtful)))
          .write(List.of(ConflatedLayer.doubts(network)), doubtful);
    }
    Used used =
        new Used(
            tolerance.km(),
            tolerance.bandKm(),
            toleranceKm == null ? suggested.basis().name() : "GIVEN",
            suggested.agreeKm(),
            suggested.comparedKm());
    Conflated answer =
        new Conflated(
            String.valueOf(out.getFileName()),
            network.segments().size(),
            network.lengthKm(),
            network.sharedKm(),
            network.besideKm(),
            used,
            network.lengths(),
            network.doubts(),
            network.conflicts());
    common.answer(answer, sentence(answer));
    return ExitCode.DONE;
  }

  /** Whole or not at all, as every export. */
  private void writeStandard(ConflatedNetwork network) throws IOException {
    Path unfinished = Files.createTempFile(out.toAbsolutePath().getParent(), "export", ".part");
    String name = country.isEmpty() ? "fibre" : country + " fibre";
    try {
      if (isOfdsGeoPackage(out)) {
        ConflatedOfds.write(name, network, unfinished);
      } else {
        try (OutputStream stream = Files.newOutputStream(unfinished)) {
          ConflatedOfds.write(name, network, stream);
        }
      }
      Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static boolean isOfdsGeoPackage(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(OFDS_GEOPACKAGE);
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private List<NetworkNode> splitting() {
    List<NetworkNode> splitting = new ArrayList<>();
    for (Path file : nodes) {
      var read = layers.nodes(InputFiles.readable(file), LayerKind.NODES, country, null);
      Reports.print(read.report(), common);
      splitting.addAll(read.records());
    }
    return splitting;
  }

  private List<Place> places() {
    return country.isEmpty()
        ? List.of()
        : Reference.builtIn().places(country).stream()
            .map(each -> new Place(each.name(), each.location()))
            .toList();
  }

  /** {@code all=second a1b2=same}: an id may be begun with as few letters as tell it apart. */
  private Map<String, Decision> decisions(List<Doubt> doubts) {
    Map<String, Decision> decisions = new HashMap<>();
    for (String each : decide) {
      int equals = each.indexOf('=');
      String word = each.substring(equals + 1).strip().toUpperCase(Locale.ROOT).replace('-', '_');
      String id = equals < 0 ? "" : each.substring(0, equals).strip();
      List<Doubt> meant =
          doubts.stream().filter(d -> id.equals("all") || d.id().startsWith(id)).toList();
      if (equals <= 0 || meant.isEmpty() || meant.size() > 1 && !id.equals("all")) {
        throw new InputRefused("conflate.doubtUnknown", "found", each, "count", meant.size());
      }
      if (Arrays.stream(Decision.values()).noneMatch(d -> d.name().equals(word))) {
        throw new InputRefused(
            "conflate.decisionUnknown",
            "found",
            word.toLowerCase(Locale.ROOT),
            "allowed",
            "same, same-as-other, second, later");
      }
      meant.forEach(doubt -> decisions.put(doubt.id(), Decision.valueOf(word)));
    }
    return decisions;
  }

  private String sentence(Conflated answer) {
    List<String> lines = new ArrayList<>();
    lines.add(text("answer", answer.segments(), answer.lengthKm(), answer.file()));
    Used used = answer.tolerance();
    lines.add(
        text(
            "tolerance." + used.basis(),
            used.km(),
            used.bandKm(),
            used.agreeKm(),
            used.comparedKm()));
    for (SourceLength each : answer.sources()) {
      lines.add(
          text(
              "source",
              each.source(),
              each.drawnKm(),
              each.keptKm(),
              each.alreadyThereKm(),
              each.undecidedKm()));
    }
    if (answer.besideKm() > 0) {
      lines.add(text("beside", answer.besideKm()));
    }
    if (!answer.doubtful().isEmpty()) {
      lines.add(text("undecided", answer.doubtful().size()));
      for (Doubt each : answer.doubtful()) {
        lines.add(
            text(
                "doubt." + each.reason(),
                each.id().substring(0, 8),
                each.from(),
                each.to(),
                each.lengthKm(),
                each.farthestKm(),
                each.kept(),
                each.other(),
                each.place(),
                each.placePassedBy(),
                each.keptOperator(),
                each.otherOperator()));
      }
    }
    if (!answer.conflicts().isEmpty()) {
      Conflict first = answer.conflicts().get(0);
      lines.add(
          text(
              "conflicts",
              answer.conflicts().size(),
              first.column(),
              first.believed(),
              first.value(),
              first.other(),
              first.otherValue()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private String text(String key, Object... arguments) {
    return common.words().text("cli.conflate." + key, arguments);
  }
}
