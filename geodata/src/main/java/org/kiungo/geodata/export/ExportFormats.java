package org.kiungo.geodata.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that Kiungo itself writes; they are found as those of other jars are. */
public final class ExportFormats {

  private ExportFormats() {}

  /** Comma-separated values with the geometry as well-known text. */
  public record Csv() implements ExportFormat {
    @Override
    public String extension() {
      return "csv";
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      CsvWriter.write(layers.get(0), file, table);
    }

    @Override
    public Optional<Path> describe(ExportLayer layer, Path out) throws IOException {
      return Optional.of(CsvWriter.describe(layer, out));
    }
  }

  /** Tables of text in one ZIP, described for catalogues. */
  public record DataPackage() implements ExportFormat {
    @Override
    public String extension() {
      return "datapackage";
    }

    @Override
    public String ending() {
      return "datapackage.zip";
    }

    @Override
    public boolean holdsManyLayers() {
      return true;
    }

    @Override
    public boolean holdsRows() {
      return false;
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      DataPackageWriter.write(layers, file);
    }
  }

  /** FlatGeobuf. */
  public record FlatGeobuf() implements ExportFormat {
    @Override
    public String extension() {
      return "fgb";
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      FlatGeobufWriter.write(layers.get(0), file);
    }
  }

  /** GeoJSON. */
  public record GeoJson() implements ExportFormat {
    @Override
    public String extension() {
      return "geojson";
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      GeoJsonWriter.write(layers.get(0), file);
    }
  }

  /** GeoPackage, with styles. */
  public record GeoPackage() implements ExportFormat {
    @Override
    public String extension() {
      return "gpkg";
    }

    @Override
    public boolean holdsManyLayers() {
      return true;
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      GeoPackageWriter.write(layers, file);
    }
  }

  /** GeoParquet. */
  public record GeoParquet() implements ExportFormat {
    @Override
    public String extension() {
      return "parquet";
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      GeoParquetWriter.write(layers.get(0), file);
    }
  }

  /** Vector tiles in one file, for maps without a server. */
  public record Pmtiles() implements ExportFormat {
    @Override
    public String extension() {
      return "pmtiles";
    }

    @Override
    public boolean holdsManyLayers() {
      return true;
    }

    @Override
    public boolean holdsRows() {
      return false;
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      PmtilesWriter.write(layers, file);
    }
  }

  /**
   * A ZIP of a shapefile's parts, or, where the name ends in {@code .shp}, the parts themselves.
   */
  public record Shapefile() implements ExportFormat {
    @Override
    public String extension() {
      return "shp";
    }

    @Override
    public String ending() {
      return "shp.zip";
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      ShapefileWriter.write(layers.get(0), file);
    }

    @Override
    public void place(Path written, Path out) throws IOException {
      if (out.toString().toLowerCase(Locale.ROOT).endsWith(".shp")) {
        ShapefileWriter.unpack(written, out);
      } else {
        ExportFormat.super.place(written, out);
      }
    }
  }

  /** A workbook, one sheet a layer. */
  public record Workbook() implements ExportFormat {
    @Override
    public String extension() {
      return "xlsx";
    }

    @Override
    public boolean holdsManyLayers() {
      return true;
    }

    @Override
    public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
      XlsxWriter.write(layers, file);
    }
  }
}
