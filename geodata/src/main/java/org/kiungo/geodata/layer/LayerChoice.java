package org.kiungo.geodata.layer;

import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.planner.model.value.InputRefused;

/** Which of a file's layers is meant, and whether it can be used at all. */
final class LayerChoice {

  private LayerChoice() {}

  /** Refuses a layer without rows, and one of which no row can be placed for the same reason. */
  static void requireUsable(
      DataReport report, Inspection.Layer layer, LayerKind kind, SourceFile file) {
    if (report.rowsIn() == 0) {
      throw new InputRefused("layer.empty", "file", file.name(), "layer", layer.name());
    }
    if (report.counts().getOrDefault("crsMissing", 0L) == report.rowsIn()) {
      throw new InputRefused("layer.crsMissing", "file", file.name());
    }
    long placeless =
        report.counts().getOrDefault("geometryMissing", 0L)
            + report.counts().getOrDefault("totalNoPlace", 0L);
    if (placeless == report.rowsIn()) {
      String columns = String.join(", ", layer.fields().stream().map(Field::name).toList());
      throw new InputRefused(
          "file.placeMissing", "file", file.name(), "layerKind", kind.label(), "columns", columns);
    }
  }

  /**
   * The layer meant: the one named, else the one called as its kind, else the only one that fits.
   */
  static Inspection.Layer choose(SourceFile file, LayerKind kind, ReadOptions options) {
    if (!(LayerReader.of(file) instanceof VectorReader)) {
      throw new InputRefused("layer.isRaster", "file", file.name(), "layerKind", kind.label());
    }
    List<Inspection.Layer> layers = Inspector.layers(file, options);
    String names = String.join(", ", layers.stream().map(Inspection.Layer::name).toList());
    List<Inspection.Layer> called =
        layers.stream()
            .filter(
                each -> each.name().equals(kind.label()) && each.features() > 0 && !each.hidden())
            .toList();
    if (options.layer().isEmpty() && called.size() == 1) {
      return called.get(0);
    }
    List<Inspection.Layer> fitting =
        layers.size() == 1 || !options.layer().isEmpty()
            ? layers
            : layers.stream()
                .filter(layer -> fits(kind, layer) && layer.features() > 0 && !layer.hidden())
                .toList();
    if (fitting.isEmpty()) {
      throw new InputRefused(
          "layer.missing", "file", file.name(), "layer", options.layer(), "layers", names);
    }
    // of places and areas drawn in one layer the former are meant, as they are named apart
    List<Inspection.Layer> places =
        fitting.stream().filter(each -> each.name().endsWith(VectorReader.PLACES)).toList();
    if (places.size() == 1 && kind.shape() == LayerKind.Shape.PLACE) {
      return places.get(0);
    }
    if (fitting.size() > 1) {
      String several = String.join(", ", fitting.stream().map(Inspection.Layer::name).toList());
      throw new InputRefused("layer.ambiguous", "file", file.name(), "layers", several);
    }
    return fitting.get(0);
  }

  private static boolean fits(LayerKind kind, Inspection.Layer layer) {
    String type = layer.geometryType().toLowerCase(Locale.ROOT);
    return switch (kind.shape()) {
      case LINE -> type.endsWith("linestring");
      case AREA -> type.endsWith("polygon");
      case PLACE -> type.endsWith("point") || type.endsWith("polygon");
      default -> type.equals("none");
    };
  }
}
