package org.kiungo.planner.verify.read;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.verify.formula.RadioPath;
import tools.jackson.databind.JsonNode;

/** What limits radio between two places: masts, rain and hops that the ground is said to close. */
public final class HopFacts {

  private final Map<String, Double> mastM = new HashMap<>();
  private final Map<String, Double> rainMmPerHour = new HashMap<>();

  private final BlockedClaims blocked = new BlockedClaims();

  /** Hops that the ground closes to radio. */
  public BlockedClaims blocked() {
    return blocked;
  }

  void readBlocked(FolderReader reader) {
    blocked.read(reader);
  }

  /** Takes the rain of a settlement, node or tower; folders older than it do not tell it. */
  void addPlace(JsonNode place) {
    if (place.has("rainMmPerHour")) {
      rainMmPerHour.putIfAbsent(Fields.text(place, "id"), Fields.number(place, "rainMmPerHour"));
    }
  }

  void addTower(JsonNode tower) {
    addPlace(tower);
    double heightM = Fields.number(tower, "heightM");
    if (heightM > 0) {
      mastM.put(Fields.text(tower, "id"), heightM);
    }
  }

  /** The harder rain of a hop's ends, mm/h; NaN where it is known at neither. */
  public double rainMmPerHour(String fromId, String toId) {
    return RadioPath.harderMmPerHour(
        rainMmPerHour.getOrDefault(fromId, Double.NaN),
        rainMmPerHour.getOrDefault(toId, Double.NaN));
  }

  /** Height of the antenna at a place above its ground, metres. */
  public double antennaM(String id) {
    return mastM.getOrDefault(id, RadioPath.ANTENNA_M);
  }

  /** False where rain or ground closes a hop to radio. */
  public boolean areOpen(String fromId, String toId, double km) {
    return km <= RadioPath.longestKm(rainMmPerHour(fromId, toId)) && !blocked.holds(fromId, toId);
  }
}
