package org.kiungo.geodata.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.road.RoadStretch;
import org.kiungo.planner.model.value.LonLat;

/** Makes networks of roads. */
public final class Roads {

  private Roads() {}

  /**
   * The network that cables may follow: lines cut where they meet, ends that nearly meet joined,
   * the feet of places near a road set on it, and of all that only what leads from one foot to
   * another.
   *
   * @param lines drawn roads, in any order, each told from either end
   * @param places that cables come from or go to; those that matter most first
   */
  public static RoadNetwork network(List<List<LonLat>> lines, List<LonLat> places) {
    if (lines.isEmpty()) {
      return RoadNetwork.NONE;
    }
    RoadPlane plane = RoadPlane.over(lines);
    RoadGraph drawn = new RoadGraph(plane, RoadNoding.noded(lines, plane));
    drawn.contract(Set.of(), true);
    RoadFeet feet = new RoadFeet(drawn.paths(), plane);
    places.forEach(feet::add);
    RoadGraph cut = new RoadGraph(plane, feet.cut());
    Set<LonLat> kept = new TreeSet<>(RoadNoding.BY_PLACE);
    kept.addAll(feet.kept());
    cut.contract(kept, false);
    List<RoadStretch> stretches = new ArrayList<>();
    cut.paths().forEach(path -> stretches.add(new RoadStretch(path)));
    return new RoadNetwork(stretches);
  }
}
