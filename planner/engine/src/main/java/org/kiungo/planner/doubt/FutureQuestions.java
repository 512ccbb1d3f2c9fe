package org.kiungo.planner.doubt;

import java.util.List;
import java.util.function.IntFunction;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.doubt.DoubtStudy.Asked;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.BriefJson;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Scenario;

/** The question that a plan in doubt answers, in each future. */
final class FutureQuestions {

  private final PlanFolder base;
  private final Asked asked;
  private final Scenario scenario;
  private final BriefJson json;

  /** What another Java is sent beside the plan in doubt. */
  private record Sent(Asked asked, FutureStep<?> step) {}

  FutureQuestions(PlanFolder base, Asked asked) {
    this.base = base;
    this.asked = asked;
    scenario =
        base.scenario()
            .with()
            .seconds(0)
            .threads(1)
            .steps(Math.min(DoubtStudy.STEPS, base.scenario().steps()))
            .build();
    json = new BriefJson(base.problem().settlements(), FutureStep.class);
  }

  static IntFunction<byte[]> sent(PlanFolder base, byte[] work) {
    BriefJson json = new BriefJson(base.problem().settlements(), FutureStep.class);
    Sent sent = json.read(work, Sent.class);
    FutureQuestions questions = new FutureQuestions(base, sent.asked());
    return future -> json.bytes(sent.step().in(questions, future));
  }

  byte[] bytes(FutureStep<?> step) {
    return json.bytes(new Sent(asked, step));
  }

  <T> T read(byte[] done, FutureStep<T> step) {
    return json.read(done, step.result());
  }

  /** The plan in doubt. */
  Plan plan() {
    return base.plan();
  }

  Scenario scenario() {
    return scenario;
  }

  /** A future with all layers, from 0. */
  PlanningProblem problem(int k) {
    return Futures.of(base.problem(), asked.layers(), asked.seed(), asked.futures(), k + 1);
  }

  /** Likewise with one layer alone, those of each layer after those of the one before. */
  PlanningProblem alone(int k) {
    List<DoubtLayer> one = List.of(asked.layers().get(k / asked.perLayer()));
    int future = k % asked.perLayer() + 1;
    return Futures.of(base.problem(), one, asked.seed(), asked.perLayer(), future);
  }

  PlanningQuestion in(PlanningProblem future) {
    return new PlanningQuestion(future, scenario);
  }

  /** With all totals, as folders state them. */
  Plan whole(PlanningProblem future, Plan plan) {
    return Planner.withPossibleGain(future, scenario, plan);
  }
}
