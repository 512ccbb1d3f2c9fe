package org.kiungo.planner.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.fund.local.FundingSearch;
import org.kiungo.planner.partner.Currency;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.Instrument;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.condition.Media;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Work;

/**
 * Programmes of up to six projects, three phases, three partners and a guarantor against every way
 * to pay for them.
 */
class FundingWorldsTest {

  private static final int WORLDS = 320;

  @Test
  void noBoundIsBelowTheOptimumAndNoConditionIsBroken() {
    List<Long> seeds =
        SeededSample.of(
            "funding against brute force", LongStream.range(0, WORLDS).boxed().toList(), 24);
    int optimal = 0;
    double missing = 0;
    for (long seed : seeds) {
      FundingQuestion question = FundingWorld.draw(new Random(seed));
      BruteForce all = new BruteForce(question);
      double optimum = all.optimum() / 1000.0;
      FundedPlan found =
          Funding.of(question, new Funding.Limits(1, 600), FundingSearch::improve, () -> false);
      assertThat(found.certificate().bound()).as("bound of " + seed).isGreaterThan(optimum - 1e-6);
      assertThat(found.certificate().value()).as("value of " + seed).isLessThan(optimum + 1e-6);
      lawful(found, all, seed);
      optimal += found.certificate().value() > optimum - 1e-6 ? 1 : 0;
      missing += optimum == 0 ? 0 : 1 - found.certificate().value() / optimum;
    }
    System.out.printf(
        "funding: optimal in %d of %d worlds, %.2f %% missing on the mean%n",
        optimal, seeds.size(), 100 * missing / seeds.size());
    assertThat((double) optimal / seeds.size()).isGreaterThanOrEqualTo(0.85);
  }

  private static void lawful(FundedPlan found, BruteForce all, long seed) {
    FundingQuestion question = found.question();
    Set<String> funded = new HashSet<>();
    for (int p = 0; p < question.projects().size(); p++) {
      if (found.funded(p)) {
        int[] paid = new int[question.partners()];
        for (int k = 0; k < paid.length; k++) {
          paid[k] = (int) found.deals().get(p).cents(k);
        }
        assertThat(all.lawful(question.projects().get(p), paid)).as("deal of " + seed).isTrue();
        assertThat(funded).containsAll(question.projects().get(p).requires());
        funded.add(question.projects().get(p).id());
      }
    }
    for (Row row : question.rows()) {
      long spent = 0;
      for (int p = 0; p < question.projects().size(); p++) {
        if (found.funded(p) && row.covers(question.projects().get(p).phase() - 1)) {
          spent += found.deals().get(p).cents(row.partner());
        }
      }
      assertThat(spent).as("envelope of " + seed).isLessThanOrEqualTo(row.cents());
    }
  }

  /**
   * Two elements of 5, each of which one partner alone may pay, shares 50 and 51 %: filling element
   * by element pays for nothing, yet each partner pays its element in full, half of the project.
   */
  @Test
  void sharesOfAProjectAreNotSharesOfEachElement() {
    TreeMap<Work, Long> works = new TreeMap<>();
    works.put(new Work(NetworkLayer.BACKHAUL, "BEN", "North", "fibre"), 5L);
    works.put(new Work(NetworkLayer.BACKHAUL, "BEN", "North", "microwave"), 5L);
    FundingQuestion question =
        new FundingQuestion(
            List.of(FundingWorld.project("p", "North", 1, 100, works, List.of())),
            new Partnership(
                List.of(
                    partner("A", "fibre", 0.5, Instrument.GRANT),
                    partner("B", "microwave", 0.51, Instrument.GRANT)),
                List.of()),
            List.of(new PhaseYears(2027, 2036)),
            0.4);
    FundedPlan found =
        Funding.of(question, new Funding.Limits(1, 100), FundingSearch::improve, () -> false);
    assertThat(found.certificate().value()).isEqualTo(100);
    assertThat(found.certificate().bound()).isCloseTo(100, within(1e-6));
    assertThat(found.result().payments())
        .extracting(p -> p.partner() + " " + p.work().equipment() + " " + p.cents())
        .containsExactly("A fibre 5", "B microwave 5");
  }

  /** Four cents of five on fibre are more than half of the project. */
  @Test
  void aShareOverItsLimitFundsNothing() {
    TreeMap<Work, Long> works = new TreeMap<>();
    works.put(new Work(NetworkLayer.BACKHAUL, "BEN", "North", "fibre"), 4L);
    works.put(new Work(NetworkLayer.BACKHAUL, "BEN", "North", "microwave"), 1L);
    FundingQuestion question =
        new FundingQuestion(
            List.of(FundingWorld.project("p", "North", 1, 100, works, List.of())),
            new Partnership(
                List.of(
                    partner("A", "fibre", 0.5, Instrument.GRANT),
                    partner("B", "microwave", 0.5, Instrument.GRANT)),
                List.of()),
            List.of(new PhaseYears(2027, 2036)),
            0.4);
    FundedPlan found =
        Funding.of(question, new Funding.Limits(1, 100), FundingSearch::improve, () -> false);
    assertThat(found.certificate().value()).isZero();
    assertThat(found.certificate().bound()).isZero();
  }

  private static Partner partner(String letter, String medium, double share, Instrument as) {
    return new Partner(
        letter,
        letter,
        Partner.Kind.DONOR,
        as,
        Currency.USD,
        List.of(new Envelope(2027, 2036, 0.1)),
        true,
        List.of(new Media(List.of(medium)), new MostShare(share, List.of())),
        "",
        List.of());
  }
}
