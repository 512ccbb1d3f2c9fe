package org.kiungo.web.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.store.Organisation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the columns of a layout were mapped last. A layout is the hash of a layer's column names in
 * their order, each organisation's its own; what is remembered is offered the next time, and may be
 * changed.
 */
public final class MappingMemory {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Known known;
  private final LayerImport reader;

  MappingMemory(Known known, LayerImport reader) {
    this.known = known;
    this.reader = reader;
  }

  /** Where mappings are remembered. */
  @FunctionalInterface
  public interface Known {

    /** What was remembered of a layout in a layer, in this class's own notation. */
    Optional<String> find(String layout, String layer);
  }

  /**
   * What is to be remembered of a file.
   *
   * @param layout hash of its columns
   * @param layer what it holds
   * @param mapping in this class's own notation
   */
  public record Layout(String layout, String layer, String mapping) {}

  /**
   * A mapping to show.
   *
   * @param mapping every declared column; an empty text means that the file has none
   * @param remembered true when it was used for such columns before, false when it is guessed
   */
  public record Offer(ColumnMapping mapping, boolean remembered) {}

  Offer offer(SourceFile file, LayerKind kind, ReadOptions options) {
    if (kind.shape() == LayerKind.Shape.RASTER) {
      return new Offer(new ColumnMapping(Map.of(), options), false);
    }
    return known
        .find(layout(file, kind, options), kind.label())
        .flatMap(MappingMemory::read)
        .map(known -> remembered(file, kind, known, options))
        .orElseGet(() -> new Offer(reader.guess(file, kind, options), false));
  }

  private Offer remembered(
      SourceFile file, LayerKind kind, ColumnMapping known, ReadOptions options) {
    ReadOptions merged = over(known, options);
    String layer = reader.guess(file, kind, merged).options().layer();
    return new Offer(new ColumnMapping(known.columns(), merged.withLayer(layer)), true);
  }

  private static Optional<ColumnMapping> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, ColumnMapping.class));
    } catch (JacksonException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /** What is declared now goes before what was declared then. */
  private static ReadOptions over(ColumnMapping known, ReadOptions now) {
    ReadOptions then = known.options();
    return new ReadOptions(
        now.layer(),
        first(now.crs(), then.crs()),
        first(now.encoding(), then.encoding()),
        first(now.lonColumn(), then.lonColumn()),
        first(now.latColumn(), then.latColumn()),
        first(now.wktColumn(), then.wktColumn()),
        first(now.separator(), then.separator()),
        first(now.decimalMark(), then.decimalMark()),
        first(now.headerRow(), then.headerRow()),
        now.swapAxes(),
        now.shapesOnly(),
        now.repair());
  }

  private static String first(String now, String then) {
    return now.isEmpty() ? then : now;
  }

  /** Changes of places and shapes are never remembered: they are asked for each time. */
  Layout layout(SourceFile file, LayerKind kind, ColumnMapping used) {
    Map<String, String> columns = new LinkedHashMap<>();
    kind.roles().forEach(role -> columns.put(role, used.column(role)));
    ReadOptions options = used.options();
    ReadOptions kept =
        new ReadOptions(
            "",
            options.crs(),
            options.encoding(),
            options.lonColumn(),
            options.latColumn(),
            options.wktColumn(),
            options.separator(),
            options.decimalMark(),
            options.headerRow(),
            false,
            false,
            false);
    return new Layout(
        layout(file, kind, options),
        kind.label(),
        JSON.writeValueAsString(new ColumnMapping(columns, kept)));
  }

  /** Column names do not depend on the system that a table of metres needs declared. */
  private List<String> columns(SourceFile file, LayerKind kind, ReadOptions options) {
    try {
      return reader.columns(file, kind, options);
    } catch (InputRefused refused) {
      if (!refused.code().equals("file.metresNotDegrees")) {
        throw refused;
      }
      return reader.columns(file, kind, options.withCrs("EPSG:3857"));
    }
  }

  private String layout(SourceFile file, LayerKind kind, ReadOptions options) {
    List<String> columns = columns(file, kind, options);
    try {
      byte[] text = Organisation.key(String.join("\n", columns)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
