package org.kiungo.web.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Terrain;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imported layers copied into a folder, for a process that cannot open the database: one file that
 * lists them, and one a dataset with a line of JSON a row. Numbers come back as they were: whole
 * ones as {@code Long}, others as {@code Double}.
 */
public final class CopiedLayers implements ImportedLayers {

  private static final String LIST = "layers.json";

  /** Rows are as long as the store has them. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private final Path folder;
  private final List<Copied> copied;

  /**
   * @param folder that {@link Datasets#copyLayers} wrote
   */
  public CopiedLayers(Path folder) {
    this.folder = folder;
    this.copied = List.of(JSON.readValue(folder.resolve(LIST).toFile(), Copied[].class));
  }

  /**
   * A dataset of the folder.
   *
   * @param dataset whose current version it is
   * @param input as plans name it
   * @param original its file
   * @param rows name of the file here
   */
  private record Copied(Dataset dataset, InputFile input, String original, String rows) {}

  private record Row(String id, byte[] wkb, Map<String, Object> attributes) {}

  static void write(LayerRows rows, Collection<String> countries, Path folder) throws IOException {
    List<Copied> all = new ArrayList<>();
    for (String iso3 : new TreeSet<>(countries)) {
      for (Dataset each : GatheredLayers.used(rows, iso3)) {
        InputFile input = rows.input(each);
        String name = all.size() + ".jsonl";
        all.add(new Copied(each, input, rows.file(input).toString(), name));
        writeRows(rows, each, folder.resolve(name));
      }
    }
    Files.write(folder.resolve(LIST), JSON.writeValueAsBytes(all));
  }

  private static void writeRows(LayerRows rows, Dataset dataset, Path file) throws IOException {
    WKBWriter wkb = new WKBWriter();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      rows.forEach(
          dataset,
          row -> {
            byte[] shape = row.geometry() == null ? null : wkb.write(row.geometry());
            try {
              out.write(JSON.writeValueAsString(new Row(row.id(), shape, row.attributes())));
              out.newLine();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Optional<ProblemLayers> layers(String iso3) {
    return GatheredLayers.of(new Rows(), iso3);
  }

  private final class Rows implements LayerRows {

    @Override
    public List<Dataset> datasets() {
      return copied.stream().map(Copied::dataset).toList();
    }

    @Override
    public InputFile input(Dataset dataset) {
      return of(dataset).input();
    }

    private Copied of(Dataset dataset) {
      return copied.stream()
          .filter(each -> each.dataset().equals(dataset))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void forEach(Dataset dataset, Consumer<StoredFeature> sink) {
      WKBReader shapes = new WKBReader();
      try (Stream<String> lines = Files.lines(folder.resolve(of(dataset).rows()))) {
        for (String line : (Iterable<String>) lines::iterator) {
          Row row = JSON.readValue(line, Row.class);
          sink.accept(
              new StoredFeature(
                  row.id(), row.wkb() == null ? null : shapes.read(row.wkb()), row.attributes()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ParseException e) {
        throw new IllegalStateException("a shape that was written here", e);
      }
    }

    @Override
    public Path file(InputFile input) {
      return copied.stream()
          .filter(each -> each.input().equals(input))
          .map(each -> Path.of(each.original()))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Terrain ground(InputFile input) {
      return ElevationRaster.open(file(input));
    }
  }
}
