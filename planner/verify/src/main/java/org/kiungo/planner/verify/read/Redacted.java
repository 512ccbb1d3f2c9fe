package org.kiungo.planner.verify.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.BlurCell;
import tools.jackson.databind.JsonNode;

/**
 * What {@code redaction.json} of a redacted copy says, where there is one: rules that need
 * positions are then held as far as cells allow, and no further.
 */
public final class Redacted {

  /** Name of the file. */
  public static final String FILE = "redaction.json";

  /** Length of a link, as far as the cells of its ends tell. */
  public static final String LENGTH = "redaction.length";

  /** Reach of a site, likewise. */
  public static final String REACH = "redaction.reach";

  /** What stands for a position that is left out. */
  static final LonLat LEFT_OUT = new LonLat(-180, -90);

  private final boolean there;
  private final JsonNode stated;
  private final double cellKm;
  private final Set<String> alongRoads = new HashSet<>();
  private final Map<String, LonLat> ends = new HashMap<>();

  Redacted(FolderReader reader) {
    there = reader.has(FILE);
    stated = there ? reader.document(FILE) : null;
    cellKm = there ? Fields.number(stated, "cellKm") : Double.NaN;
    if (there) {
      Set<String> along = new HashSet<>();
      stated.get("alongRoads").forEach(each -> along.add(each.asString()));
      readLinks(reader, "links.geojson", along);
      if (reader.has("second-links.geojson")) {
        readLinks(reader, "second-links.geojson", along);
      }
    }
  }

  private void readLinks(FolderReader reader, String file, Set<String> along) {
    reader.features(
        file,
        (path, p) -> {
          String fromId = Fields.text(p, "fromId");
          String toId = Fields.text(p, "toId");
          ends.putIfAbsent(fromId, path.get(0));
          ends.putIfAbsent(toId, path.get(path.size() - 1));
          if (along.contains(Fields.text(p, "id"))) {
            alongRoads.add(Road.ends(fromId, toId));
          }
        });
  }

  /** False of a plan with all its positions. */
  public boolean isThere() {
    return there;
  }

  /** True where positions are the middles of cells; false where there are none. */
  public boolean isBlurred() {
    return !Double.isNaN(cellKm);
  }

  /** True where the full plan knows roads. */
  boolean knowsRoads() {
    return stated.path("roadsKnown").asBoolean(false);
  }

  /** True where a link is said to follow a road. */
  boolean isAlongRoad(String fromId, String toId) {
    return alongRoads.contains(Road.ends(fromId, toId));
  }

  /** Where a link ends that ends on a road or at a tap, as the links draw it. */
  public LonLat end(String id) {
    return ends.get(id);
  }

  /** Places on roads, by name. */
  Map<String, LonLat> placesOnRoads() {
    Map<String, LonLat> places = new HashMap<>(ends);
    places.keySet().removeIf(id -> !id.startsWith("road:"));
    return places;
  }

  /** Holds a link's length to what the cells of its ends let it be. */
  public void checkLength(BuiltLink link, Ledger ledger) {
    double km = link.distanceKm();
    ledger.holds(LENGTH, link.id(), km >= 0 && Double.isFinite(km), "≥ 0 km", km);
    if (isBlurred()) {
      double middleKm = link.from().distanceKm(link.to());
      double slackKm = slackKm(link.from(), link.to());
      double leastKm = Math.max(0, middleKm - slackKm);
      ledger.holds(LENGTH, link.id(), km >= leastKm, "≥ " + leastKm, km);
      if (!isAlongRoad(link.fromId(), link.toId())) {
        double mostKm = middleKm + slackKm;
        ledger.holds(LENGTH, link.id(), km <= mostKm, "≤ " + mostKm, km);
      }
    }
  }

  /** Holds a site's reach to whom it serves, likewise. */
  public void checkReach(String id, LonLat site, LonLat home, double reachKm, Ledger ledger) {
    if (isBlurred() && site != null) {
      double leastKm = site.distanceKm(home) - slackKm(site, home);
      ledger.holds(REACH, id, leastKm <= reachKm, "≤ " + reachKm, leastKm);
    }
  }

  private double slackKm(LonLat one, LonLat other) {
    return BlurCell.halfDiagonalKm(one, cellKm) + BlurCell.halfDiagonalKm(other, cellKm);
  }
}
