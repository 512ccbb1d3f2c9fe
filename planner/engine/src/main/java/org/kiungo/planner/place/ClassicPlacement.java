package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.hosting.Hosting;
import org.kiungo.planner.place.location.BackupCoverage;
import org.kiungo.planner.place.location.MaximalCovering;
import org.kiungo.planner.place.location.PCentre;
import org.kiungo.planner.place.location.PMedian;
import org.kiungo.planner.place.location.SetCovering;
import org.kiungo.planner.place.location.SingleSourceCapacitated;
import org.kiungo.planner.place.location.UncapacitatedFacilityLocation;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.CapacitatedModel;
import org.kiungo.planner.place.location.problem.CoverSets;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;

/**
 * One kind of service placed by one classic model: travel is the round trip over the network,
 * weights are people, and only sites that kind, limit and data law allow count.
 *
 * <p>Whoever no site may serve is left out of p-centre and set covering, and counts at the longest
 * round trip in p-median and the two cost models.
 */
public final class ClassicPlacement {

  /** What the first coverage counts beside a second one, of Hogan and ReVelle's 0.5–1. */
  private static final double FIRST_COVERAGE_RATIO = 0.75;

  private final ServiceProblem problem;
  private final Question question;
  private final LocationLimits limits;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final Hosting hosting;
  private final int[] reached;
  private final int[] eligible;
  private final int[] columnOf;
  private final double standardMs;

  /**
   * What is asked.
   *
   * @param sites p, where the model counts sites
   * @param standardMs longest round trip that counts as covered; NaN or more than the service's own
   *     limit = that limit
   * @param usdPerPersonMs what a millisecond of round trip for one person is worth over the
   *     horizon, in the cost models; &gt; 0
   */
  public record Question(ClassicModel model, int sites, double standardMs, double usdPerPersonMs) {}

  private ClassicPlacement(
      ServiceProblem problem,
      Question question,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    if (problem.services().size() != 1) {
      throw new InputRefused("classic.oneService", "services", problem.services().size());
    }
    this.problem = problem;
    this.question = question;
    this.limits = limits;
    this.progress = progress;
    this.stop = stop;
    this.hosting = new Hosting(problem);
    this.reached =
        IntStream.range(0, hosting.demandPoints())
            .filter(q -> hosting.allowed[q].length > 0)
            .toArray();
    this.eligible =
        IntStream.range(0, hosting.sites)
            .filter(j -> hosting.serviceUsd[0][j] < Double.POSITIVE_INFINITY)
            .toArray();
    this.columnOf = new int[hosting.sites];
    for (int c = 0; c < eligible.length; c++) {
      columnOf[eligible[c]] = c;
    }
    double most = problem.services().get(0).maxRoundTripMs().value();
    this.standardMs = question.standardMs() <= most ? question.standardMs() : most;
  }

  /**
   * @param problem with exactly one kind of service
   * @throws InputRefused {@code classic.oneService}, {@code classic.nobody}, {@code
   *     classic.tooFewSites} when p sites cannot serve everybody, or {@code field.range}
   */
  public static ClassicPlan solve(
      ServiceProblem problem,
      Question question,
      LocationLimits limits,
      Progress progress,
      BooleanSupplier stop) {
    return new ClassicPlacement(problem, question, limits, progress, stop).solve();
  }

  private ClassicPlan solve() {
    if (reached.length == 0) {
      throw new InputRefused("classic.nobody", "service", problem.services().get(0).id());
    }
    require("sites", question.sites(), 1, eligible.length);
    require("usdPerPersonMs", question.usdPerPersonMs(), 1e-12, 1e12);
    int p = question.sites();
    return switch (question.model()) {
      case P_MEDIAN -> plan(PMedian.solve(costs(1), p, limits, progress, stop));
      case P_CENTRE -> centre(p);
      case MCLP -> plan(MaximalCovering.solve(cover(), p, limits, progress, stop));
      case LSCP -> plan(SetCovering.solve(coverable(), limits, progress, stop));
      case BACKUP_COVERAGE ->
          plan(BackupCoverage.solve(cover(), p, FIRST_COVERAGE_RATIO, limits, progress, stop));
      case UFLP ->
          plan(
              UncapacitatedFacilityLocation.solve(
                  costs(question.usdPerPersonMs()), fixedUsd(0), limits, progress, stop));
      case SSCFLP -> plan(SingleSourceCapacitated.solve(capacitated(), limits, progress, stop));
    };
  }

  private static void require(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }

  private double ms(int q, int j) {
    return problem.roundTrips().roundTripMs(hosting.userOf[q], j);
  }

  /** usdPerPersonMs · people · ms for every allowed pair; unserved at the longest round trip. */
  private AssignmentCosts costs(double usdPerPersonMs) {
    double most = problem.services().get(0).maxRoundTripMs().value();
    int[][] site = new int[reached.length][];
    double[][] cost = new double[reached.length][];
    double[] outside = new double[reached.length];
    for (int i = 0; i < reached.length; i++) {
      int q = reached[i];
      double worth = usdPerPersonMs * hosting.people[q];
      site[i] = Arrays.stream(hosting.allowed[q]).map(j -> columnOf[j]).toArray();
      cost[i] = Arrays.stream(hosting.allowed[q]).mapToDouble(j -> worth * ms(q, j)).toArray();
      outside[i] = worth * most;
    }
    return AssignmentCosts.ofLists(eligible.length, site, cost, outside);
  }

