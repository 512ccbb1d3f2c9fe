package org.kiungo.web.run;

import java.util.Optional;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobState;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.policy.LeverWords;

/** A run as a line of the queue. */
final class RunLine {

  private RunLine() {}

  /**
   * @param plan that it made; null until then
   * @param again address that asks for the same once more; null while it is not over
   * @param words in which a run without a name is told
   */
  static JobLine of(Run run, RunRow row, PlanSummary plan, String again, Words words) {
    String country = run.scenario().countries().get(0);
    JobLine.Reached reached =
        new JobLine.Reached(
            measure(run.scenario()),
            run.people(),
            run.value(),
            run.bound(),
            run.gapRatio(),
            plan == null ? null : gain(plan));
    boolean waits = row.state() == JobState.QUEUED;
    return new JobLine(
        run.id(),
        run.lever() == null ? "run" : "pair",
        name(run, plan, words),
        run.scenario().countries(),
        row.state(),
        run.before(),
        new JobLine.Progress(
            run.phase(), waits ? Double.NaN : run.doneRatio(), run.elapsedSeconds(), 0, reached),
        row.job().asked(),
        new JobLine.Ways(
            "/scenario?country=" + country + "&run=" + run.id() + formOf(run),
            open(run),
            compare(run, country),
            row.state().isOver() ? null : "/runs/" + run.id() + "/stop",
            again),
        run.error() == null ? null : run.error().detail(),
        Optional.ofNullable(plan).map(PlanSummary::verdict).orElse(null));
  }

  /** As its user named it; else of which countries it is, and which lever it tries. */
  private static String name(Run run, PlanSummary plan, Words words) {
    String name = plan == null ? run.scenario().name() : plan.name();
    if (!name.isBlank()) {
      return name;
    }
    String countries =
        words.joined(
            run.scenario().countries().stream()
                .map(each -> CountryWords.name(each, words))
                .toList());
    return run.lever() == null
        ? countries
        : words.text("ui.runs.lever", countries, LeverWords.name(run.lever(), words));
  }

  private static JobLine.Gain gain(PlanSummary plan) {
    Plan.Totals totals = plan.totals();
    return new JobLine.Gain(
        totals.peopleServed() + totals.peopleBasic(),
        totals.peopleBasic(),
        plan.peopleSure(),
        plan.peoplePossible());
  }

  /** A run that ended is shown beside its own choices. */
  private static String formOf(Run run) {
    return run.planId() == null ? "" : "&plan=" + run.planId();
  }

  private static String open(Run run) {
    String page = run.scenario().phases().isEmpty() ? "/explore" : "/programme";
    return run.planId() == null ? null : "/plans/" + run.planId() + page;
  }

  private static String compare(Run run, String country) {
    String other = run.withoutPlanId();
    return run.planId() == null || other == null || other.equals(run.planId())
        ? null
        : "/compare?country=" + country + "&a=" + other + "&b=" + run.planId();
  }

  /** What the scenario's goal counts. */
  private static String measure(Scenario scenario) {
    return switch (scenario.goal()) {
      case MOST_PEOPLE_UNDER_BUDGET -> scenario.phases().isEmpty() ? "people" : "years";
      case LEAST_COST_TO_TARGET -> "usd";
      case LEAST_PUBLIC_MONEY_TO_TARGET -> "public";
      case HIGHEST_DISTRICT_FLOOR -> "floor";
      case HIGHEST_EQUITABLE_SHARE -> "equitable";
    };
  }
}
