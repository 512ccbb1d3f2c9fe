package org.kiungo.planner.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The levers of a scenario in the order in which they are applied: by heading, then id, so that a
 * plan does not depend on the order in which they were written down. One at its neutral setting is
 * left out, as it is the same as none.
 *
 * @param ordered levers, none twice and no two that exclude one another
 */
public record Levers(List<PolicyLever> ordered) {

  private static volatile List<LeverDescription> all;

  /**
   * @throws InputRefused {@code lever.twice} or {@code lever.together} for a list that pulls a
   *     lever twice or two that exclude one another
   */
  public Levers {
    List<PolicyLever> sorted = new ArrayList<>(ordered);
    sorted.sort(Comparator.comparing(LeverDescription::of, Levers::compare));
    for (int k = 1; k < sorted.size(); k++) {
      String id = LeverDescription.of(sorted.get(k)).id();
      if (id.equals(LeverDescription.of(sorted.get(k - 1)).id())) {
        throw new InputRefused("lever.twice", "field", "levers", "lever", id);
      }
    }
    sorted.removeIf(lever -> LeverDescription.of(lever).neutral().equals(lever));
    for (int k = 1; k < sorted.size(); k++) {
      LeverDescription one = LeverDescription.of(sorted.get(k));
      for (PolicyLever other : sorted.subList(0, k)) {
        String second = LeverDescription.of(other).id();
        if (one.excludes().contains(second)) {
          throw new InputRefused(
              "lever.together", "field", "levers", "one", second, "other", one.id());
        }
      }
    }
    ordered = List.copyOf(sorted);
  }

  /** The problem under all of them. */
  public PlanningProblem applyTo(PlanningProblem problem) {
    PlanningProblem changed = problem;
    for (PolicyLever lever : ordered) {
      changed = lever.applyTo(changed);
    }
    return changed;
  }

  /**
   * All levers on the class path, by heading, then id.
   *
   * @throws InputRefused {@code lever.two-classes} when two have the same id
   */
  public static List<LeverDescription> all() {
    List<LeverDescription> known = all;
    if (known == null) {
      known = registered();
      all = known;
    }
    return known;
  }

  private static List<LeverDescription> registered() {
    List<LeverDescription> found =
        ServiceLoader.load(PolicyLever.class, PolicyLever.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::type)
            .sorted(Comparator.comparing(Class::getName))
            .map(LeverDescription::of)
            .toList();
    Map<String, Class<?>> types = new HashMap<>();
    for (LeverDescription each : found) {
      Class<?> other = types.putIfAbsent(each.id(), each.type());
      if (other != null) {
        throw new InputRefused(
            "lever.two-classes",
            "lever",
            each.id(),
            "one",
            other.getName(),
            "other",
            each.type().getName());
      }
    }
    return found.stream().sorted(Levers::compare).toList();
  }

  /**
   * The lever of an id.
   *
   * @throws InputRefused {@code lever.unknown} naming it and those that exist
   */
  public static LeverDescription named(String id) {
    for (LeverDescription each : all()) {
      if (each.id().equals(id)) {
        return each;
      }
    }
    String known = String.join(", ", all().stream().map(LeverDescription::id).toList());
    throw new InputRefused("lever.unknown", "field", "levers", "lever", id, "known", known);
  }

  private static int compare(LeverDescription a, LeverDescription b) {
    int heading = a.group().compareTo(b.group());
    return heading != 0 ? heading : a.id().compareTo(b.id());
  }
}
