package org.kiungo.planner.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.deploy.local.LocalSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.programme.local.PhaseSearch;
import org.kiungo.planner.scenario.Phase;

/**
 * Programmes of two years on which a bound over phases that looks right proves less than can be
 * had. The optimum is known by hand; the bound must not lie below it, and does not lie above.
 */
class PhaseCounterexamplesTest {

  private static final Settlement SMALL = SmallWorlds.settlement("s1", 2.01, 9.1, 100);
  private static final Settlement LARGE = SmallWorlds.settlement("s2", 2, 9.1, 300);

  /** A mast that costs nothing. */
  private static final AccessTechnology MAST =
      SmallWorlds.mast()
          .with()
          .siteCapexUsd(SmallWorlds.figure(0))
          .adopterCapexUsd(SmallWorlds.figure(0))
          .siteCapacityMbps(SmallWorlds.figure(10_000))
          .build();

  /**
   * A hop that carries 300 people and another system for 6,000, needed once 100 more are served:
   * with 10,000 first and 6,000 later, 300 people have two years and 100 one. Charging the second
   * system to the phase of the hop would prove that no more than 660 can be had.
   */
  @Test
  void loadIsPaidInThePhaseOfService() {
    Medium hop = hop("microwave", 10_000, 150).withFurtherSystemRatio(SmallWorlds.figure(0.6));
    ProgrammePlanning.Found found =
        found(List.of(SMALL, LARGE), List.of(MAST), List.of(hop), 10_000, 6_000);
    assertThat(found.value()).isEqualTo(700);
    assertThat(found.bound()).as("660 where the link's phase is charged").isBetween(700.0, 700.01);
    assertThat(found.plan().programme().further())
        .singleElement()
        .satisfies(
            added -> {
              assertThat(added.buildYear()).isEqualTo(2028);
              assertThat(added.lifetimeCostUsd()).isEqualTo(6_000);
            });
  }

  /**
   * 100 people with dishes for 100 USD count 40, with better ones for 1,000 they count 100. Whoever
   * pays the difference of 900 in the second year has 140. A bound in which a place is served once
   * would prove that no more than 100 can be had.
   */
  @Test
  void whoIsServedMayBeServedBetterLater() {
    AccessTechnology dish =
        SmallWorlds.dish().with().adopterCapexUsd(SmallWorlds.figure(1)).build();
    AccessTechnology better =
        dish.with()
            .id("better")
            .downlinkMbps(SmallWorlds.figure(50))
            .roundTripMs(SmallWorlds.figure(60))
            .adopterCapexUsd(SmallWorlds.figure(10))
            .build();
    ProgrammePlanning.Found found =
        found(List.of(SMALL), List.of(better, dish), List.of(hop("microwave", 1, 1)), 100, 900);
    assertThat(found.bound()).as("100 where places are served once").isBetween(140.0, 140.01);
    assertThat(found.value()).isBetween(100.0, 140.0);
  }

  /**
   * A hop of 10,000 carries 100 people, one of 20,000 all 400. Whoever pays the difference in the
   * second year has 200 person-years and 300 more. A bound in which the first hop stands beside the
   * second one, which is paid in full, would prove that no more than 400 can be had.
   */
  @Test
  void aLinkMayGetABetterMediumLater() {
    ProgrammePlanning.Found found =
        found(
            List.of(SMALL, LARGE),
            List.of(MAST),
            List.of(hop("narrow", 10_000, 60), hop("wide", 20_000, 10_000)),
            10_000,
            10_000);
    assertThat(found.bound()).as("400 where links are kept").isBetween(500.0, 500.01);
    assertThat(found.value()).isBetween(400.0, 500.0);
  }

  private static Medium hop(String id, double usd, double systemMbps) {
    return SmallWorlds.microwave()
        .withId(id)
        .withHops(List.of(new Medium.Hop(40, SmallWorlds.figure(usd))))
        .withSystemMbps(SmallWorlds.figure(systemMbps))
        .withFurtherSystemRatio(SmallWorlds.figure(1));
  }

  private static ProgrammePlanning.Found found(
      List<Settlement> settlements,
      List<AccessTechnology> technologies,
      List<Medium> media,
      double firstUsd,
      double secondUsd) {
    PlanningProblem problem =
        SmallWorlds.problem(
                settlements,
                List.of(SmallWorlds.node("N", 2, 9)),
                List.of(),
                List.of(),
                technologies)
            .withCatalogue(new Catalogue("phases", technologies, media))
            .withTerms(SmallWorlds.PLAIN, new Money(0, 2027, 2028, 2025));
    return new ProgrammePlanning(
            problem,
            List.of(new Phase(2027, 2027, firstUsd), new Phase(2028, 2028, secondUsd)),
            new double[] {1, 1},
            new DeploySettings(Double.NaN, Double.NaN, List.of(), List.of(), List.of(), 1, 200),
            new LocalSearch(),
            new PhaseSearch())
        .plan(Progress.NONE, () -> false);
  }
}
