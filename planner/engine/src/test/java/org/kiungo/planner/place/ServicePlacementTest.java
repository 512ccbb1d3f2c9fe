package org.kiungo.planner.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

class ServicePlacementTest {

  private static final String[] COUNTRIES = {"AAA", "BBB", "CCC"};

  private static Figure figure(double value) {
    return new Figure(value, value, value, 2025, "made for this test", true);
  }

  private static EService service(
      String id,
      double capacity,
      double capex,
      double maxMs,
      String dataClass,
      int copies,
      EService.Apart apart) {
    return new EService(
        id,
        id,
        EService.Users.CITIES,
        figure(1),
        figure(capacity),
        figure(capex),
        figure(0),
        figure(100),
        figure(maxMs),
        dataClass,
        copies,
        List.of(EService.SiteKind.CITY),
        apart);
  }

  private static EService service(
      String id, double capacity, double capex, double maxMs, String dataClass, int copies) {
    return service(id, capacity, capex, maxMs, dataClass, copies, EService.Apart.COUNTRY);
  }

  private record World(ServiceProblem problem, double[][] ms) {}

  private static World world(int seed, double capacity, boolean law) {
    Random random = new Random(seed);
    List<EService> services =
        List.of(
            service("a", capacity, 40 + random.nextInt(60), 60, "health", 1),
            service(
                "b",
                capacity,
                20 + random.nextInt(60),
                100,
                "general",
                1 + random.nextInt(2),
                EService.Apart.values()[seed % 3]));
    List<ServiceProblem.User> users = new ArrayList<>();
    List<ServiceProblem.Site> sites = new ArrayList<>();
    int n = 2 + random.nextInt(4);
    int m = 2 + random.nextInt(4);
    double[][] ms = new double[n][m];
    for (int i = 0; i < n; i++) {
      users.add(
          new ServiceProblem.User(
              "u" + i,
              "",
              new LonLat(0, 0),
              COUNTRIES[random.nextInt(3)],
              1 + random.nextInt(100),
              random.nextInt(3) == 0 ? Set.of("a") : Set.of("a", "b")));
      for (int j = 0; j < m; j++) {
        ms[i][j] = random.nextInt(9) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(120);
      }
    }
    for (int j = 0; j < m; j++) {
      sites.add(
          new ServiceProblem.Site(
              "s" + j,
              "",
              new LonLat(0, 0),
              COUNTRIES[random.nextInt(3)],
              random.nextInt(8) == 0 ? EService.SiteKind.SETTLEMENT : EService.SiteKind.CITY,
              random.nextInt(80),
              0,
              random.nextInt(5) == 0 ? Set.of("b") : Set.of(),
              "grid" + random.nextInt(2),
              random.nextInt(4) == 0 ? "" : "cable" + random.nextInt(2)));
    }
    Sovereignty sovereignty =
        Sovereignty.of(
            List.of(
                new Sovereignty.Rule("AAA", "health", Sovereignty.Place.IN_COUNTRY, "2021", "test"),
                new Sovereignty.Rule(
                    "BBB", "health", Sovereignty.Place.ADEQUATE_PEER, "2021", "test")),
            Map.of("BBB", Set.of("CCC")));
    return new World(
        new ServiceProblem(
            services,
            users,
            sites,
            (i, j) -> ms[i][j],
            law ? sovereignty : Sovereignty.NONE,
            50 + random.nextInt(400),
            Money.DEFAULT,
            0.2),
        ms);
  }

  private static ServicePlan place(ServiceProblem problem) {
    return ServicePlacement.place(
        problem, ServicePlacement.Limits.DEFAULT, "test", "test", Progress.NONE, () -> false);
  }

