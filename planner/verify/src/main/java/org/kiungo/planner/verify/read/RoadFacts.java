package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.LinkPrice;

/**
 * The file {@code roads.geojson}: roads that cables may follow. Lengths are those of the courses
 * drawn there, whatever the file says beside them.
 */
public final class RoadFacts {

  static final String FILE = "roads.geojson";

  private final List<Road> drawn = new ArrayList<>();
  private final List<Double> statedKm = new ArrayList<>();
  private final Map<String, Road> byEnds = new TreeMap<>();
  private final Map<String, LonLat> places = new TreeMap<>();
  private Redacted redacted;
  private Borders borders = new Borders(List.of(), Map.of(), List.of(), false, Map.of(), Map.of());

  void read(FolderReader reader) {
    if (reader.has(FILE)) {
      reader.features(
          FILE,
          (path, p) -> {
            Road road = Road.of(path);
            drawn.add(road);
            statedKm.add(Fields.number(p, "lengthKm"));
            byEnds.merge(
                Road.ends(road.fromId(), road.toId()),
                road,
                (one, other) -> one.isBefore(other) ? one : other);
          });
      for (Road road : byEnds.values()) {
        places.put(road.fromId(), road.path().get(0));
        places.put(road.toId(), road.path().get(road.path().size() - 1));
      }
    }
  }

  /** Takes from a redacted copy what it says of roads that it does not draw. */
  void redacted(Redacted copy) {
    redacted = copy;
    places.putAll(copy.placesOnRoads());
  }

  private boolean areKnown() {
    return redacted == null ? !byEnds.isEmpty() : redacted.knowsRoads();
  }

  private boolean lieBetween(String fromId, String toId) {
    return redacted == null ? find(fromId, toId) != null : redacted.isAlongRoad(fromId, toId);
  }

  /** Tells of the borders that links cross. */
  void across(Borders known) {
    borders = known;
  }

  /** Borders that links cross. */
  public Borders borders() {
    return borders;
  }

  /** Holds the lengths that the file states against its courses. */
  public void check(Ledger ledger) {
    for (int k = 0; k < drawn.size(); k++) {
      Road each = drawn.get(k);
      String road = each.fromId() + " > " + each.toId();
      ledger.same("road.length", road, each.lengthKm(), statedKm.get(k));
    }
  }

  /** All roads. */
  public List<Road> roads() {
    return List.copyOf(byEnds.values());
  }

  /** Where places on roads lie, by name, ascending. */
  public Map<String, LonLat> places() {
    return Collections.unmodifiableMap(places);
  }

  private Road find(String fromId, String toId) {
    return byEnds.isEmpty() ? null : byEnds.get(Road.ends(fromId, toId));
  }

  /** Length of a link: of the road between its ends, else geodesic. */
  public double km(String fromId, LonLat from, String toId, LonLat to) {
    Road road = find(fromId, toId);
    return road == null ? from.distanceKm(to) : road.lengthKm();
  }

  /**
   * A medium as it is laid between two places: along a road as long as that, its ends costing
   * nothing there; where roads are known but none leads there, across country; else by its usual
   * way. What it crosses is paid with it.
   */
  public LinkPrice laid(Medium medium, String fromId, String toId) {
    boolean onRoad = lieBetween(fromId, toId);
    var factor = medium.routeFactor();
    if (areKnown() && medium.crossCountryFactor() != null) {
      factor = medium.crossCountryFactor();
    }
    double route = onRoad || factor == null ? 1 : factor.value();
    var crossing = borders.find(fromId, toId, medium.id()).orElse(null);
    return new LinkPrice(medium, route, !onRoad, crossing);
  }

  /** The way that a link must take. */
  public List<LonLat> path(BuiltLink link) {
    Road road = find(link.fromId(), link.toId());
    if (road == null) {
      return List.of(link.from(), link.to());
    }
    List<LonLat> along = new ArrayList<>(road.path());
    if (!along.get(0).equals(link.from())) {
      Collections.reverse(along);
    }
    return List.copyOf(along);
  }

  /** False where a place on a road, on which nothing stands, is one of the ends. */
  public boolean stands(String fromId, String toId) {
    return !places.containsKey(fromId) && !places.containsKey(toId);
  }
}
