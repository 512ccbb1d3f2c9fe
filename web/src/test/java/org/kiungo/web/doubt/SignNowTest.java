package org.kiungo.web.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.PlanContent;

/** What can be signed now has the figures of the plan itself where all of it can be. */
class SignNowTest {

  private final PlanContent plan = new PlanContent(ranged());

  private static PlanFolder ranged() {
    Scenario scenario = TinyWorld.plan(2e6).scenario();
    PlanningProblem tiny = TinyWorld.problem(scenario);
    List<Settlement> covered = new ArrayList<>();
    for (Settlement each : tiny.settlements()) {
      double ratio = covered.size() % 3 * 0.3;
      covered.add(
          each.with()
              .baselineCoverageRatio(ratio)
              .baselineLowRatio(ratio / 2)
              .baselineHighRatio(Math.min(1, ratio * 1.5))
              .baselineModelled(true)
              .build());
    }
    PlanningProblem problem = tiny.withSettlements(covered);
    return Planner.folder(problem, Planner.plan(problem, scenario, Progress.NONE, () -> false));
  }

  private List<PlaceRow> rows(String... kinds) {
    List<PlaceRow> rows = new ArrayList<>();
    for (SettlementService each : plan.folder().plan().settlements()) {
      boolean planned = !each.technologyId().isEmpty();
      String kind = kinds[rows.size() % kinds.length];
      rows.add(new PlaceRow(each.settlementId(), 10, kind, planned, "", Double.NaN, "", 0));
    }
    return rows;
  }

  /** Known of the binomial: of 36 of 40 the lower end of the one-sided interval is 0.7856. */
  @Test
  void fewFuturesTellOfFewOfAll() {
    assertThat(told(40)).isCloseTo(0.785602, within(1e-6));
    assertThat(told(20)).isCloseTo(0.717381, within(1e-6));
    assertThat(told(8)).isCloseTo(Math.pow(0.05, 1.0 / 8), within(1e-9));
  }

  /** What is proven to be at least so much is not told as more. */
  @Test
  void whatIsProvenIsRoundedDown() {
    Figures n = Figures.of(Locale.ENGLISH);
    assertThat(n.leastPercent(0.28883)).isEqualTo("28.8%");
    assertThat(n.leastPercent(0.3)).isEqualTo("30%");
    assertThat(n.gapPercent(0.28883)).isEqualTo("28.9%");
  }

  private static double told(int futures) {
    return new SignNow(futures, 1, 1, List.of(), 0, 1, 1, 1, 1, 1).leastFuturesRatio();
  }

  @Test
  void allOfAPlanHasItsOwnFigures() {
    SignNow all = SignNow.of(plan, rows("always", "nearly"), 20);
    assertThat(all.places()).isEqualTo(all.ofPlan()).isGreaterThan(3);
    TodayTotals today = plan.folder().plan().totals().today();
    assertThat(all.peopleSure()).isCloseTo(today.peopleGainedSure(), within(1e-6));
    assertThat(all.peopleLikely()).isCloseTo(today.peopleGainedLikely(), within(1e-6));
    assertThat(all.peoplePossible()).isCloseTo(today.peopleGainedPossible(), within(1e-6));
    assertThat(all.peopleSure()).isLessThan(all.peopleLikely());
    assertThat(all.costUsd())
        .isCloseTo(plan.folder().plan().totals().lifetimeCostUsd(), within(0.02));
    assertThat(all.relayIds()).isEmpty();
    double publicUsd = plan.folder().plan().totals().viabilityGapUsd();
    if (Double.isNaN(publicUsd)) {
      assertThat(all.publicUsd()).isNaN();
    } else {
      assertThat(all.publicUsd()).isCloseTo(publicUsd, within(0.02));
    }
  }

