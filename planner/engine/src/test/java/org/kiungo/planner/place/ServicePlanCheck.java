package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;

/**
 * Recomputes a placement's value, cost and rules from the problem alone, with nothing of the
 * solver.
 *
 * @param value people · (1 − latency weight · mean round trip / longest round trip), summed
 * @param lifetimeCostUsd present value of everything opened
 * @param violations rules broken, in words for logs; empty when the plan holds
 */
public record ServicePlanCheck(double value, double lifetimeCostUsd, List<String> violations) {

  public ServicePlanCheck {
    violations = List.copyOf(violations);
  }

  /** Checks every user and site of a plan. */
  public static ServicePlanCheck of(ServiceProblem problem, ServicePlan plan) {
    return new Check(problem, plan).run();
  }

  /** One pass over the plan. */
  private static final class Check {
    private final ServiceProblem problem;
    private final ServicePlan plan;
    private final Map<String, Integer> siteNumber = new HashMap<>();
    private final Map<String, Integer> userNumber = new HashMap<>();
    private final Map<String, EService> services = new HashMap<>();
    private final Map<String, ServicePlan.HostSite> hosts = new HashMap<>();
    private final Map<String, Double> load = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private double value;

    Check(ServiceProblem problem, ServicePlan plan) {
      this.problem = problem;
      this.plan = plan;
      for (int j = 0; j < problem.sites().size(); j++) {
        siteNumber.put(problem.sites().get(j).id(), j);
      }
      for (int i = 0; i < problem.users().size(); i++) {
        userNumber.put(problem.users().get(i).id(), i);
      }
      problem.services().forEach(s -> services.put(s.id(), s));
      plan.sites().forEach(s -> hosts.put(s.id(), s));
    }

    ServicePlanCheck run() {
      plan.users().stream().filter(u -> u.unserved() == null).forEach(this::user);
      load.forEach(
          (key, mbps) -> {
            EService service = services.get(key.substring(key.indexOf('\n') + 1));
            require(mbps <= service.siteCapacityMbps().value() + 1e-6, key, "is over capacity");
          });
      require(
          plan.totals().peopleServed() <= people(u -> true) * (1 + 1e-9), "plan", "counts twice");
      for (ServicePlan.HostSite site : plan.sites()) {
        double from = people(u -> u.siteIds().contains(site.id()));
        require(site.people() <= from * (1 + 1e-9), site.id(), "counts people twice");
      }
      double usd = money();
      require(usd <= problem.budgetUsd() * (1 + 1e-9) + 1e-6, "plan", "costs more than the budget");
      return new ServicePlanCheck(value, usd, violations);
    }

    /** Everybody who has some service, each once. */
    private double people(Predicate<ServicePlan.UserService> which) {
      Map<String, Double> once = new HashMap<>();
      plan.users().stream()
          .filter(u -> u.unserved() == null && which.test(u))
          .forEach(u -> once.put(u.userId(), u.people()));
      return once.values().stream().mapToDouble(each -> each).sum();
    }

    private void user(ServicePlan.UserService u) {
      EService service = services.get(u.serviceId());
      ServiceProblem.User user = problem.users().get(userNumber.get(u.userId()));
      Set<String> groups = new HashSet<>();
      double sumMs = 0;
      for (String id : u.siteIds()) {
        int j = siteNumber.get(id);
        ServiceProblem.Site site = problem.sites().get(j);
        double ms = problem.roundTrips().roundTripMs(userNumber.get(u.userId()), j);
        sumMs += ms;
        require(hosts.get(id).serviceIds().contains(service.id()), u.userId(), "has no host");
        require(ms <= service.maxRoundTripMs().value(), u.userId(), "is too far");
        require(
            problem.sovereignty().allows(user.country(), site.country(), service.dataClass()),
            u.userId(),
            "breaks a data law");
        require(groups.add(site.group(service.apart())), u.userId(), "has two copies in one group");
        load.merge(
            id + "\n" + service.id(),
            user.units() * service.demandMbpsPerUser().value(),
            Double::sum);
      }
      require(u.siteIds().size() == service.copies(), u.userId(), "misses a copy");
      double mean = sumMs / service.copies();
      value +=
          user.people()
              * (1 - problem.latencyWeightRatio() * mean / service.maxRoundTripMs().value());
    }

    private double money() {
      double usd = 0;
      for (ServicePlan.HostSite host : plan.sites()) {
        ServiceProblem.Site site = problem.sites().get(siteNumber.get(host.id()));
        boolean opens = false;
        for (String id : host.serviceIds()) {
          EService service = services.get(id);
          boolean stands = site.hosted().contains(id);
          require(stands || service.eligible().contains(site.kind()), host.id(), "is not eligible");
          if (!stands) {
            opens = true;
            usd +=
                PresentValue.lifetimeUsd(
                    service.siteCapexUsd().value(),
                    service.siteOpexUsdPerYear().value(),
                    service.siteLifetimeYears().value(),
                    problem.money());
          }
        }
        if (opens && site.hosted().isEmpty()) {
          usd +=
              site.buildingCapexUsd()
                  + site.buildingOpexUsdPerYear() * PresentValue.upkeepYears(problem.money());
        }
      }
      return usd;
    }

    private void require(boolean holds, String who, String what) {
      if (!holds) {
        violations.add(who + " " + what);
      }
    }
  }
}