  /** Best value over all sets of placements, each user served by its best lawful copies. */
  private static double bruteForce(World world) {
    ServiceProblem p = world.problem();
    int m = p.sites().size();
    double best = 0;
    for (int set = 0; set < 1 << 2 * m; set++) {
      double usd = 0;
      boolean fits = true;
      for (int j = 0; j < m; j++) {
        boolean opens = false;
        for (int k = 0; k < 2; k++) {
          EService service = p.services().get(k);
          boolean stands = p.sites().get(j).hosted().contains(service.id());
          boolean in = (set >> k * m + j & 1) == 1;
          fits &= in || !stands;
          if (in && !stands) {
            fits &= service.eligible().contains(p.sites().get(j).kind());
            usd += service.siteCapexUsd().value();
            opens = true;
          }
        }
        usd +=
            opens && p.sites().get(j).hosted().isEmpty() ? p.sites().get(j).buildingCapexUsd() : 0;
      }
      if (fits && usd <= p.budgetUsd()) {
        best = Math.max(best, served(world, set));
      }
    }
    return best;
  }

  private static double served(World world, int set) {
    ServiceProblem p = world.problem();
    int m = p.sites().size();
    double total = 0;
    for (int k = 0; k < 2; k++) {
      EService service = p.services().get(k);
      for (int i = 0; i < p.users().size(); i++) {
        if (!p.users().get(i).serviceIds().contains(service.id())) {
          continue;
        }
        double best = 0;
        for (int copies = 0; copies < 1 << m; copies++) {
          if (Integer.bitCount(copies) == service.copies()
              && (copies & set >> k * m) == copies
              && lawful(world, service, i, copies)) {
            double ms = 0;
            for (int j = 0; j < m; j++) {
              ms += (copies >> j & 1) == 1 ? world.ms()[i][j] : 0;
            }
            double share = 0.2 * ms / service.copies() / service.maxRoundTripMs().value();
            best = Math.max(best, p.users().get(i).people() * (1 - share));
          }
        }
        total += best;
      }
    }
    return total;
  }

  private static boolean lawful(World world, EService service, int i, int copies) {
    ServiceProblem p = world.problem();
    List<String> groups = new ArrayList<>();
    for (int j = 0; j < p.sites().size(); j++) {
      if ((copies >> j & 1) == 1) {
        String country = p.sites().get(j).country();
        String group = p.sites().get(j).group(service.apart());
        if (world.ms()[i][j] > service.maxRoundTripMs().value()
            || groups.contains(group)
            || !p.sovereignty().allows(p.users().get(i).country(), country, service.dataClass())) {
          return false;
        }
        groups.add(group);
      }
    }
    return true;
  }

  @Test
  void jointPlacementEqualsBruteForceInTwoHundredWorlds() {
    for (int seed = 0; seed < 260; seed++) {
      World world = world(seed, 1000, true);
      ServicePlan plan = place(world.problem());
      double best = bruteForce(world);
      assertThat(plan.certificate().value()).as("seed %d", seed).isCloseTo(best, within(1e-6));
      assertThat(plan.certificate().bound())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(best - 1e-6);
      ServicePlanCheck check = ServicePlanCheck.of(world.problem(), plan);
      assertThat(check.violations()).as("seed %d", seed).isEmpty();
      assertThat(check.value()).as("seed %d", seed).isCloseTo(best, within(1e-6));
      assertThat(check.lifetimeCostUsd())
          .as("seed %d", seed)
          .isCloseTo(plan.totals().lifetimeCostUsd(), within(1e-6));
    }
  }

  @Test
  void scarceCapacityIsNeverExceededAndTheBoundHolds() {
    for (int seed = 0; seed < 200; seed++) {
      World world = world(seed, 2, true);
      ServicePlan plan = place(world.problem());
      ServicePlanCheck check = ServicePlanCheck.of(world.problem(), plan);
      assertThat(check.violations()).as("seed %d", seed).isEmpty();
      assertThat(check.value())
          .as("seed %d", seed)
          .isCloseTo(plan.certificate().value(), within(1e-6))
          .isLessThanOrEqualTo(plan.certificate().bound() + 1e-6);
    }
  }

