package org.kiungo.planner.place;

import java.util.Map;
import java.util.TreeMap;

/**
 * People behind users of e-services, each counted once however many services reach them. The users
 * of one service are different people; those of another are partly the same, and nobody knows
 * which: so a country counts those of the service that reaches most of its people.
 */
public final class PeopleOnce {

  private final Map<String, Map<String, Double>> byCountryAndService = new TreeMap<>();

  /** Counts a user's people; who is unserved counts for nobody. */
  public void add(ServicePlan.UserService user) {
    if (user.unserved() == null) {
      byCountryAndService
          .computeIfAbsent(user.country(), country -> new TreeMap<>())
          .merge(user.serviceId(), user.people(), Double::sum);
    }
  }

  /** People so far. */
  public double people() {
    return byCountryAndService.values().stream()
        .mapToDouble(each -> each.values().stream().mapToDouble(people -> people).max().orElse(0))
        .sum();
  }
}
