package org.kiungo.planner.place;

import java.util.Arrays;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.EService;

/**
 * A joint placement in arrays: what each kind of service at each site costs, and for each user and
 * service the sites that law, distance and eligibility allow, by falling value.
 *
 * <p>A demand point here is one user's need for one service. Serving it takes {@code copies} sites
 * in as many countries; each copy is worth people · (1 − latency weight · round trip / longest
 * round trip) / copies. Per demand point the most valuable {@value #NEAREST} allowed sites are
 * kept, and every site that hosts the service already.
 */
final class Hosting {

  static final int NEAREST = 60;

  final ServiceProblem problem;
  final int services;
  final int sites;

  /** Demand points: user and service of each. */
  final int[] userOf;

  final int[] serviceOf;

  /** allowed[q] = sites by falling value; worth[q][k] = value of one copy from allowed[q][k]. */
  final int[][] allowed;

  final double[][] worth;

  /** Most any site can be worth to a demand point, all copies. */
  final double[] people;

  /** Busy-hour demand of a demand point at each of its sites. */
  final double[] demandMbps;

  /**
   * buildingUsd[j], serviceUsd[k][j]: present value; 0 when it stands already; ∞ when not eligible.
   */
  final double[] buildingUsd;

  final double[][] serviceUsd;
  final double[] capacityMbps;
  final int[] copies;
  final int[] countryOf;

  Hosting(ServiceProblem problem) {
    this.problem = problem;
    this.services = problem.services().size();
    this.sites = problem.sites().size();
    this.buildingUsd = new double[sites];
    this.serviceUsd = new double[services][sites];
    this.capacityMbps = new double[services];
    this.copies = new int[services];
    this.countryOf = countries();
    price();
    int count = 0;
    for (ServiceProblem.User user : problem.users()) {
      count +=
          (int) problem.services().stream().filter(s -> user.serviceIds().contains(s.id())).count();
    }
    this.userOf = new int[count];
    this.serviceOf = new int[count];
    this.allowed = new int[count][];
    this.worth = new double[count][];
    this.people = new double[count];
    this.demandMbps = new double[count];
    int q = 0;
    for (int k = 0; k < services; k++) {
      for (int i = 0; i < problem.users().size(); i++) {
        if (problem.users().get(i).serviceIds().contains(problem.services().get(k).id())) {
          userOf[q] = i;
          serviceOf[q] = k;
          people[q] = problem.users().get(i).people();
          demandMbps[q] = problem.services().get(k).demandMbpsPerUser().value();
          list(q++);
        }
      }
    }
  }

  int demandPoints() {
    return userOf.length;
  }

  /** True when the service stands at the site before the plan. */
  boolean locked(int k, int j) {
    return problem.sites().get(j).hosted().contains(problem.services().get(k).id());
  }

  /** Value of one copy for demand point q from a site at this round trip. */
  double worth(int q, double roundTripMs) {
    EService service = problem.services().get(serviceOf[q]);
    double share = problem.latencyWeightRatio() * roundTripMs / service.maxRoundTripMs().value();
    return people[q] * (1 - share) / copies[serviceOf[q]];
  }

  /** Present value of what placement [k][j] opens, standing services and buildings free. */
  double costUsd(boolean[][] placed) {
    double usd = 0;
    for (int j = 0; j < sites; j++) {
      boolean any = false;
      for (int k = 0; k < services; k++) {
        if (placed[k][j]) {
          usd += serviceUsd[k][j];
          any |= !locked(k, j);
        }
      }
      usd += any ? buildingUsd[j] : 0;
    }
    return usd;
  }

  private int[] countries() {
    String[] names =
        problem.sites().stream()
            .map(ServiceProblem.Site::country)
            .distinct()
            .sorted()
            .toArray(String[]::new);
    return problem.sites().stream()
        .mapToInt(site -> Arrays.binarySearch(names, site.country()))
        .toArray();
  }

  private void price() {
    for (int k = 0; k < services; k++) {
      EService service = problem.services().get(k);
      copies[k] = service.copies();
      capacityMbps[k] = service.siteCapacityMbps().value();
      double usd =
          PresentValue.lifetimeUsd(
              service.siteCapexUsd().value(),
              service.siteOpexUsdPerYear().value(),
              service.siteLifetimeYears().value(),
              problem.money());
      for (int j = 0; j < sites; j++) {
        boolean eligible = service.eligible().contains(problem.sites().get(j).kind());
        serviceUsd[k][j] = locked(k, j) ? 0 : eligible ? usd : Double.POSITIVE_INFINITY;
      }
    }
    for (int j = 0; j < sites; j++) {
      ServiceProblem.Site site = problem.sites().get(j);
      boolean stands = !site.hosted().isEmpty();
      buildingUsd[j] =
          stands
              ? 0
              : site.buildingCapexUsd()
                  + site.buildingOpexUsdPerYear() * PresentValue.upkeepYears(problem.money());
    }
  }

  private void list(int q) {
    EService service = problem.services().get(serviceOf[q]);
    ServiceProblem.User user = problem.users().get(userOf[q]);
    double maxMs = service.maxRoundTripMs().value();
    Best best = new Best(sites);
    for (int j = 0; j < sites; j++) {
      if (serviceUsd[serviceOf[q]][j] == Double.POSITIVE_INFINITY) {
        continue;
      }
      double ms = problem.roundTrips().roundTripMs(userOf[q], j);
      if (ms <= maxMs
          && problem
              .sovereignty()
              .allows(user.country(), problem.sites().get(j).country(), service.dataClass())) {
        best.add(j, worth(q, ms), locked(serviceOf[q], j));
      }
    }
    allowed[q] = Arrays.copyOf(best.site, best.count);
    worth[q] = Arrays.copyOf(best.value, best.count);
  }

  /** The most valuable sites seen so far, falling; those that host already never drop out. */
  private static final class Best {
    private final int[] site;
    private final double[] value;
    private final boolean[] stays;
    private int count;
    private int staying;

    Best(int sites) {
      this.site = new int[sites + 1];
      this.value = new double[sites + 1];
      this.stays = new boolean[sites + 1];
    }

    void add(int j, double worth, boolean stay) {
      int at = count++;
      while (at > 0 && value[at - 1] < worth) {
        site[at] = site[at - 1];
        value[at] = value[at - 1];
        stays[at] = stays[at - 1];
        at--;
      }
      site[at] = j;
      value[at] = worth;
      stays[at] = stay;
      staying += stay ? 1 : 0;
      if (count - staying > NEAREST) {
        dropLeast();
      }
    }

    private void dropLeast() {
      int least = count - 1;
      while (stays[least]) {
        least--;
      }
      for (int x = least + 1; x < count; x++) {
        site[x - 1] = site[x];
        value[x - 1] = value[x];
        stays[x - 1] = stays[x];
      }
      count--;
    }
  }
}
