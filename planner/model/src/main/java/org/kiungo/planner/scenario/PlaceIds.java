package org.kiungo.planner.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;

/**
 * One name, one place: links and sites say by id alone where they end and stand, so that no two of
 * a problem's settlements, nodes and towers may share one, nor be called as a place that is told by
 * its position.
 */
public final class PlaceIds {

  /** How names begin that tell a position: of taps on fibre lines and of places on roads. */
  private static final List<String> POSITIONS = List.of("tap:", "road:");

  private final Set<String> taken = new HashSet<>();

  /** Whether a name can be no place's own. */
  public static boolean isPosition(String id) {
    return POSITIONS.stream().anyMatch(id::startsWith);
  }

  /** Takes a name; false where it is another's already or none that a place may have. */
  public boolean take(String id) {
    return !isPosition(id) && taken.add(id);
  }

  /** The name itself where it is free, else one made of it that ends so; takes it. */
  public String free(String id, String end) {
    String free = isPosition(id) ? "_" + id : id;
    while (!taken.add(free)) {
      free += end;
    }
    return free;
  }

  /**
   * @throws InputRefused {@code problem.idTwice} where a name is not one place's alone
   */
  public static void requireApart(PlanningProblem problem) {
    PlaceIds ids = new PlaceIds();
    Consumer<String> own =
        id -> {
          if (!ids.take(id)) {
            throw new InputRefused("problem.idTwice", "id", id);
          }
        };
    Stream.of(
            problem.settlements().stream().map(Settlement::id),
            problem.nodes().stream().map(NetworkNode::id),
            problem.towers().stream().map(Tower::id))
        .forEach(each -> each.forEach(own));
  }
}
