package org.kiungo.planner.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.hosting.Hosting;
import org.kiungo.planner.place.location.problem.LocationLimits;

/** Each classic model over a network with laws, against every subset of sites. */
class ClassicPlacementTest {

  private static final EService KIND =
      CatalogueReader.builtInServices().stream()
          .filter(s -> s.id().equals("telemedicine-hub"))
          .findFirst()
          .orElseThrow();

  private static final double LIMIT_MS = KIND.maxRoundTripMs().value();

  private record World(ServiceProblem problem, double[][] ms, double[] people) {

    /** Least round trip from an open site that is allowed; infinite without. */
    double nearest(int i, int set) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < ms[i].length; j++) {
        least = (set >> j & 1) == 1 && ms[i][j] <= LIMIT_MS ? Math.min(least, ms[i][j]) : least;
      }
      return least;
    }

    double sum(ToDoubleFunction<Integer> of) {
      double total = 0;
      for (int i = 0; i < people.length; i++) {
        total += of.applyAsDouble(i);
      }
      return total;
    }
  }

  private static World world(int seed) {
    Random random = new Random(seed);
    int n = 3 + random.nextInt(6);
    int m = 3 + random.nextInt(4);
    double[][] ms = new double[n][m];
    double[] people = new double[n];
    List<ServiceProblem.User> users = new ArrayList<>();
    List<ServiceProblem.Site> sites = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      people[i] = 1 + random.nextInt(900);
      for (int j = 0; j < m; j++) {
        ms[i][j] = 1 + random.nextInt((int) (1.4 * LIMIT_MS));
      }
      ms[i][random.nextInt(m)] = 1 + random.nextInt((int) LIMIT_MS - 1);
      users.add(
          new ServiceProblem.User(
              "u" + i, "", new LonLat(0, 0), "AAA", people[i], Set.of(KIND.id())));
    }
    for (int j = 0; j < m; j++) {
      sites.add(
          new ServiceProblem.Site(
              "s" + j,
              "",
              new LonLat(0, 0),
              "AAA",
              KIND.eligible().get(0),
              1000 * random.nextInt(60),
              0,
              Set.of()));
    }
    return new World(
        new ServiceProblem(
            List.of(KIND),
            users,
            sites,
            (i, j) -> ms[i][j],
            Sovereignty.NONE,
            Double.POSITIVE_INFINITY,
            Money.DEFAULT,
            0.2),
        ms,
        people);
  }

  private static ClassicPlan solve(World world, ClassicModel model, int p, double standardMs) {
    return ClassicPlacement.solve(
        world.problem(),
        new ClassicPlacement.Question(model, p, standardMs, 100),
        LocationLimits.DEFAULT,
        Progress.NONE,
        () -> false);
  }

  /** Least value over sets of p sites, or of any number when p is 0. */
  private static double best(World world, int p, ToDoubleFunction<Integer> value) {
    double best = Double.POSITIVE_INFINITY;
    for (int set = 1; set < 1 << world.problem().sites().size(); set++) {
      if (p == 0 || Integer.bitCount(set) == p) {
        best = Math.min(best, value.applyAsDouble(set));
      }
    }
    return best;
  }

  private static double fixedUsd(World world, int set) {
    Hosting hosting = new Hosting(world.problem());
    double usd = 0;
    for (int j = 0; j < hosting.sites; j++) {
      usd += (set >> j & 1) == 1 ? hosting.serviceUsd[0][j] + hosting.buildingUsd[j] : 0;
    }
    return usd;
  }

  private static void same(ClassicPlan plan, double best, int seed) {
    assertThat(plan.value()).as("%s seed %d", plan.model(), seed).isCloseTo(best, within(1e-6));
  }

  @Test
  void everyModelEqualsBruteForceInTwoHundredWorlds() {
    for (int seed = 0; seed < 200; seed++) {
      World w = world(seed);
      double half = LIMIT_MS / 2;
      double capped =
          best(w, 2, set -> w.sum(i -> w.people()[i] * Math.min(LIMIT_MS, w.nearest(i, set))));
      same(solve(w, ClassicModel.P_MEDIAN, 2, Double.NaN), capped, seed);
      double covered =
          -best(w, 2, set -> -w.sum(i -> w.nearest(i, set) <= half ? w.people()[i] : 0));
      same(solve(w, ClassicModel.MCLP, 2, half), covered, seed);
      double longest =
          best(
              w,
              2,
              set -> {
                double most = 0;
                for (int i = 0; i < w.people().length; i++) {
                  most = Math.max(most, w.nearest(i, set));
                }
                return most;
              });
      if (longest < Double.POSITIVE_INFINITY) {
        same(solve(w, ClassicModel.P_CENTRE, 2, Double.NaN), longest, seed);
      } else {
        assertThatThrownBy(() -> solve(w, ClassicModel.P_CENTRE, 2, Double.NaN))
            .isInstanceOf(InputRefused.class)
            .hasMessageContaining("classic.tooFewSites");
      }
      double fewest =
          best(
              w,
              0,
              set ->
                  w.sum(i -> w.nearest(i, set) < Double.POSITIVE_INFINITY ? 0 : 1) > 0
                      ? Double.POSITIVE_INFINITY
                      : Integer.bitCount(set));
      same(solve(w, ClassicModel.LSCP, 1, Double.NaN), fewest, seed);
      double cost =
          Math.min(
              w.sum(i -> 100 * w.people()[i] * LIMIT_MS),
              best(
                  w,
                  0,
                  set ->
                      fixedUsd(w, set)
                          + w.sum(
                              i -> 100 * w.people()[i] * Math.min(LIMIT_MS, w.nearest(i, set)))));
      same(solve(w, ClassicModel.UFLP, 1, Double.NaN), cost, seed);
      same(solve(w, ClassicModel.SSCFLP, 1, Double.NaN), cost, seed);
    }
  }

  @Test
  void backupCoverageNeverFallsBelowItsOwnFirstCoverageAndKeepsItsBound() {
    for (int seed = 0; seed < 200; seed++) {
      World w = world(seed);
      ClassicPlan plan = solve(w, ClassicModel.BACKUP_COVERAGE, 2, Double.NaN);
      double best =
          -best(
              w,
              2,
              set ->
                  -w.sum(
                      i -> {
                        int times = 0;
                        for (int j = 0; j < w.ms()[i].length; j++) {
                          times += (set >> j & 1) == 1 && w.ms()[i][j] <= LIMIT_MS ? 1 : 0;
                        }
                        return w.people()[i] * (times > 1 ? 1 : times > 0 ? 0.75 : 0);
                      }));
      assertThat(plan.value()).as("seed %d", seed).isLessThanOrEqualTo(best + 1e-6);
      assertThat(plan.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6);
    }
  }

  @Test
  void namesAreThoseOfTheField() {
    for (ClassicModel model : ClassicModel.values()) {
      assertThat(ClassicModel.find(model.id())).contains(model);
      assertThat(model.citation()).matches(".*(19|20)\\d\\d.*");
    }
  }
}
