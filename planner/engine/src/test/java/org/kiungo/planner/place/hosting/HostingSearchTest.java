package org.kiungo.planner.place.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.RoundTrips;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

@Tag("slow")
class HostingSearchTest {

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "made for this test", true);
  }

  private static final int USERS = 60;
  private static final int SITES = 15;

  /** In which ways to search are compared. */
  private static final int WORLDS = SeededSample.takesAll() ? 12 : 6;

  /** Users and sites, two services with scarce capacity, money for about a third. */
  static Hosting world(int seed, double budgetUsd) {
    Random random = new Random(seed);
    List<EService> services = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      services.add(
          new EService(
              id,
              id,
              EService.Users.CITIES,
              figure(1),
              figure(12),
              figure(50 + random.nextInt(50)),
              figure(0),
              figure(100),
              figure(40),
              "none",
              1,
              List.of(EService.SiteKind.CITY)));
    }
    List<double[]> places = new ArrayList<>();
    List<ServiceProblem.User> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      places.add(new double[] {random.nextInt(100), random.nextInt(100)});
      users.add(
          new ServiceProblem.User(
              "u" + i, "", new LonLat(0, 0), "AAA", 1 + random.nextInt(50), Set.of("a", "b")));
    }
    List<ServiceProblem.Site> sites = new ArrayList<>();
    double[][] at = new double[SITES][];
    for (int j = 0; j < SITES; j++) {
      at[j] = new double[] {random.nextInt(100), random.nextInt(100)};
      sites.add(
          new ServiceProblem.Site(
              "s" + j,
              "",
              new LonLat(0, 0),
              "AAA",
              EService.SiteKind.CITY,
              random.nextInt(100),
              0,
              Set.of()));
    }
    RoundTrips ms = (i, j) -> Math.hypot(places.get(i)[0] - at[j][0], places.get(i)[1] - at[j][1]);
    return new Hosting(
        new ServiceProblem(
            services, users, sites, ms, Sovereignty.NONE, budgetUsd, Money.DEFAULT, 0.3));
  }

  private static Hosting world(int seed) {
    return world(seed, 750);
  }

  private static HostingSearch greedy(Hosting hosting) {
    HostingSearch search = new HostingSearch(hosting, 0);
    search.construct(search.lockedOnly());
    return search;
  }

  private static void polish(HostingSearch search, long seed, long calculations) {
    search.polish(
        seed,
        calculations,
        new double[2][SITES],
        EnumSet.allOf(HostingMoves.Kind.class),
        () -> false);
  }

  @Test
  void everyKindOfMoveImprovesOnTheGreedyStart() {
    for (HostingMoves.Kind kind : HostingMoves.Kind.values()) {
      double before = 0;
      double after = 0;
      for (int seed = 0; seed < WORLDS / 2; seed++) {
        HostingSearch search = greedy(world(seed));
        before += search.value();
        search.polish(seed, 5000, new double[2][SITES], EnumSet.of(kind), () -> false);
        after += search.value();
      }
      assertThat(after).as("%s", kind).isGreaterThan(before * 1.002);
    }
  }

  @Test
  void lateAcceptanceEndsWhereEverythingIsOpen() {
    HostingSearch search = greedy(world(1, 1e9));
    double start = search.value();
    polish(search, 1, 1_000_000);
    assertThat(search.value()).isEqualTo(start);
  }

  @Test
  void lateAcceptanceEndsWhenToldTo() {
    HostingSearch search = greedy(world(1));
    double start = search.value();
    search.polish(
        1, 1_000_000_000, new double[2][SITES], EnumSet.allOf(HostingMoves.Kind.class), () -> true);
    assertThat(search.value()).isGreaterThanOrEqualTo(start);
  }

  @Test
  void lateAcceptanceImprovesOnTheGreedyStart() {
    double before = 0;
    double after = 0;
    for (int seed = 0; seed < WORLDS / 2; seed++) {
      HostingSearch search = greedy(world(seed));
      double start = search.value();
      polish(search, seed, 20_000);
      assertThat(search.value()).as("seed %d", seed).isGreaterThanOrEqualTo(start);
      before += start;
      after += search.value();
    }
    assertThat(after).isGreaterThan(before * 1.005);
  }

  @Test
  void lateAcceptanceImprovesOnDropAndRefillMoreThanTwiceAsManyTriesDo() {
    double refilled = 0;
    double twice = 0;
    double both = 0;
    for (int seed = 0; seed < WORLDS; seed++) {
      Hosting hosting = world(seed);
      HostingSearch search = greedy(hosting);
      PlacementBound bound = new PlacementBound(hosting);
      bound.tighten(search.worthHeld(), search.value(), 40, () -> false);
      search.improve(400, bound.averageOpen, () -> false);
      refilled += search.value();
      polish(search, seed, 20_000);
      both += search.value();
      HostingSearch longer = greedy(hosting);
      longer.improve(800, bound.averageOpen, () -> false);
      twice += longer.value();
    }
    assertThat(both).isGreaterThan(twice).isGreaterThan(refilled);
  }

  /**
   * Everybody by hand: the best open site with room, those with most people for their Mbps first.
   */
  @Test
  void peopleAreServedFromTheBestOpenSitesWithRoom() {
    Random random = new Random(5);
    for (int seed = 0; seed < 20; seed++) {
      Hosting hosting = world(seed);
      HostAssignment serving = new HostAssignment(hosting);
      for (int times = 0; times < 10; times++) {
        boolean[][] placed = new boolean[hosting.services][SITES];
        int most = 1 + random.nextInt(SITES);
        for (int open = 0; open < most; open++) {
          placed[random.nextInt(2)][random.nextInt(SITES)] = true;
        }
        double served = serving.serve(placed);
        assertThat(served).isEqualTo(byHand(hosting, placed));
        assertThat(serving.repair(placed)).isGreaterThanOrEqualTo(served);
        double worth = 0;
        double[][] load = new double[hosting.services][SITES];
        for (int q = 0; q < hosting.demandPoints(); q++) {
          for (int x : serving.taken[q]) {
            worth += hosting.worth[q][x];
            assertThat(placed[hosting.serviceOf[q]][hosting.allowed[q][x]]).isTrue();
            load[hosting.serviceOf[q]][hosting.allowed[q][x]] += hosting.demandMbps[q];
          }
        }
        assertThat(serving.value).isCloseTo(worth, within(1e-6));
        for (int j = 0; j < SITES; j++) {
          assertThat(load[0][j]).isLessThanOrEqualTo(hosting.capacityMbps[0] + 1e-6);
          assertThat(load[1][j]).isLessThanOrEqualTo(hosting.capacityMbps[1] + 1e-6);
        }
      }
    }
  }

  private static double byHand(Hosting hosting, boolean[][] placed) {
    double value = 0;
    double[][] left = new double[hosting.services][SITES];
    for (int k = 0; k < hosting.services; k++) {
      java.util.Arrays.fill(left[k], hosting.capacityMbps[k]);
    }
    List<Integer> order = new ArrayList<>();
    for (int q = 0; q < hosting.demandPoints(); q++) {
      order.add(q);
    }
    order.sort(
        Comparator.comparingDouble((Integer q) -> -hosting.people[q] / hosting.demandMbps[q])
            .thenComparingDouble(q -> -hosting.people[q]));
    for (int q : order) {
      int k = hosting.serviceOf[q];
      for (int x = 0; x < hosting.allowed[q].length; x++) {
        int j = hosting.allowed[q][x];
        if (placed[k][j] && left[k][j] >= hosting.demandMbps[q]) {
          left[k][j] -= hosting.demandMbps[q];
          value += hosting.worth[q][x];
          break;
        }
      }
    }
    return value;
  }

  @Test
  void equalSeedsGiveEqualPlacements() {
    HostingSearch a = greedy(world(3));
    HostingSearch b = greedy(world(3));
    polish(a, 7, 3000);
    polish(b, 7, 3000);
    assertThat(a.placed()).isDeepEqualTo(b.placed());
  }

  @Test
  void noSearchExceedsTheBound() {
    for (int seed = 0; seed < 10; seed++) {
      Hosting hosting = world(seed);
      HostingSearch search = greedy(hosting);
      PlacementBound bound = new PlacementBound(hosting);
      bound.tighten(search.worthHeld(), search.value(), 40, () -> false);
      search.improve(300, bound.averageOpen, () -> false);
      polish(search, seed, 5000);
      assertThat(search.value()).as("seed %d", seed).isLessThanOrEqualTo(bound.bound + 1e-6);
      assertThat(search.value()).as("seed %d", seed).isGreaterThan(0.93 * bound.bound);
    }
  }
}
