package org.kiungo.planner.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * {@code blocked-hops.geojson}: candidate hops that the ground closes to radio, each with the
 * obstacle that shows it. Together with the ground under the hops a plan builds it stands for the
 * elevation data when the folder is read back.
 */
final class BlockedHopFile {

  static final String NAME = "blocked-hops.geojson";

  private BlockedHopFile() {}

  static void write(Path folder, List<BlockedHop> hops) throws IOException {
    FeatureFile.write(
        folder.resolve(NAME),
        hops,
        hop -> List.of(hop.from(), hop.to()),
        BlockedHopFile::properties);
  }

  private static void properties(JsonGenerator out, BlockedHop hop) {
    out.writeStringProperty("fromId", hop.fromId());
    out.writeStringProperty("toId", hop.toId());
    out.writeNumberProperty("fromGroundM", hop.fromGroundM());
    out.writeNumberProperty("toGroundM", hop.toGroundM());
    out.writeNumberProperty("fromAntennaM", hop.fromAntennaM());
    out.writeNumberProperty("toAntennaM", hop.toAntennaM());
    out.writeNumberProperty("obstacleKm", hop.obstacleKm());
    out.writeNumberProperty("obstacleM", hop.obstacleM());
  }

  /** The hops of a folder; none where it was made without ground. */
  static List<BlockedHop> read(Path folder) {
    return Files.exists(folder.resolve(NAME))
        ? FeatureFile.read(folder, NAME, BlockedHopFile::hop)
        : List.of();
  }

  private static BlockedHop hop(List<LonLat> path, JsonNode p) {
    return new BlockedHop(
        p.get("fromId").asString(),
        p.get("toId").asString(),
        path.get(0),
        path.get(1),
        Fields.number(p, "fromGroundM"),
        Fields.number(p, "toGroundM"),
        Fields.number(p, "fromAntennaM"),
        Fields.number(p, "toAntennaM"),
        Fields.number(p, "obstacleKm"),
        Fields.number(p, "obstacleM"));
  }

  /** What a folder knows of the ground: {@link Terrain#UNKNOWN} where it was made without. */
  static Terrain terrain(Path folder) {
    if (!Files.exists(folder.resolve(NAME))) {
      return Terrain.UNKNOWN;
    }
    Map<Ends, double[]> profiles = new HashMap<>();
    FeatureFile.read(
        folder,
        NAME,
        (path, p) -> profiles.put(new Ends(path.get(0), path.get(1)), blocked(path, p)));
    FeatureFile.read(
        folder,
        PlanFiles.LINKS,
        (path, p) -> {
          JsonNode ground = p.get(Sightlines.GROUND);
          return ground == null
              ? null
              : profiles.put(
                  new Ends(path.get(0), path.get(1)),
                  ground.valueStream().mapToDouble(JsonNode::doubleValue).toArray());
        });
    return new Recorded(profiles);
  }

  /** A profile of which the ends and the obstacle are known. */
  private static double[] blocked(List<LonLat> path, JsonNode p) {
    double km = path.get(0).distanceKm(path.get(1));
    int pieces = GroundProfile.pieces(km);
    double[] ground = new double[pieces + 1];
    java.util.Arrays.fill(ground, Double.NaN);
    ground[0] = Fields.number(p, "fromGroundM");
    ground[pieces] = Fields.number(p, "toGroundM");
    int at = (int) Math.round(Fields.number(p, "obstacleKm") / km * pieces);
    if (at < 1 || at >= pieces) {
      throw new IllegalArgumentException("an obstacle beside its hop");
    }
    ground[at] = Fields.number(p, "obstacleM");
    return ground;
  }

  private record Ends(LonLat from, LonLat to) {}

  /** The ground that a folder's files tell of. */
  private record Recorded(Map<Ends, double[]> profiles) implements Terrain {
    @Override
    public double[] profileM(LonLat from, LonLat to) {
      double[] along = profiles.get(new Ends(from, to));
      if (along != null) {
        return along.clone();
      }
      double[] back = profiles.get(new Ends(to, from));
      double[] turned = new double[back == null ? 0 : back.length];
      for (int k = 0; k < turned.length; k++) {
        turned[k] = back[turned.length - 1 - k];
      }
      return turned;
    }
  }
}
