package org.example.stranger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.export.CsvOptions;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;

/** Names of places and what serves them, a line each. */
public final class PlaceList implements ExportFormat {

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public void encode(List<ExportLayer> layers, Path file, CsvOptions table) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Feature each : layers.get(0).features()) {
      lines.add(each.attributes().get("name") + ": " + each.attributes().get("technologyId"));
    }
    Files.write(file, lines);
  }
}
