package org.kiungo.planner.radio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;

/** Radio hops of a problem: their line of sight from the masts that stand there, their rain. */
public final class RadioHops {

  private final Terrain terrain;
  private final Set<String> radio = new HashSet<>();
  private final Map<String, Double> mastM = new HashMap<>();
  private final Map<String, Double> rainMmPerHour = new HashMap<>();

  public RadioHops(PlanningProblem problem) {
    terrain = problem.terrain();
    problem.catalogue().media().stream()
        .filter(GroundProfile::isNeededBy)
        .forEach(medium -> radio.add(medium.id()));
    problem.settlements().forEach(each -> rainMmPerHour.put(each.id(), each.rainMmPerHour()));
    problem.nodes().forEach(each -> rainMmPerHour.putIfAbsent(each.id(), each.rainMmPerHour()));
    problem.towers().forEach(each -> rainMmPerHour.putIfAbsent(each.id(), each.rainMmPerHour()));
    for (Tower tower : problem.towers()) {
      if (tower.heightM() > 0) {
        mastM.put(tower.id(), tower.heightM());
      }
    }
  }

  /**
   * A hop and what is known under it.
   *
   * @param lengthKm geodesic
   * @param ground to the decimetre: elevation models are good to metres
   */
  public record Hop(double lengthKm, GroundProfile ground, double fromAntennaM, double toAntennaM) {

    public Sight sight() {
      return ground.sight(lengthKm, fromAntennaM, toAntennaM);
    }
  }

  /** True when no ground is known anywhere: every hop is unverified. */
  public boolean isBlind() {
    return terrain == Terrain.UNKNOWN;
  }

  /** What is known of a built link's line of sight; empty where its medium needs none. */
  public Optional<Sight> sight(BuiltLink link) {
    return radio.contains(link.mediumId())
        ? Optional.of(hop(link.fromId(), link.from(), link.toId(), link.to()).sight())
        : Optional.empty();
  }

  /** The harder rain of a hop's ends, mm/h; NaN where it is known at neither. */
  public double rainMmPerHour(String fromId, String toId) {
    return RainZone.harder(
        rainMmPerHour.getOrDefault(fromId, Double.NaN),
        rainMmPerHour.getOrDefault(toId, Double.NaN));
  }

  /** Looks along a hop; ids tell the masts. */
  public Hop hop(String fromId, LonLat from, String toId, LonLat to) {
    double[] ground = terrain.profileM(from, to);
    for (int k = 0; k < ground.length; k++) {
      ground[k] = Double.isFinite(ground[k]) ? Math.rint(ground[k] * 10) / 10 : Double.NaN;
    }
    return new Hop(
        from.distanceKm(to), new GroundProfile(ground), antennaM(fromId), antennaM(toId));
  }

  /** The hop with its obstacle if the ground blocks it. */
  public Optional<BlockedHop> findBlocked(String fromId, LonLat from, String toId, LonLat to) {
    Hop hop = hop(fromId, from, toId, to);
    if (hop.sight() != Sight.BLOCKED) {
      return Optional.empty();
    }
    double[] groundM = hop.ground.groundM();
    int last = groundM.length - 1;
    int worst = hop.ground.obstacle(hop.lengthKm, hop.fromAntennaM, hop.toAntennaM);
    return Optional.of(
        new BlockedHop(
            fromId,
            toId,
            from,
            to,
            groundM[0],
            groundM[last],
            hop.fromAntennaM,
            hop.toAntennaM,
            hop.lengthKm * worst / last,
            groundM[worst]));
  }

  private double antennaM(String id) {
    return mastM.getOrDefault(id, GroundProfile.ANTENNA_M);
  }
}
