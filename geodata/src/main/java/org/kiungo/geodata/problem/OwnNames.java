package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.scenario.PlaceIds;

/**
 * Gives nodes and masts names that no settlement has: tables of both are often numbered from 1, and
 * a link says by name alone where it ends.
 */
final class OwnNames {

  private final PlaceIds ids = new PlaceIds();
  private final Map<String, List<List<String>>> told = new TreeMap<>();

  OwnNames(List<Settlement> settlements) {
    settlements.forEach(each -> ids.take(each.id()));
  }

  /** Sorted by id. */
  List<NetworkNode> nodes(List<NetworkNode> nodes) {
    return nodes.stream()
        .map(each -> each.withId(own("nodes.idTaken", each.id(), "@node")))
        .sorted(Comparator.comparing(NetworkNode::id))
        .toList();
  }

  /** Sorted by id; called after {@link #nodes}. An assumed mast stays one by its name. */
  List<Tower> towers(List<Tower> towers) {
    return towers.stream()
        .map(
            each ->
                each.withId(
                    own("towers.idTaken", each.id(), each.assumed() ? Tower.ASSUMED : "@mast")))
        .sorted(Comparator.comparing(Tower::id))
        .toList();
  }

  /** What was called otherwise, by the finding's code: the name and that in the plan. */
  Map<String, List<List<String>>> told() {
    return told;
  }

  private String own(String code, String id, String end) {
    String own = ids.free(id, end);
    if (!own.equals(id)) {
      told.computeIfAbsent(code, k -> new ArrayList<>()).add(List.of(id, own));
    }
    return own;
  }
}
