package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.place.hosting.HostAssignment;
import org.kiungo.planner.place.hosting.Hosting;
import org.kiungo.planner.place.hosting.HostingMoves;
import org.kiungo.planner.place.hosting.HostingSearch;
import org.kiungo.planner.place.hosting.PlacementBound;

/**
 * Joint placement of several kinds of e-service that share sites and one budget: max Σ over served
 * users of people · (1 − latency weight · mean round trip of its copies / longest round trip), such
 * that every copy stands in a place that law, kind, distance and capacity allow, copies stand in
 * distinct countries, grids or cables, and what is opened costs no more than the budget.
 *
 * <p>Greedy by value per dollar, started from nothing and from the sites that the Lagrangian bound
 * would open; drop-and-refill search, then OptaPlanner's exchanges and interchanges; exhaustive
 * below a dozen undecided placements. NP-hard (contains maximal covering). Guarantee: the stated
 * bound.
 */
public final class ServicePlacement {

  private static final String METHOD =
      "Lagrangian bound on copies and budget, one knapsack per service and site";

  private ServicePlacement() {}

  /**
   * How long to search.
   *
   * @param seed of every random choice
   * @param tries drop-and-refill moves
   * @param dualIterations subgradient steps per price of money
   * @param calculations placements that OptaPlanner's late acceptance may judge; fewer where there
   *     are many users, 0 = none
   */
  public record Limits(long seed, int tries, int dualIterations, long calculations) {

    public static final Limits DEFAULT = new Limits(0, 400, 40, 20_000);
  }

  /** The fractional optimum is rounded to what it opens by at least so much. */
  private static final double[] ROUNDED_FROM = {0.95, 0.8, 0.6, 0.4, 0.2};

  /**
   * A placement with the prices from which its bound follows.
   *
   * @param plan sites, users and certificate
   * @param pricePeople price of one copy for each entry of the plan's users, ≥ 0: with the
   *     certificate's λ it proves the bound
   */
  public record Solved(ServicePlan plan, double[] pricePeople) {}

  /** The placement alone. */
  public static ServicePlan place(
      ServiceProblem problem,
      Limits limits,
      String engineVersion,
      String catalogueVersion,
      Progress progress,
      BooleanSupplier stop) {
    return solve(problem, limits, engineVersion, catalogueVersion, progress, stop).plan();
  }

  /**
   * @param engineVersion for the certificate
   * @param catalogueVersion for the certificate
   * @param stop true ends the search with the best so far and its certificate
   */
  public static Solved solve(
      ServiceProblem problem,
      Limits limits,
      String engineVersion,
      String catalogueVersion,
      Progress progress,
      BooleanSupplier stop) {
    Hosting hosting = new Hosting(problem);
    HostingSearch search = new HostingSearch(hosting, limits.seed());
    search.construct(search.lockedOnly());
    progress.report("construction", 0.2, search.value(), Double.NaN, Double.NaN);
    PlacementBound bound = new PlacementBound(hosting);
    bound.tighten(search.worthHeld(), search.value(), limits.dualIterations(), stop);
    progress.report("bound", 0.6, search.value(), bound.bound, gap(search.value(), bound.bound));
    boolean tried = search.enumerate();
    if (!tried) {
      search.construct(affordable(hosting, bound, search.lockedOnly()));
      for (double leastRatio : ROUNDED_FROM) {
        search.construct(rounded(hosting, bound.averageOpen, leastRatio, search.lockedOnly()));
      }
      search.improve(limits.tries(), bound.averageOpen, stop);
      search.polish(
          limits.seed(),
          limits.calculations(),
          bound.averageOpen,
          EnumSet.allOf(HostingMoves.Kind.class),
          stop);
    }
    search.prune();
    double upper = Math.max(bound.bound, search.value());
    progress.report("certificate", 1, search.value(), upper, gap(search.value(), upper));
    Certificate certificate =
        new Certificate(
            Certificate.Sense.MAXIMISE,
            search.value(),
            upper,
            gap(search.value(), upper),
            bound.lambda,
            METHOD,
            hosting.listed == hosting.sites
                ? "every allowed pair of "
                    + hosting.demandPoints()
                    + " needs and "
                    + hosting.sites
                    + " sites"
                : "each need's "
                    + Hosting.NEAREST
                    + " most valuable allowed sites of "
                    + hosting.sites
                    + ", and every site that hosts the service already",
            List.of("copies apart", "all copies or none", "whole users per site"),
            limits.seed(),
            search.steps + bound.steps,
            engineVersion,
            catalogueVersion);
    return plan(hosting, search.placed(), certificate, bound.prices());
  }

