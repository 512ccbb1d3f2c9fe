package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kiungo.geodata.conflate.ConflatedNetwork;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.conflate.ConflatedNetwork.SourceLength;
import org.kiungo.geodata.conflate.NetworkConflation;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.dataset.BuiltInCountries;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import picocli.CommandLine;

/** Merges several drawings of one fibre network into one topology. */
@CommandLine.Command(name = "conflate")
class ConflateCommand implements Callable<Integer> {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

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

  @CommandLine.Option(names = "--tolerance-km", paramLabel = "K", defaultValue = "1")
  private double toleranceKm;

  /**
   * The answer of {@code --json}.
   *
   * @param file written
   * @param segments between junctions, nodes and ends
   * @param lengthKm of the merged network
   * @param sources kilometres drawn, kept and already there by source, in the order given
   */
  record Conflated(String file, int segments, double lengthKm, List<SourceLength> sources) {}

  @Override
  public Integer call() throws IOException {
    if (!(toleranceKm > 0 && toleranceKm <= 50)) {
      throw new InputRefused(
          "field.range", "field", "toleranceKm", "value", toleranceKm, "low", 0.0, "high", 50.0);
    }
    ExportFormat format = ExportFormat.named(extension(InputFiles.writable(out)));
    List<Source> sources = new ArrayList<>();
    for (String each : files) {
      int equals = each.indexOf('=');
      Path file = InputFiles.readable(Path.of(each.substring(equals + 1)));
      String name = equals > 0 ? each.substring(0, equals) : String.valueOf(file.getFileName());
      sources.add(new Source(name, this.<FibreLine>read(file, LayerKind.FIBRE_LINES)));
    }
    List<NetworkNode> splitting = new ArrayList<>();
    for (Path file : nodes) {
      splitting.addAll(this.<NetworkNode>read(InputFiles.readable(file), LayerKind.NODES));
    }
    ConflatedNetwork network = NetworkConflation.conflate(sources, splitting, toleranceKm);
    format.write(List.of(layer(network)), out);
    Conflated answer =
        new Conflated(
            String.valueOf(out.getFileName()),
            network.segments().size(),
            network.lengthKm(),
            network.lengths());
    common.answer(answer, sentence(answer));
    return ExitCode.DONE;
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> read(Path file, LayerKind kind) {
    Imported<?> read = new LayerImport(new BuiltInCountries()).read(file, kind, country, null);
    Reports.print(read.report(), common);
    return (List<T>) read.records();
  }

  /** Columns that an import of fibre lines reads again, and where each segment comes from. */
  private static ExportLayer layer(ConflatedNetwork network) {
    List<Field> fields =
        List.of(
            new Field("id", Field.Type.TEXT),
            new Field("status", Field.Type.TEXT),
            new Field("source", Field.Type.TEXT),
            new Field("lineId", Field.Type.TEXT),
            new Field("seenBy", Field.Type.TEXT),
            new Field("lengthKm", Field.Type.REAL));
    List<Feature> rows = new ArrayList<>();
    for (Segment each : network.segments()) {
      Map<String, Object> columns = new LinkedHashMap<>();
      columns.put("id", each.id());
      columns.put("status", each.status().name().toLowerCase(Locale.ROOT));
      columns.put("source", each.keptFrom());
      columns.put("lineId", each.lineId());
      columns.put("seenBy", String.join("; ", each.seenBy()));
      columns.put("lengthKm", each.lengthKm());
      Coordinate[] path =
          each.path().stream()
              .map(at -> new Coordinate(at.lon(), at.lat()))
              .toArray(Coordinate[]::new);
      rows.add(new Feature(rows.size() + 1L, "", GEOMETRIES.createLineString(path), columns));
    }
    return new ExportLayer("fibre", fields, rows, null);
  }

  private String sentence(Conflated answer) {
    StringBuilder text =
        new StringBuilder(
            common
                .words()
                .text("cli.conflate.answer", answer.segments(), answer.lengthKm(), answer.file()));
    for (SourceLength each : answer.sources()) {
      text.append(System.lineSeparator())
          .append(
              common
                  .words()
                  .text(
                      "cli.conflate.source",
                      each.source(),
                      each.drawnKm(),
                      each.keptKm(),
                      each.alreadyThereKm()));
    }
    return text.toString();
  }
}
