package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import tools.jackson.core.JsonGenerator;

/**
 * {@code roads.geojson}: the roads that a plan's cables may follow, each from junction to junction
 * or foot, with its course and its length.
 */
final class RoadFile {

  static final String NAME = "roads.geojson";

  private RoadFile() {}

  static void write(Path folder, RoadNetwork roads) throws IOException {
    FeatureFile.write(
        folder.resolve(NAME), roads.stretches(), RoadStretch::path, RoadFile::properties);
  }

  private static void properties(JsonGenerator out, RoadStretch road) {
    out.writeStringProperty("fromId", road.fromId());
    out.writeStringProperty("toId", road.toId());
    out.writeNumberProperty("lengthKm", road.lengthKm());
  }

  /** The roads of a folder; none where it was made without. */
  static RoadNetwork read(Path folder) {
    return Files.exists(folder.resolve(NAME))
        ? new RoadNetwork(FeatureFile.read(folder, NAME, (path, p) -> new RoadStretch(path)))
        : RoadNetwork.NONE;
  }
}
