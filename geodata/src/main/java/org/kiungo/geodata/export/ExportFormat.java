package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.InputRefused;

/** The formats written; each constant is the one place that knows its writer. */
public enum ExportFormat {
  GEOJSON("geojson", (layers, out, table) -> GeoJsonWriter.write(layers.get(0), out), false),
  GPKG("gpkg", (layers, out, table) -> GeoPackageWriter.write(layers, out), true),
  CSV("csv", (layers, out, table) -> CsvWriter.write(layers.get(0), out, table), false),
  XLSX("xlsx", (layers, out, table) -> XlsxWriter.write(layers, out), true),
  FGB("fgb", (layers, out, table) -> FlatGeobufWriter.write(layers.get(0), out), false),
  SHP("shp", (layers, out, table) -> ShapefileWriter.write(layers.get(0), out), false);

  private interface Writer {
    void write(List<ExportLayer> layers, Path out, CsvOptions table) throws IOException;
  }

  private final String extension;
  private final Writer writer;
  private final boolean manyLayers;

  ExportFormat(String extension, Writer writer, boolean manyLayers) {
    this.extension = extension;
    this.writer = writer;
    this.manyLayers = manyLayers;
  }

  public String extension() {
    return extension;
  }

  /** Whether one file holds several layers. */
  public boolean holdsManyLayers() {
    return manyLayers;
  }

  /**
   * The format of that name.
   *
   * @throws InputRefused if there is none
   */
  public static ExportFormat named(String name) {
    for (ExportFormat format : values()) {
      if (format.extension.equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new InputRefused(
        "export.formatUnknown",
        "found",
        name,
        "allowed",
        String.join(", ", List.of(values()).stream().map(ExportFormat::extension).toList()));
  }

  /** Writes with the CSV defaults. */
  public void write(List<ExportLayer> layers, Path out) throws IOException {
    write(layers, out, CsvOptions.DEFAULT);
  }

  /**
   * Writes a file whole or not at all: an unfinished one never stands under its name. A shapefile
   * is a ZIP of its parts, or, where the name ends in {@code .shp}, the parts side by side.
   *
   * @throws InputRefused if the format cannot hold the layers
   */
  public void write(List<ExportLayer> layers, Path out, CsvOptions table) throws IOException {
    if (layers.isEmpty() || layers.size() > 1 && !manyLayers) {
      throw new InputRefused(
          "file.exportLimit",
          "file",
          String.valueOf(out.getFileName()),
          "what",
          "layers",
          "found",
          layers.size() + "",
          "limit",
          manyLayers ? "≥ 1" : "1");
    }
    Path unfinished = Files.createTempFile(out.toAbsolutePath().getParent(), "export", ".part");
    try {
      writer.write(layers, unfinished, table);
      if (this == SHP && out.toString().toLowerCase(Locale.ROOT).endsWith(".shp")) {
        ShapefileWriter.unpack(unfinished, out);
        return;
      }
      Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
