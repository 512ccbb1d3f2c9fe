package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;

/**
 * Rules that together leave users of one country without one service, whatever the budget: with all
 * of them no choice of sites serves them; lifting any one named rule would.
 *
 * @param serviceId kind of service
 * @param country ISO 3166-1 alpha-3 of the users
 * @param rules each of which, lifted alone, would serve them; empty when only lifting several would
 * @param users how many users
 */
public record PlacementConflict(
    String serviceId, String country, Set<ServicePlan.Reason> rules, int users) {

  public PlacementConflict {
    rules = Set.copyOf(rules);
  }

  /** Every conflict of a problem, sorted by service and country. */
  public static List<PlacementConflict> of(ServiceProblem problem) {
    Map<String, PlacementConflict> found = new TreeMap<>();
    for (EService service : problem.services()) {
      for (int i = 0; i < problem.users().size(); i++) {
        ServiceProblem.User user = problem.users().get(i);
        if (!user.serviceIds().contains(service.id()) || possible(problem, service, i, null)) {
          continue;
        }
        Set<ServicePlan.Reason> rules = EnumSet.noneOf(ServicePlan.Reason.class);
        for (ServicePlan.Reason rule :
            List.of(
                ServicePlan.Reason.DATA_LAW,
                ServicePlan.Reason.TOO_FAR,
                ServicePlan.Reason.NOT_ELIGIBLE,
                ServicePlan.Reason.CAPACITY,
                ServicePlan.Reason.REDUNDANCY)) {
          if (possible(problem, service, i, rule)) {
            rules.add(rule);
          }
        }
        if (rules.isEmpty() && !connected(problem, i)) {
          rules.add(ServicePlan.Reason.NOT_CONNECTED);
        }
        found.merge(
            service.id() + " " + user.country() + " " + rules,
            new PlacementConflict(service.id(), user.country(), rules, 1),
            (a, b) -> new PlacementConflict(a.serviceId, a.country, a.rules, a.users + 1));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static boolean connected(ServiceProblem problem, int user) {
    for (int j = 0; j < problem.sites().size(); j++) {
      if (problem.roundTrips().roundTripMs(user, j) < Double.POSITIVE_INFINITY) {
        return true;
      }
    }
    return false;
  }

  /** True when some sites could serve the user with one rule lifted. */
  private static boolean possible(
      ServiceProblem problem, EService service, int user, ServicePlan.Reason lifted) {
    Set<String> groups = new java.util.HashSet<>();
    String home = problem.users().get(user).country();
    double mbps = problem.users().get(user).units() * service.demandMbpsPerUser().value();
    if (lifted != ServicePlan.Reason.CAPACITY && mbps > service.siteCapacityMbps().value()) {
      return false;
    }
    for (int j = 0; j < problem.sites().size(); j++) {
      ServiceProblem.Site site = problem.sites().get(j);
      double ms = problem.roundTrips().roundTripMs(user, j);
      boolean fits =
          lifted == ServicePlan.Reason.NOT_ELIGIBLE
              || service.eligible().contains(site.kind())
              || site.hosted().contains(service.id());
      boolean near =
          lifted == ServicePlan.Reason.TOO_FAR
              ? ms < Double.POSITIVE_INFINITY
              : ms <= service.maxRoundTripMs().value();
      boolean lawful =
          lifted == ServicePlan.Reason.DATA_LAW
              || problem.sovereignty().allows(home, site.country(), service.dataClass());
      if (fits && near && lawful) {
        groups.add(site.group(service.apart()));
      }
    }
    int need = lifted == ServicePlan.Reason.REDUNDANCY ? 1 : service.copies();
    return groups.size() >= need;
  }
}