  /** Each place signed alone: link by link it is asked whether the place is behind it. */
  @Test
  void everySiteAndLinkOfTheWayIsInTheSumOnce() {
    Plan of = plan.folder().plan();
    Map<String, SettlementService> services =
        of.settlements().stream()
            .collect(Collectors.toMap(SettlementService::settlementId, Function.identity()));
    int relays = 0;
    for (String first : services.keySet()) {
      for (String second : services.keySet()) {
        if (services.get(first).siteId().isEmpty() || services.get(second).siteId().isEmpty()) {
          continue;
        }
        Set<String> signed = new TreeSet<>(List.of(first, second));
        Set<String> at = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        for (AccessSite each : of.sites()) {
          if (signed.stream().anyMatch(id -> services.get(id).siteId().equals(each.id()))) {
            own.add(each.id());
            at.add(each.placeId());
          }
        }
        for (int k = 0; k < of.links().size(); k++) {
          of.links().stream()
              .filter(each -> at.contains(each.fromId()))
              .map(BuiltLink::toId)
              .toList()
              .forEach(at::add);
        }
        double usd = signed.stream().mapToDouble(id -> services.get(id).lifetimeCostUsd()).sum();
        double relayUsd = 0;
        Set<String> relayIds = new TreeSet<>();
        for (AccessSite each : of.sites()) {
          boolean onWay = at.contains(each.placeId()) && services.containsKey(each.placeId());
          if (own.contains(each.id())) {
            usd += each.lifetimeCostUsd();
          } else if (onWay && !signed.contains(each.placeId())) {
            relayIds.add(each.placeId());
            relayUsd += each.lifetimeCostUsd();
          }
        }
        for (BuiltLink each : of.links()) {
          usd += at.contains(each.fromId()) ? each.lifetimeCostUsd() : 0;
        }
        for (Plan.NodeUpgrade each : of.upgrades()) {
          usd += at.contains(each.nodeId()) ? each.lifetimeCostUsd() : 0;
        }
        List<PlaceRow> rows = of.settlements().stream().map(each -> row(each, signed)).toList();
        SignNow now = SignNow.of(plan, rows, 8);
        assertThat(now.costUsd()).as("%s", signed).isCloseTo(usd, within(0.02));
        assertThat(now.relayIds()).containsExactlyElementsOf(relayIds);
        assertThat(now.relayUsd()).isCloseTo(relayUsd, within(0.02));
        assertThat(now.peopleLikely())
            .as("of signed places alone")
            .isCloseTo(
                signed.stream().mapToDouble(id -> services.get(id).peopleServed()).sum(),
                within(1e-6));
        relays += relayIds.size();
        if (!relayIds.isEmpty()) {
          Figures n = Figures.of(Locale.ENGLISH);
          assertThat(n.gains().signNow(now))
              .startsWith(n.gains().canBeSigned(now))
              .contains("Their way leads by ", n.usd(now.relayUsd()), "68.7% of all futures");
        }
      }
    }
    assertThat(relays).as("some way leads by a place that waits").isPositive();
  }

  private static PlaceRow row(SettlementService each, Set<String> signed) {
    String kind = signed.contains(each.settlementId()) ? "always" : "depends";
    boolean planned = !each.technologyId().isEmpty();
    return new PlaceRow(each.settlementId(), 8, kind, planned, "", Double.NaN, "", 0);
  }

  @Test
  void placesOfFewerFuturesWait() {
    SignNow some = SignNow.of(plan, rows("always", "depends", "never", "nearly"), 20);
    SignNow all = SignNow.of(plan, rows("always"), 20);
    assertThat(some.places()).isBetween(1, all.places() - 1);
    assertThat(some.ofPlan()).isEqualTo(all.ofPlan());
    assertThat(some.peopleLikely()).isLessThan(all.peopleLikely());
    assertThat(some.costUsd()).isLessThan(all.costUsd());
    SignNow none = SignNow.of(plan, rows("depends"), 20);
    assertThat(none.places()).isZero();
    assertThat(Figures.of(Locale.FRENCH).gains().signNow(none)).startsWith("Aucun des ");
  }
}
