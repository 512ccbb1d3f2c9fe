package org.kiungo.web.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kiungo.geodata.store.StoredFeature;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of a dataset on their way from one Java to another: a line of JSON a row. Numbers come back
 * as they were: whole ones as {@code Long}, others as {@code Double}. A writer is closed for the
 * rows to be there.
 */
public final class RowFile implements AutoCloseable {

  /** Rows are as long as the store has them. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private final WKBWriter wkb = new WKBWriter();
  private final BufferedWriter out;

  /** Begins a file. */
  public RowFile(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file);
  }

  private record Row(String id, byte[] wkb, Map<String, Object> attributes) {}

  /**
   * Adds a row.
   *
   * @throws UncheckedIOException when there is no space
   */
  public void write(StoredFeature row) {
    byte[] shape = row.geometry() == null ? null : wkb.write(row.geometry());
    try {
      out.write(JSON.writeValueAsString(new Row(row.id(), shape, row.attributes())));
      out.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Every row of a file in its order. */
  public static void forEach(Path file, Consumer<StoredFeature> sink) {
    WKBReader shapes = new WKBReader();
    try (Stream<String> lines = Files.lines(file)) {
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
}