  private double[] fixedUsd(int more) {
    double[] usd = new double[eligible.length + more];
    for (int c = 0; c < eligible.length; c++) {
      boolean stands = hosting.locked(0, eligible[c]);
      usd[c] = stands ? 0 : hosting.serviceUsd[0][eligible[c]] + hosting.buildingUsd[eligible[c]];
    }
    return usd;
  }

  /** With a last site for whoever stays outside, at the longest round trip. */
  private CapacitatedModel capacitated() {
    double most = problem.services().get(0).maxRoundTripMs().value();
    int m = eligible.length;
    int[][] site = new int[reached.length][];
    double[][] cost = new double[reached.length][];
    double[] demand = new double[reached.length];
    for (int i = 0; i < reached.length; i++) {
      int q = reached[i];
      double worth = question.usdPerPersonMs() * hosting.people[q];
      int size = hosting.allowed[q].length;
      site[i] = new int[size + 1];
      cost[i] = new double[size + 1];
      for (int x = 0; x < size; x++) {
        site[i][x] = columnOf[hosting.allowed[q][x]];
        cost[i][x] = worth * ms(q, hosting.allowed[q][x]);
      }
      site[i][size] = m;
      cost[i][size] = worth * most;
      demand[i] = hosting.demandMbps[q];
    }
    double[] capacity = new double[m + 1];
    Arrays.fill(capacity, hosting.capacityMbps[0]);
    capacity[m] = Arrays.stream(demand).sum();
    return new CapacitatedModel(
        AssignmentCosts.ofLists(m + 1, site, cost, null), demand, capacity, fixedUsd(1), m + 1);
  }

  private CoverSets cover() {
    return CoverSets.of(
        eligible.length,
        Arrays.stream(reached).mapToObj(this::covering).toArray(int[][]::new),
        Arrays.stream(reached).mapToDouble(q -> hosting.people[q]).toArray());
  }

  private int[] covering(int q) {
    return Arrays.stream(hosting.allowed[q])
        .filter(j -> ms(q, j) <= standardMs)
        .map(j -> columnOf[j])
        .toArray();
  }

  /** Those whom some site covers. */
  private CoverSets coverable() {
    int[][] sets =
        Arrays.stream(reached)
            .mapToObj(this::covering)
            .filter(set -> set.length > 0)
            .toArray(int[][]::new);
    if (sets.length == 0) {
      throw new InputRefused("classic.nobody", "service", problem.services().get(0).id());
    }
    double[] one = new double[sets.length];
    Arrays.fill(one, 1);
    return CoverSets.of(eligible.length, sets, one);
  }

  private ClassicPlan centre(int p) {
    double never = 1e9;
    double[][] distance = new double[reached.length][eligible.length];
    for (int i = 0; i < distance.length; i++) {
      Arrays.fill(distance[i], never);
      for (int j : hosting.allowed[reached[i]]) {
        distance[i][columnOf[j]] = ms(reached[i], j);
      }
    }
    LocationSolution found = PCentre.solve(distance, p, limits, progress, stop);
    if (found.value() >= never) {
      throw new InputRefused("classic.tooFewSites", "sites", p);
    }
    return plan(found);
  }

  /** Everybody from its nearest open site, which every model but the one with capacity means. */
  private ClassicPlan plan(LocationSolution found) {
    boolean[] open = new boolean[hosting.sites];
    for (int c : found.opened()) {
      if (c < eligible.length) {
        open[eligible[c]] = true;
      }
    }
    int[] given = new int[hosting.demandPoints()];
    Arrays.fill(given, -1);
    for (int i = 0; question.model() == ClassicModel.SSCFLP && i < reached.length; i++) {
      int c = found.siteOf()[i];
      given[reached[i]] = c < eligible.length ? eligible[c] : -1;
    }
    boolean covers =
        question.model() == ClassicModel.MCLP
            || question.model() == ClassicModel.LSCP
            || question.model() == ClassicModel.BACKUP_COVERAGE;
    double[] people = new double[hosting.sites];
    List<ClassicPlan.ServedUser> users = new ArrayList<>();
    for (int q = 0; q < hosting.demandPoints(); q++) {
      int j = question.model() == ClassicModel.SSCFLP ? given[q] : nearest(q, open);
      double ms = j < 0 || covers && ms(q, j) > standardMs ? Double.NaN : ms(q, j);
      boolean served = !Double.isNaN(ms);
      people[Math.max(0, j)] += served ? hosting.people[q] : 0;
      ServiceProblem.User user = problem.users().get(hosting.userOf[q]);
      users.add(
          new ClassicPlan.ServedUser(
              user.id(),
              user.name(),
              user.location(),
              user.people(),
              served ? problem.sites().get(j).id() : "",
              ms));
    }
    users.sort(Comparator.comparing(ClassicPlan.ServedUser::id));
    List<ClassicPlan.OpenSite> sites = new ArrayList<>();
    for (int j = 0; j < open.length; j++) {
      if (open[j]) {
        ServiceProblem.Site site = problem.sites().get(j);
        sites.add(
            new ClassicPlan.OpenSite(
                site.id(), site.name(), site.location(), site.country(), people[j]));
      }
    }
    sites.sort(Comparator.comparing(ClassicPlan.OpenSite::id));
    return new ClassicPlan(
        question.model(),
        found.value(),
        found.bound(),
        found.gapRatio(),
        found.method(),
        sites,
        users);
  }

  private int nearest(int q, boolean[] open) {
    int nearest = -1;
    for (int j : hosting.allowed[q]) {
      nearest = open[j] && (nearest < 0 || ms(q, j) < ms(q, nearest)) ? j : nearest;
    }
    return nearest;
  }
}
