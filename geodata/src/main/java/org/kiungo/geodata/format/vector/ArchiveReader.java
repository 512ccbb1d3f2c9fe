package org.kiungo.geodata.format.vector;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A ZIP around files of other formats: what it holds is read as if it lay beside it. Shapefiles,
 * KMZ and workbooks are archives of their own readers; archives inside archives stay closed.
 */
public final class ArchiveReader implements VectorReader {

  private static final String[] DATA = {
    "csv", "tsv", "tab", "geojson", "json", "gpkg", "fgb", "gpx", "dbf", "xlsx", "xls", "ods"
  };

  /** Of JSON that says nothing of layers. */
  private static final String NOTES = "file.jsonUntyped";

  @Override
  public String format() {
    return "ZIP";
  }

  @Override
  public Evidence evidence() {
    return Evidence.LIKENESS;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return ZipFiles.isZip(file);
  }

  /** Files of one region each, as an office collects them. */
  @Override
  public boolean joinsLayers() {
    return true;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    try (ZipFiles unpacked = ZipFiles.unpack(file)) {
      List<SourceFile> data = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (SourceFile entry : unpacked.files()) {
        if (entry.hasExtension(DATA)) {
          data.add(entry);
        } else {
          others.add(entry.name());
        }
      }
      if (holdsPartsWithoutShapes(unpacked.files())) {
        throw new InputRefused("file.shpMissing", "file", file.name());
      }
      if (data.isEmpty()) {
        String found = others.isEmpty() ? "–" : String.join(", ", others);
        throw new InputRefused("file.zipContent", "file", file.name(), "found", found);
      }
      InputRefused notes = null;
      int read = 0;
      for (SourceFile entry : data) {
        try {
          if (LayerReader.of(entry) instanceof VectorReader reader) {
            reader.readApart(entry, options, out);
            read++;
          } else {
            others.add(entry.name());
          }
        } catch (InputRefused refused) {
          if (!refused.code().equals(NOTES)) {
            throw refused;
          }
          notes = refused; // as geoBoundaries puts beside its layers
          others.add(entry.name());
        }
      }
      if (read == 0 && notes != null) {
        throw notes;
      }
      for (String other : others) {
        out.finding(Finding.of(Severity.INFO, "zipEntryIgnored", file, "").withValue(other, ""));
      }
    }
  }

  /** A table with an index or projection beside it was part of a shapefile. */
  private static boolean holdsPartsWithoutShapes(List<SourceFile> files) {
    return files.stream().anyMatch(entry -> entry.hasExtension("shx", "prj"))
        && files.stream().noneMatch(entry -> entry.hasExtension("shp"));
  }
}
