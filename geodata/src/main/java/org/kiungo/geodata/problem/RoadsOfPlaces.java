package org.kiungo.geodata.problem;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kiungo.geodata.road.Roads;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.road.RoadNetwork;
import org.kiungo.planner.model.value.LonLat;

/** Roads between settlements and the network nodes that their cables lead to. */
final class RoadsOfPlaces {

  private RoadsOfPlaces() {}

  /** Nodes first, then settlements, those of most people first, so that feet lie before them. */
  static RoadNetwork of(
      List<List<LonLat>> lines, List<Settlement> settlements, List<NetworkNode> nodes) {
    Comparator<Settlement> populous =
        Comparator.comparingDouble(s -> s.population() > 0 ? -s.population() : 0);
    return Roads.network(
        lines,
        Stream.concat(
                nodes.stream()
                    .sorted(Comparator.comparing(NetworkNode::id))
                    .map(NetworkNode::location),
                settlements.stream()
                    .sorted(populous.thenComparing(Settlement::id))
                    .map(Settlement::location))
            .toList());
  }
}
