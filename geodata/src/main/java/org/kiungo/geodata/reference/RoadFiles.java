package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.json.JsonMapper;

/** Reads roads as the reference builder writes them: steps of ten-thousandths of a degree. */
final class RoadFiles {

  private static final double STEPS = 1e4;

  private RoadFiles() {}

  /** Lines of a country in the order of the file; none for a country without a file. */
  static List<List<LonLat>> lines(String country) {
    String file = "roads/" + country + ".json";
    if (!Resources.exists(file)) {
      return List.of();
    }
    List<List<LonLat>> lines = new ArrayList<>();
    for (long[] steps : JsonMapper.shared().readValue(Resources.bytes(file), long[][].class)) {
      List<LonLat> line = new ArrayList<>();
      long x = 0;
      long y = 0;
      for (int k = 0; k + 1 < steps.length; k += 2) {
        x += steps[k];
        y += steps[k + 1];
        line.add(new LonLat(x / STEPS, y / STEPS));
      }
      lines.add(List.copyOf(line));
    }
    return List.copyOf(lines);
  }
}
