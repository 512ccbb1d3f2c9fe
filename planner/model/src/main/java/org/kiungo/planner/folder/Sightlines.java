package org.kiungo.planner.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.RadioHops;
import org.kiungo.planner.radio.Sight;
import tools.jackson.core.JsonGenerator;

/**
 * Line of sight of the links, as {@code links.geojson} states it: {@code lineOfSight} of every
 * radio hop and, where the ground is known, what it follows from, so that anyone can check it; and
 * the rain the hop was planned for.
 */
final class Sightlines {

  static final String SIGHT = "lineOfSight";
  static final String GROUND = "groundM";
  static final String ANTENNAS = "antennaHeightM";
  static final String RAIN = "rainMmPerHour";

  /** What a link's properties hold beside the record's own. */
  static final List<String> PROPERTIES = List.of(SIGHT, RAIN, GROUND, ANTENNAS);

  private final Map<String, Medium> media = new HashMap<>();
  private final RadioHops hops;

  Sightlines(PlanningProblem problem) {
    hops = new RadioHops(problem);
    problem.catalogue().media().forEach(medium -> media.put(medium.id(), medium));
  }

  /** Writes a radio hop's line of sight; of other links nothing. */
  void write(JsonGenerator out, BuiltLink link) {
    Medium medium = media.get(link.mediumId());
    if (medium == null || !GroundProfile.isNeededBy(medium)) {
      return;
    }
    RadioHops.Hop hop = hops.hop(link.fromId(), link.from(), link.toId(), link.to());
    Sight sight = hop.sight();
    out.writeStringProperty(SIGHT, sight.name());
    out.writeName(RAIN);
    FolderJson.number(out, hops.rainMmPerHour(link.fromId(), link.toId()));
    if (sight != Sight.UNVERIFIED) {
      array(out, GROUND, hop.ground().groundM());
      array(out, ANTENNAS, new double[] {hop.fromAntennaM(), hop.toAntennaM()});
    }
  }

  private static void array(JsonGenerator out, String name, double[] values) {
    out.writeName(name);
    out.writeStartArray();
    for (double value : values) {
      FolderJson.number(out, value);
    }
    out.writeEndArray();
  }
}