  @Test
  void permutedUsersAndSitesLeaveTheValueUnchanged() {
    for (int seed = 0; seed < 200; seed++) {
      World world = world(seed, 1000, true);
      ServiceProblem p = world.problem();
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < p.users().size(); i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(seed));
      List<Integer> siteOrder = new ArrayList<>();
      for (int j = 0; j < p.sites().size(); j++) {
        siteOrder.add(j);
      }
      Collections.shuffle(siteOrder, new Random(seed));
      ServiceProblem permuted =
          new ServiceProblem(
              p.services(),
              order.stream().map(p.users()::get).toList(),
              siteOrder.stream().map(p.sites()::get).toList(),
              (i, j) -> world.ms()[order.get(i)][siteOrder.get(j)],
              p.sovereignty(),
              p.budgetUsd(),
              p.money(),
              p.latencyWeightRatio());
      assertThat(place(permuted).certificate().value())
          .as("seed %d", seed)
          .isCloseTo(place(p).certificate().value(), within(1e-9));
    }
  }

  @Test
  void sovereigntyNeverRaisesTheValue() {
    for (int seed = 0; seed < 60; seed++) {
      double free = place(world(seed, 1000, false).problem()).certificate().value();
      double bound = place(world(seed, 1000, true).problem()).certificate().value();
      assertThat(bound).as("seed %d", seed).isLessThanOrEqualTo(free + 1e-6);
    }
  }

  @Test
  void aNearerSiteAbroadIsNamedWithTheLawThatForbidsIt() {
    ServiceProblem problem =
        new ServiceProblem(
            List.of(service("a", 10, 10, 60, "health", 1)),
            List.of(new ServiceProblem.User("u", "", new LonLat(30, -2), "AAA", 5, Set.of("a"))),
            List.of(
                new ServiceProblem.Site(
                    "home", "", new LonLat(30, -2), "AAA", EService.SiteKind.CITY, 0, 0, Set.of()),
                new ServiceProblem.Site(
                    "abroad",
                    "",
                    new LonLat(36, -1),
                    "BBB",
                    EService.SiteKind.CITY,
                    0,
                    0,
                    Set.of())),
            (i, j) -> j == 0 ? 14 : 9,
            Sovereignty.of(
                List.of(
                    new Sovereignty.Rule(
                        "AAA", "health", Sovereignty.Place.IN_COUNTRY, "2021", "test")),
                Map.of()),
            100,
            Money.DEFAULT,
            0.2);
    ServicePlan.UserService user = place(problem).users().get(0);
    assertThat(user.siteIds()).containsExactly("home");
    assertThat(user.roundTripMs()).isEqualTo(14);
    assertThat(user.nearer())
        .isEqualTo(new ServicePlan.NearerSite("abroad", 9, ServicePlan.Reason.DATA_LAW));
  }

  @Test
  void rulesThatTogetherServeNobodyAreNamed() {
    ServiceProblem problem =
        new ServiceProblem(
            List.of(service("pair", 10, 10, 60, "health", 2)),
            List.of(new ServiceProblem.User("u", "", new LonLat(30, -2), "AAA", 5, Set.of("pair"))),
            List.of(
                new ServiceProblem.Site(
                    "home", "", new LonLat(30, -2), "AAA", EService.SiteKind.CITY, 0, 0, Set.of()),
                new ServiceProblem.Site(
                    "abroad",
                    "",
                    new LonLat(36, -1),
                    "BBB",
                    EService.SiteKind.CITY,
                    0,
                    0,
                    Set.of())),
            (i, j) -> 10,
            Sovereignty.of(
                List.of(
                    new Sovereignty.Rule(
                        "AAA", "health", Sovereignty.Place.IN_COUNTRY, "2021", "test")),
                Map.of()),
            100,
            Money.DEFAULT,
            0.2);
    assertThat(PlacementConflict.of(problem))
        .containsExactly(
            new PlacementConflict(
                "pair",
                "AAA",
                Set.of(ServicePlan.Reason.DATA_LAW, ServicePlan.Reason.REDUNDANCY),
                1));
    assertThat(place(problem).users().get(0).unserved()).isEqualTo(ServicePlan.Reason.REDUNDANCY);
  }

  @Test
  void withoutABudgetOnlyWhatStandsServes() {
    for (int seed = 0; seed < 30; seed++) {
      ServiceProblem p = world(seed, 1000, true).problem();
      ServiceProblem broke =
          new ServiceProblem(
              p.services(), p.users(), p.sites(), p.roundTrips(), p.sovereignty(), 0, p.money(), 0);
      assertThat(place(broke).totals().lifetimeCostUsd()).as("seed %d", seed).isZero();
    }
  }
}