  private static double gap(double value, double upper) {
    return Certificate.gapRatio(Certificate.Sense.MAXIMISE, value, upper);
  }

  /** What the bound would open, best value per dollar first, while the budget lasts. */
  private static boolean[][] affordable(Hosting hosting, PlacementBound bound, boolean[][] placed) {
    List<int[]> cells = new ArrayList<>();
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; j < hosting.sites; j++) {
        if (bound.chosen[k][j] && !placed[k][j]) {
          cells.add(new int[] {k, j});
        }
      }
    }
    cells.sort(
        Comparator.comparingDouble(
            cell -> -bound.reduced[cell[0]][cell[1]] / hosting.serviceUsd[cell[0]][cell[1]]));
    return whatFits(hosting, cells, placed);
  }

  /** What the bound opens for the most part, most of all first, while the budget lasts. */
  private static boolean[][] rounded(
      Hosting hosting, double[][] openRatio, double leastRatio, boolean[][] placed) {
    List<int[]> cells = new ArrayList<>();
    for (int k = 0; k < hosting.services; k++) {
      for (int j = 0; j < hosting.sites; j++) {
        if (openRatio[k][j] >= leastRatio && !placed[k][j]) {
          cells.add(new int[] {k, j});
        }
      }
    }
    cells.sort(Comparator.comparingDouble(cell -> -openRatio[cell[0]][cell[1]]));
    return whatFits(hosting, cells, placed);
  }

  private static boolean[][] whatFits(Hosting hosting, List<int[]> cells, boolean[][] placed) {
    for (int[] cell : cells) {
      placed[cell[0]][cell[1]] = true;
      if (hosting.costUsd(placed) > hosting.problem.budgetUsd()) {
        placed[cell[0]][cell[1]] = false;
      }
    }
    return placed;
  }

  private static Solved plan(
      Hosting hosting, boolean[][] placed, Certificate certificate, double[] prices) {
    HostAssignment serving = new HostAssignment(hosting);
    serving.serve(placed);
    serving.repair(placed);
    WhyNot why = new WhyNot(hosting, placed, serving);
    PeopleOnce[] people = new PeopleOnce[hosting.sites];
    Arrays.setAll(people, j -> new PeopleOnce());
    ServicePlan.UserService[] found = new ServicePlan.UserService[hosting.demandPoints()];
    List<Integer> order = new ArrayList<>();
    for (int q = 0; q < hosting.demandPoints(); q++) {
      found[q] = why.user(q);
      for (int x : serving.taken[q]) {
        people[hosting.allowed[q][x]].add(found[q]);
      }
      order.add(q);
    }
    order.sort(
        Comparator.comparing((Integer q) -> found[q].serviceId())
            .thenComparing(q -> found[q].userId()));
    List<ServicePlan.UserService> users = order.stream().map(q -> found[q]).toList();
    List<ServicePlan.HostSite> sites = new ArrayList<>();
    for (int j = 0; j < hosting.sites; j++) {
      SiteLine.of(hosting, placed, serving, j, people[j].people()).ifPresent(sites::add);
    }
    sites.sort(Comparator.comparing(ServicePlan.HostSite::id));
    return new Solved(
        new ServicePlan(sites, users, ServicePlan.Totals.of(sites, users), certificate),
        order.stream().mapToDouble(q -> prices[q]).toArray());
  }
}
