package org.kiungo.geodata.format;

import java.util.List;
import java.util.Optional;
import org.kiungo.planner.model.InputRefused;

/** Reads one format. The two permitted families and their own lists are the registry of formats. */
public sealed interface LayerReader permits VectorReader, RasterReader {

  /** Every reader, the ones with the surest signature first. */
  List<LayerReader> ALL =
      List.of(
          new GeoTiffReader(),
          new GeoPackageReader(),
          new FlatGeobufReader(),
          new XlsxReader(),
          new ShapefileReader(),
          new KmlReader(),
          new GpxReader(),
          new OfdsReader(),
          new GeoJsonReader(),
          new ArcGridReader(),
          new DbfReader(),
          new CsvReader(),
          new ArchiveReader());

  /** The format's name, as users know it. */
  String format();

  /** True when the file's bytes, not its name, say that it is of this format. */
  boolean recognises(SourceFile file);

  /** The reader that recognises a file. */
  static LayerReader of(SourceFile file) {
    Optional<ForeignFormat> foreign = ForeignFormat.find(file);
    if (foreign.isPresent()) {
      throw foreign.get().refusal(file);
    }
    for (LayerReader reader : ALL) {
      if (reader.recognises(file)) {
        return reader;
      }
    }
    if (file.isBlank()) {
      throw new InputRefused("file.blank", "file", file.name());
    }
    throw new InputRefused("file.formatUnknown", "file", file.name(), "found", file.beginning());
  }
}
