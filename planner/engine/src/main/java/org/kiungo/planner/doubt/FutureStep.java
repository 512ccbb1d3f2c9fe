package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/** What is done in one future at a time, with the little that was found before: plans, no facts. */
sealed interface FutureStep<T> {

  /**
   * @param k the future, from 0
   */
  T in(FutureQuestions questions, int k);

  Class<T> result();

  /** A future as it was planned for. */
  record Planned(Plan plan, Certificate certificate, BoundProof proof) {

    Planned with(Plan better, double value) {
      return new Planned(better, certificate.withValue(value), proof);
    }
  }

  /** Each future is planned for. */
  record Plans() implements FutureStep<Planned> {

    @Override
    public Class<Planned> result() {
      return Planned.class;
    }

    @Override
    public Planned in(FutureQuestions questions, int k) {
      return planned(questions, questions.problem(k));
    }

    static Planned planned(FutureQuestions questions, PlanningProblem problem) {
      PlanningQuestion question = questions.in(problem);
      PlanFolder folder =
          Planner.folder(problem, question.plan(List.of(), Progress.NONE, () -> false));
      Planned made = new Planned(folder.plan(), folder.certificate(), folder.proof());
      double budgetUsd = questions.scenario().budgetUsd();
      double over = folder.plan().totals().lifetimeCostUsd() - budgetUsd;
      if (!(over > 0)) {
        return made;
      }
      // where prices are drawn, what is written may cost some cents more than what was searched
      Plan less = question.trimmed(folder.plan(), budgetUsd - over, id -> true);
      return made.with(questions.whole(problem, less), question.value(less));
    }
  }

  /**
   * The plan in doubt in a future, and the values of all candidates.
   *
   * @param values of the plan in doubt, refilled, and then of the others
   * @param best of them, where it serves more people than the plan made for the future; else null
   */
  record Restated(
      Plan trimmed, Plan refilled, double trimmedValue, List<Double> values, Plan best) {

    double bestValue() {
      return values.stream().mapToDouble(each -> each).max().orElseThrow();
    }
  }

  /**
   * The plan in doubt and all candidates are restated.
   *
   * @param others candidates
   * @param made values of the plans made for the futures
   */
  record Restates(List<Plan> others, List<Double> made) implements FutureStep<Restated> {

    @Override
    public Class<Restated> result() {
      return Restated.class;
    }

    @Override
    public Restated in(FutureQuestions questions, int k) {
      PlanningProblem problem = questions.problem(k);
      PlanningQuestion question = questions.in(problem);
      Plan trimmed = question.trimmed(questions.plan());
      Plan refilled = question.refilled(trimmed);
      List<Double> values = new ArrayList<>(List.of(question.value(refilled)));
      Plan best = refilled;
      double most = values.get(0);
      for (Plan each : others) {
        Plan here = question.refilled(question.trimmed(each));
        double value = question.value(here);
        values.add(value);
        if (value > most) {
          best = here;
          most = value;
        }
      }
      return new Restated(
          questions.whole(problem, trimmed),
          questions.whole(problem, refilled),
          question.value(trimmed),
          values,
          most > made.get(k) ? questions.whole(problem, best) : null);
    }
  }

  /**
   * First phases are completed in every other future.
   *
   * @param own the best plan known of each of those
   */
  record Completes(List<Plan> firsts, List<Plan> own) implements FutureStep<double[]> {

    @Override
    public Class<double[]> result() {
      return double[].class;
    }

    @Override
    public double[] in(FutureQuestions questions, int k) {
      PlanningQuestion question = questions.in(questions.problem(2 * k));
      return firsts.stream()
          .mapToDouble(each -> FirstPhases.completed(question, each, own.get(k)).value())
          .toArray();
    }
  }

  /**
   * In a future: the candidates that are chosen, and the first phase.
   *
   * @param kept by id of the candidate
   * @param first null where there is none
   * @param signed of it, all that the future offers, where that is more than is kept; else null
   */
  record Chosen(Map<String, FutureFile.Kept> kept, FirstPhases.Completed first, Plan signed) {

    FutureFile.Completed brief() {
      return first == null
          ? null
          : new FutureFile.Completed(
              signed == null ? null : Brief.of(signed),
              Brief.of(first.kept()),
              Brief.of(first.plan()));
    }
  }

  /**
   * What is chosen is told in each future.
   *
   * @param picked candidates by id
   * @param first phase; null where there is none
   * @param own the best plan known of each future
   */
  record Chooses(Map<String, Plan> picked, Plan first, List<Plan> own)
      implements FutureStep<Chosen> {

    @Override
    public Class<Chosen> result() {
      return Chosen.class;
    }

    @Override
    public Chosen in(FutureQuestions questions, int k) {
      PlanningProblem problem = questions.problem(k);
      PlanningQuestion question = questions.in(problem);
      Map<String, FutureFile.Kept> kept = new TreeMap<>();
      picked.forEach(
          (id, plan) -> {
            Plan trimmed = question.trimmed(plan);
            Plan refilled = question.refilled(trimmed);
            kept.put(
                id,
                new FutureFile.Kept(
                    Brief.of(questions.whole(problem, trimmed)),
                    Brief.of(questions.whole(problem, refilled))));
          });
      if (first == null) {
        return new Chosen(kept, null, null);
      }
      FirstPhases.Completed completed = FirstPhases.completed(question, first, own.get(k));
      FirstPhases.Completed told =
          new FirstPhases.Completed(
              questions.whole(problem, completed.kept()),
              questions.whole(problem, completed.plan()),
              completed.value());
      Plan signed = question.trimmed(first, Double.NaN, id -> true);
      boolean isWhole = FirstPhases.served(signed).equals(FirstPhases.served(told.kept()));
      return new Chosen(
          kept,
          told,
          isWhole
              ? null
              : Planner.withPossibleGain(
                  problem, questions.scenario().withBudgetUsd(Double.NaN), signed));
    }
  }

  /** A future in which one layer alone is drawn, and the plan in doubt there. */
  record Lone(Planned own, Plan refilled, double value) {}

  /** Futures of each layer alone, of one layer after the other. */
  record Alone() implements FutureStep<Lone> {

    @Override
    public Class<Lone> result() {
      return Lone.class;
    }

    @Override
    public Lone in(FutureQuestions questions, int k) {
      PlanningProblem problem = questions.alone(k);
      Planned own = Plans.planned(questions, problem);
      PlanningQuestion question = questions.in(problem);
      Plan refilled = question.refilled(question.trimmed(questions.plan()));
      return new Lone(own, questions.whole(problem, refilled), question.value(refilled));
    }
  }
}
