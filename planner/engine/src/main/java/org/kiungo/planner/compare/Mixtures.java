package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * Plans of scenarios between two, each asked for once. A mixture is planned from scratch and from
 * the plan of one with an assumption less changed, and is never worse than any such plan that it
 * can have, so that what a search leaves undone is not taken for an effect. Mixtures that differ in
 * market terms alone, where no question is about public money, share one plan.
 */
final class Mixtures {

  private final Function<Scenario, PlanningProblem> facts;
  private final LongFunction<Scenario> mixture;
  private final Progress progress;
  private final BooleanSupplier stop;
  private final int expected;
  private final Map<Long, Made> made = new HashMap<>();
  private final Map<Long, Made> given = new HashMap<>();
  private final Map<PlanningQuestion.Decision, PlanResult> decided = new HashMap<>();

  private record Made(Plan plan, Certificate certificate) {}

  /**
   * @param facts that a mixture is asked of
   * @param mixture the scenario with a set of assumptions changed, as bits
   * @param expected mixtures that will be asked for
   */
  Mixtures(
      Function<Scenario, PlanningProblem> facts,
      LongFunction<Scenario> mixture,
      int expected,
      Progress progress,
      BooleanSupplier stop) {
    this.facts = facts;
    this.mixture = mixture;
    this.expected = expected;
    this.progress = progress;
    this.stop = stop;
  }

  /** Takes a plan as the answer with a set of assumptions changed, in place of a search. */
  void start(long changed, Plan plan, Certificate certificate) {
    given.put(changed, new Made(plan, certificate));
  }

  /**
   * By how much the plan with a set of assumptions changed may be off, see {@link
   * Certificate#marginRatio}; its outcome was asked for before.
   */
  double marginRatio(long changed) {
    return made.get(changed).certificate().marginRatio();
  }

  /**
   * The outcome with a set of assumptions changed.
   *
   * @param changed as bits
   * @throws InputRefused {@code attribution.stopped} when the search was stopped: its plans would
   *     tell where it stopped, not what an assumption brings
   */
  Outcome outcome(long changed) {
    report(0);
    Scenario scenario = mixture.apply(changed);
    PlanningProblem problem = facts.apply(scenario);
    Made before = given.get(changed);
    if (before != null) {
      made.put(changed, before);
      return Outcome.of(ScenarioFacts.of(problem, scenario), before.plan());
    }
    Optional<PlanningQuestion.Decision> decision = PlanningQuestion.decision(problem, scenario);
    PlanResult known = decision.map(decided::get).orElse(null);
    PlanResult best =
        known == null
            ? planned(changed, problem, scenario)
            : PlanningQuestion.accounted(problem, scenario, known);
    if (stop.getAsBoolean()) {
      throw new InputRefused("attribution.stopped");
    }
    decision.ifPresent(key -> decided.putIfAbsent(key, best));
    made.put(changed, new Made(best.plan(), best.certificate()));
    return Outcome.of(ScenarioFacts.of(problem, scenario), best.plan());
  }

  /**
   * @param done of the mixture under way, 0–1
   */
  private void report(double done) {
    double all = (made.size() + done) / expected;
    progress.report("attribution", all, Double.NaN, Double.NaN, Double.NaN);
  }

  private PlanResult planned(long changed, PlanningProblem problem, Scenario scenario) {
    PlanningQuestion question = new PlanningQuestion(problem, scenario);
    List<Plan> smaller = smaller(changed);
    PlanResult best =
        question.plan(
            smaller.subList(0, Math.min(1, smaller.size())),
            (phase, done, value, bound, gap) -> report(done),
            stop);
    for (Plan other : smaller) {
      best = question.better(best, other);
    }
    return best;
  }

  /** Plans made with one assumption less changed. */
  private List<Plan> smaller(long changed) {
    List<Plan> smaller = new ArrayList<>();
    for (long rest = changed; rest != 0; rest &= rest - 1) {
      Made less = made.get(changed & ~Long.lowestOneBit(rest));
      if (less != null) {
        smaller.add(less.plan());
      }
    }
    return smaller;
  }
}
