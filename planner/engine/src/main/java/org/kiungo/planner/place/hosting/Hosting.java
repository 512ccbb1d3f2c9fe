package org.kiungo.planner.place.hosting;

import java.util.Arrays;
import java.util.BitSet;
import org.kiungo.planner.cost.PresentValue;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;

/**
 * A joint placement in arrays: what each kind of service at each site costs, and for each user and
 * service the sites that law, distance and eligibility allow, by falling value.
 *
 * <p>A demand point here is one user's need for one service. HostAssignment it takes {@code copies}
 * sites in as many countries (or grids, or cables); each copy is worth people · (1 − latency weight
 * · round trip / longest round trip) / copies. Every allowed site is kept; above 20 million pairs,
 * per demand point only the most valuable {@value #NEAREST}, and those that host the service
 * already.
 */
public final class Hosting {

  public static final int NEAREST = 60;

  /** Up to so many pairs of demand point and site, every site is kept. */
  private static final long PAIRS = 20_000_000;

  public final ServiceProblem problem;
  public final int services;
  public final int sites;

  /** Demand points: user and service of each. */
  public final int[] userOf;

  public final int[] serviceOf;

  /** allowed[q] = sites by falling value; worth[q][k] = value of one copy from allowed[q][k]. */
  public final int[][] allowed;

  final double[][] worth;

  /** Most any site can be worth to a demand point, all copies. */
  public final double[] people;

  /** Busy-hour demand of a demand point at each of its sites. */
  public final double[] demandMbps;

  /**
   * buildingUsd[j], serviceUsd[k][j]: present value; 0 when it stands already; ∞ when not eligible.
   */
  public final double[] buildingUsd;

  public final double[][] serviceUsd;
  public final double[] capacityMbps;
  public final int[] copies;

  /** groupOf[k][j] = country, grid or cable that copies of service k may not share. */
  public final int[][] groupOf;

  /** Sites kept per demand point at most, besides those that host already. */
  public final int listed;

  public Hosting(ServiceProblem problem) {
    this.problem = problem;
    this.services = problem.services().size();
    this.sites = problem.sites().size();
    this.buildingUsd = new double[sites];
    this.serviceUsd = new double[services][sites];
    this.capacityMbps = new double[services];
    this.copies = new int[services];
    this.groupOf = groups();
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
    this.listed = (long) count * sites <= PAIRS ? sites : NEAREST;
    int q = 0;
    for (int k = 0; k < services; k++) {
      for (int i = 0; i < problem.users().size(); i++) {
        if (problem.users().get(i).serviceIds().contains(problem.services().get(k).id())) {
          userOf[q] = i;
          serviceOf[q] = k;
          people[q] = problem.users().get(i).people();
          demandMbps[q] =
              problem.users().get(i).units()
                  * problem.services().get(k).demandMbpsPerUser().value();
          list(q++);
        }
      }
    }
  }

  public int demandPoints() {
    return userOf.length;
  }

  /** True when the service stands at the site before the plan. */
  public boolean locked(int k, int j) {
    return problem.sites().get(j).hosted().contains(problem.services().get(k).id());
  }

  /** Value of one copy for demand point q from a site at this round trip. */
  double worth(int q, double roundTripMs) {
    EService service = problem.services().get(serviceOf[q]);
    double share = problem.latencyWeightRatio() * roundTripMs / service.maxRoundTripMs().value();
    return people[q] * (1 - share) / copies[serviceOf[q]];
  }

  /** What stands already and these cells k · sites + j. */
  boolean[][] placed(BitSet open) {
    boolean[][] placed = new boolean[services][sites];
    for (int k = 0; k < services; k++) {
      for (int j = 0; j < sites; j++) {
        placed[k][j] = locked(k, j) || open.get(k * sites + j);
      }
    }
    return placed;
  }

  /** Present value of what placement [k][j] opens, standing services and buildings free. */
  public double costUsd(boolean[][] placed) {
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

  private int[][] groups() {
    int[][] groups = new int[services][];
    for (int k = 0; k < services; k++) {
      EService.Apart apart = problem.services().get(k).apart();
      String[] names =
          problem.sites().stream()
              .map(site -> site.group(apart))
              .distinct()
              .sorted()
              .toArray(String[]::new);
      groups[k] =
          problem.sites().stream()
              .mapToInt(site -> Arrays.binarySearch(names, site.group(apart)))
              .toArray();
    }
    return groups;
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
    int[] site = new int[sites];
    double[] value = new double[sites];
    Integer[] order = new Integer[sites];
    int count = 0;
    for (int j = 0; j < sites; j++) {
      if (serviceUsd[serviceOf[q]][j] == Double.POSITIVE_INFINITY) {
        continue;
      }
      double ms = problem.roundTrips().roundTripMs(userOf[q], j);
      if (ms <= maxMs
          && problem
              .sovereignty()
              .allows(user.country(), problem.sites().get(j).country(), service.dataClass())) {
        order[count] = count;
        site[count] = j;
        value[count++] = worth(q, ms);
      }
    }
    Arrays.sort(order, 0, count, (a, b) -> Double.compare(value[b], value[a]));
    int kept = 0;
    allowed[q] = new int[count];
    worth[q] = new double[count];
    for (int x = 0; x < count; x++) {
      if (x < listed || locked(serviceOf[q], site[order[x]])) {
        allowed[q][kept] = site[order[x]];
        worth[q][kept++] = value[order[x]];
      }
    }
    allowed[q] = Arrays.copyOf(allowed[q], kept);
    worth[q] = Arrays.copyOf(worth[q], kept);
  }
}
