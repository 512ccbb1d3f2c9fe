package org.kiungo.web.page;

import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.today.TodayTotals;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.doubt.FirstLayer;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.WholePeople;

/** Whom a plan gains, from whoever gains for sure to whoever may, in words. */
public record GainWords(Figures figures, Words words) {

  /** Whom a plan adds, from how many to how many, and how many of them to basic service only. */
  String adds(Plan.Totals totals, Scenario scenario) {
    WholePeople counted = WholePeople.of(totals);
    String added =
        counted.basic() > 0
            ? words.text(
                "ui.plan.adds-basic",
                figures.brief(counted.gained()),
                figures.brief(counted.basic()))
            : words.text("ui.plan.adds", figures.brief(counted.gained()));
    return ranged(added, totals, scenario);
  }

  /** A figure of people gained with its range; without one where none is known or it is none. */
  String ranged(String gained, Plan.Totals totals, Scenario scenario) {
    TodayTotals today = totals.today();
    if (today == null || PlanSummary.gainsWhateverToday(scenario)) {
      return gained;
    }
    String sure = figures.brief(today.peopleGainedSure());
    if (Double.isNaN(today.peopleGainedPossible())) {
      return words.text("ui.plan.ranged-sure", gained, sure);
    }
    String possible = figures.brief(today.peopleGainedPossible());
    return sure.equals(possible) ? gained : words.text("ui.number.ranged", gained, sure, possible);
  }

  /**
   * Whom a plan brings to the standard, from whoever gains for sure to whoever may; one figure
   * where both look the same, nobody knows, or others gain basic service, who are not told apart by
   * that.
   */
  String served(WholePeople counted, Plan.Totals totals, Scenario scenario) {
    String range = counted.basic() > 0 ? null : range(counted, totals, scenario);
    return range == null ? figures.people(counted.served()) : range;
  }

  /**
   * Whom a plan brings to the standard or to basic service, from whoever gains for sure to whoever
   * may; null where both look the same or nobody knows.
   */
  String range(WholePeople counted, Plan.Totals totals, Scenario scenario) {
    TodayTotals today = totals.today();
    if (today == null || PlanSummary.gainsWhateverToday(scenario)) {
      return null;
    }
    double possible = today.peopleGainedPossible();
    String low = figures.brief(today.peopleGainedSure());
    String high = figures.brief(Double.isNaN(possible) ? counted.gained() : possible);
    return low.equals(high) ? null : words.text("ui.people.range", low, high);
  }

  /**
   * Whom a plan gains for sure, likely and possibly, in a sentence; what looks the same is said
   * once. {@code plan-gain.js} says the same where scripts must.
   */
  String gain(Plan.Totals totals, Scenario scenario) {
    TodayTotals today = totals.today();
    String sure = figures.brief(today.peopleGainedSure());
    String likely = figures.brief(today.peopleGainedLikely());
    String possible = figures.brief(today.peopleGainedPossible());
    if (PlanSummary.gainsWhateverToday(scenario)) {
      return words.text("ui.plan.gain-left-out", likely, sure);
    }
    if (Double.isNaN(today.peopleGainedPossible())) {
      return words.text("ui.plan.gain-two", sure, likely);
    }
    if (!likely.equals(possible)) {
      return words.text("ui.plan.gain", sure, likely, possible);
    }
    return sure.equals(likely)
        ? words.text("ui.plan.gain-sure", sure)
        : words.text("ui.plan.gain-same", sure, likely);
  }

  /** What a plan signed as it stands gains and misses in futures drawn from all ranges. */
  public String inFutures(Doubt doubt) {
    Doubt.Regret lost = doubt.plan().trimmed();
    // what is lost is counted against each future's bound
    double gained = doubt.bound().mean() - lost.mean();
    return words.text(
        "gain.in-futures",
        doubt.futures(),
        figures.brief(lost.mean()),
        figures.brief(lost.worst()),
        figures.brief(gained));
  }

  /** What of a plan can be signed now, what it costs, by what it leads and whom it brings. */
  public String signNow(SignNow now) {
    return now.places() == 0
        ? canBeSigned(now)
        : String.join(" ", canBeSigned(now), money(now), people(now), sure(now));
  }

  /** How many places can be signed now, and for what money. */
  public String canBeSigned(SignNow now) {
    return now.places() == 0
        ? words.text("ui.sign-now.none", figures.whole(now.ofPlan()))
        : words.text(
            "ui.sign-now",
            now.places(),
            figures.whole(now.places()),
            figures.whole(now.ofPlan()),
            figures.whole(now.futures()),
            figures.usd(now.costUsd()));
  }

  private String money(SignNow now) {
    String paid =
        Double.isNaN(now.publicUsd())
            ? words.text("sign-now.public-unknown")
            : words.text(
                now.publicUsd() > now.costUsd() ? "sign-now.public-more" : "sign-now.public",
                figures.usd(now.publicUsd()));
    int relays = now.relayIds().size();
    return relays == 0
        ? paid
        : words.text("sign-now.relays", relays, figures.whole(relays), figures.usd(now.relayUsd()))
            + " "
            + paid;
  }

  /** Of how many futures it holds. */
  private String sure(SignNow now) {
    return words.text(
        "sign-now.futures",
        figures.whole(now.futures()),
        figures.leastPercent(now.leastFuturesRatio()));
  }

  /** Of which figure the truth is worth most, where the futures tell it apart. */
  public String fact(Doubt doubt) {
    FirstLayer first = FirstLayer.find(doubt);
    return words.text(
        first.standsOut() ? "doubt.fact" : "doubt.fact-alike",
        words.text("doubt.layer." + first.layer().id()),
        figures.brief(first.layer().regret().mean()),
        figures.brief(first.layer().regret().halfWidth95()));
  }

  private String people(SignNow now) {
    String likely = figures.brief(now.peopleLikely());
    if (Double.isNaN(now.peopleSure())) {
      return words.text("ui.sign-now.people", likely);
    }
    String sure = figures.brief(now.peopleSure());
    String unsure = figures.brief(Math.max(0, now.peopleLikely() - now.peopleSure()));
    return Double.isNaN(now.peoplePossible())
        ? words.text("ui.sign-now.people-two", sure, likely, unsure)
        : words.text(
            "ui.sign-now.people-three", sure, likely, figures.brief(now.peoplePossible()), unsure);
  }
}
