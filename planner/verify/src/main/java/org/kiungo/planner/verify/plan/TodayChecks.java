package org.kiungo.planner.verify.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today.CountsAs;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.law.TodayLaw;
import tools.jackson.databind.JsonNode;

/** What of the plan's people hangs on today's coverage, added up anew. */
final class TodayChecks {

  private final Map<String, Double> sums = new LinkedHashMap<>();
  private final boolean olderModel;
  private boolean told;

  /**
   * @param olderModel true for plans of before coverage came from masts
   */
  TodayChecks(boolean olderModel) {
    this.olderModel = olderModel;
  }

  /** Counts in a settlement with the status that the plan brings it. */
  void add(Settlement s, Status status) {
    double people = s.population();
    double share = s.baselineCoverageRatio();
    if (Double.isNaN(people)) {
      return;
    }
    boolean known = !Double.isNaN(share);
    boolean full = known && s.baselineCountsAs() == CountsAs.STANDARD;
    boolean half = known && s.baselineCountsAs() == CountsAs.BASIC;
    told |= known && (s.baselineModelled() || !full);
    double low = Double.isNaN(s.baselineLowRatio()) ? share : s.baselineLowRatio();
    double high = Double.isNaN(s.baselineHighRatio()) ? share : s.baselineHighRatio();
    sum("peopleBaselineLow", full ? people * low : 0);
    sum("peopleBaselineHigh", full ? people * high : 0);
    sum("peopleBaselineBasic", half && status != Status.STANDARD ? people * share : 0);
    boolean served = status == Status.STANDARD || status == Status.BASIC;
    // whoever has what the plan brings, or better, gains nothing by it
    boolean had = full || half && status == Status.BASIC;
    // 4G is 4G, whatever the scenario counts it as
    sum("peopleGainedSure", served && !Double.isNaN(high) ? people * (1 - high) : 0);
    double gained = served ? people * (had ? 1 - share : 1) : 0;
    sum("peopleGainedLikely", gained);
    TodayLaw.GAINED_TOTALS.forEach(name -> sum(name, 0));
    sum(olderModel ? TodayLaw.olderGainedTotal(s) : TodayLaw.gainedTotal(s), gained);
  }

  private void sum(String name, double people) {
    sums.merge(name, people, Double::sum);
  }

  /** Holds the sums that the plan states against these. */
  void check(JsonNode stated, Ledger ledger) {
    ledger.holds("total.today", "", told == stated.isObject(), told ? "told" : "none", stated);
    if (told && stated.isObject()) {
      sums.forEach(
          (name, people) -> ledger.about("total.today", name, people, Fields.number(stated, name)));
    }
  }

  /** People whom the plan gains as today's coverage is modelled or stated. */
  double likely() {
    return sums.getOrDefault("peopleGainedLikely", 0.0);
  }
}
