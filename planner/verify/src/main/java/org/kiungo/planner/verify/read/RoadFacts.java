package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.border.Crossings;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadRoutes;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.verify.check.Ledger;

/**
 * The file {@code roads.geojson}: roads that cables may follow. Lengths are those of the courses
 * drawn there, whatever the file says beside them.
 */
public final class RoadFacts {

  static final String FILE = "roads.geojson";

  private final List<RoadStretch> stretches = new ArrayList<>();
  private final List<Double> statedKm = new ArrayList<>();
  private RoadRoutes routes = RoadRoutes.of(RoadNetwork.NONE);

  void read(FolderReader reader) {
    if (reader.has(FILE)) {
      reader.features(
          FILE,
          (path, p) -> {
            stretches.add(new RoadStretch(path));
            statedKm.add(Fields.number(p, "lengthKm"));
          });
      routes = RoadRoutes.of(new RoadNetwork(stretches));
    }
  }

  /** Tells of the borders that links cross. */
  void across(Crossings crossings) {
    routes = routes.with(crossings);
  }

  /** Borders that links cross. */
  public Crossings crossings() {
    return routes.crossings();
  }

  /** Holds the lengths that the file states against its courses. */
  public void check(Ledger ledger) {
    for (int k = 0; k < stretches.size(); k++) {
      RoadStretch each = stretches.get(k);
      String road = each.fromId() + " > " + each.toId();
      ledger.same("road.length", road, each.lengthKm(), statedKm.get(k));
    }
  }

  /** All roads. */
  public List<RoadStretch> stretches() {
    return List.copyOf(routes.byEnds().values());
  }

  /** Where places on roads lie, by name, ascending. */
  public Map<String, LonLat> places() {
    return routes.places();
  }

  /** Length of a link: of the road between its ends, else geodesic. */
  public double km(String fromId, LonLat from, String toId, LonLat to) {
    return routes
        .find(fromId, toId)
        .map(RoadStretch::lengthKm)
        .orElseGet(() -> from.distanceKm(to));
  }

  /** A medium as it is laid between two places. */
  public Medium laid(Medium medium, String fromId, String toId) {
    return routes.laid(medium, fromId, toId);
  }

  /** The way that a link must take. */
  public List<LonLat> path(BuiltLink link) {
    return routes.path(link);
  }

  /** False where a place on a road, on which nothing stands, is one of the ends. */
  public boolean stands(String fromId, String toId) {
    return !routes.places().containsKey(fromId) && !routes.places().containsKey(toId);
  }
}
