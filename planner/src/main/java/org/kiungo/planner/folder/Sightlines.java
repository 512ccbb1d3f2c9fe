package org.kiungo.planner.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.Sight;
import org.kiungo.planner.radio.Terrain;
import tools.jackson.core.JsonGenerator;

/**
 * Line of sight of the links, as {@code links.geojson} states it: {@code lineOfSight} of every
 * radio hop and, where the ground is known, what it follows from, so that anyone can check it.
 */
final class Sightlines {

  static final String SIGHT = "lineOfSight";
  static final String GROUND = "groundM";
  static final String ANTENNAS = "antennaHeightM";

  /** What a link's properties hold beside the record's own. */
  static final List<String> PROPERTIES = List.of(SIGHT, GROUND, ANTENNAS);

  private final Map<String, Medium> media = new HashMap<>();
  private final Map<String, Double> mastM = new HashMap<>();
  private final Terrain terrain;

  Sightlines(PlanningProblem problem, Terrain terrain) {
    this.terrain = terrain;
    problem.catalogue().media().forEach(medium -> media.put(medium.id(), medium));
    for (Tower tower : problem.towers()) {
      if (tower.heightM() > 0) {
        mastM.put(tower.id(), tower.heightM());
      }
    }
  }

  /** Writes a radio hop's line of sight; of other links nothing. */
  void write(JsonGenerator out, BuiltLink link) {
    Medium medium = media.get(link.mediumId());
    if (medium == null || !GroundProfile.isNeededBy(medium)) {
      return;
    }
    GroundProfile profile = GroundProfile.of(terrain, link.from(), link.to());
    double fromM = mastM.getOrDefault(link.fromId(), GroundProfile.ANTENNA_M);
    double toM = mastM.getOrDefault(link.toId(), GroundProfile.ANTENNA_M);
    double[] groundM = rounded(profile.groundM());
    Sight sight = new GroundProfile(groundM).sight(link.distanceKm(), fromM, toM);
    out.writeStringProperty(SIGHT, sight.name());
    if (sight != Sight.UNVERIFIED) {
      array(out, GROUND, groundM);
      array(out, ANTENNAS, new double[] {fromM, toM});
    }
  }

  /** To the decimetre: elevation models are good to metres. */
  private static double[] rounded(double[] metres) {
    for (int k = 0; k < metres.length; k++) {
      metres[k] = Double.isFinite(metres[k]) ? Math.rint(metres[k] * 10) / 10 : metres[k];
    }
    return metres;
  }

  private static void array(JsonGenerator out, String name, double[] values) {
    out.writeName(name);
    out.writeStartArray();
    for (double value : values) {
      Json.number(out, value);
    }
    out.writeEndArray();
  }
}
