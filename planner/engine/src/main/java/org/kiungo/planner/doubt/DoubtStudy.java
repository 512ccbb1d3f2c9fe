package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.Doubt.Regret;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.folder.doubt.FutureFile.Brief;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.Scenario.Lock;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What a plan loses in futures drawn from the ranges of today's figures. In each future a plan of
 * its own is made, with a bound that no plan exceeds there; the plan in doubt and those of all
 * futures, each brought to what the budget pays for today, are then restated in each of them. The
 * true loss is never more than what is told.
 */
public final class DoubtStudy {

  /** Fewer futures tell nothing, more are not waited for. */
  public static final int FEWEST = 4;

  public static final int MOST = 200;

  /** Moves of local search in each future: its bound is what counts. */
  public static final long STEPS = 1_000;

  private final PlanFolder base;
  private final Scenario scenario;
  private final List<DoubtLayer> layers;
  private final long seed;
  private final int futures;
  private final int perLayer;
  private final int threads;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();

  /** A future as it was planned for. */
  private record Planned(Plan plan, Certificate certificate, BoundProof proof) {}

  /** The plan in doubt in a future, and the values of all others. */
  private record Restated(Plan trimmed, Plan refilled, double trimmedValue, List<Double> values) {}

  private DoubtStudy(
      PlanFolder base,
      List<DoubtLayer> layers,
      int futures,
      long seed,
      int threads,
      Progress progress) {
    this.base = base;
    this.layers = layers;
    this.seed = seed;
    this.futures = futures;
    this.threads = threads;
    this.progress = progress;
    perLayer = layers.size() == 1 ? 0 : Math.max(FEWEST, futures / 4);
    scenario =
        base.scenario()
            .with()
            .seconds(0)
            .threads(1)
            .steps(Math.min(STEPS, base.scenario().steps()))
            .build();
  }

  /**
   * @param base the plan in doubt
   * @param futures to be drawn, {@value #FEWEST} to {@value #MOST}
   * @param seed of all draws
   * @param threads that work at once; nothing depends on it
   * @throws InputRefused {@code doubt.question} where the plan answers a question of another kind,
   *     {@code field.range} for too few or too many futures
   */
  public static DoubtFolder of(
      PlanFolder base,
      List<DoubtLayer> layers,
      int futures,
      long seed,
      int threads,
      Progress progress) {
    refuse(base.problem(), base.scenario());
    if (futures < FEWEST || futures > MOST) {
      throw new InputRefused(
          "field.range", "field", "futures", "value", futures, "low", FEWEST, "high", MOST);
    }
    return new DoubtStudy(base, layers, futures, seed, threads, progress).study();
  }

  /** Refuses every question but the one that futures can be asked. */
  public static void refuse(PlanningProblem problem, Scenario asked) {
    boolean capped = !Double.isNaN(asked.publicBudgetUsd());
    refuse("goal", asked.goal() != Goal.MOST_PEOPLE_UNDER_BUDGET);
    refuse("budgetUsd", !asked.hasBudget());
    refuse("phases", asked.hasPhases());
    refuse("twoPaths", !asked.twoPaths().isNone());
    refuse("publicBudgetUsd", capped);
    refuse("budgetsByCountry", !asked.budgetsByCountry().isEmpty());
    refuse("institutions", !asked.institutions().goals().isEmpty());
    refuse("elevation", problem.terrain() != Terrain.UNKNOWN);
    PlanningProblem facts = ScenarioFacts.of(problem, asked);
    refuse(
        "locks",
        !asked.locks().stream().allMatch(Lock::forbid)
            || facts.settlements().stream().anyMatch(facts.rules()::obliges));
  }

  private static void refuse(String field, boolean isSo) {
    if (isSo) {
      throw new InputRefused("doubt.question", "field", field);
    }
  }

  private DoubtFolder study() {
    List<Planned> made = each(futures, k -> planned(problem(layers, futures, k + 1)));
    List<Plan> candidates = candidates(made);
    List<Restated> restated =
        each(futures, k -> restated(problem(layers, futures, k + 1), candidates));
    List<Planned> own = each(futures, k -> bestKnown(k, made.get(k), restated.get(k), candidates));
    double[] bounds = own.stream().mapToDouble(each -> each.certificate().bound()).toArray();
    int best = best(restated);
    List<Restated> bestRestated =
        best == 0
            ? List.of()
            : each(
                futures,
                k -> restated(problem(layers, futures, k + 1), List.of(candidates.get(best))));
    List<FutureRow> rows = new ArrayList<>();
    Map<String, FutureFile> files = new TreeMap<>();
    Map<String, BoundProof> proofs = new TreeMap<>();
    for (int k = 0; k < futures; k++) {
      Restated here = restated.get(k);
      FutureRow row =
          new FutureRow(
              "",
              k + 1,
              common(layers, futures, k + 1),
              own.get(k).certificate().value(),
              bounds[k],
              here.trimmedValue(),
              here.values().get(0),
              here.values().subList(1, here.values().size()));
      rows.add(row);
      put(
          row.name(),
          own.get(k),
          new FutureFile(
              own.get(k).certificate(),
              Brief.of(own.get(k).plan()),
              Brief.of(here.trimmed()),
              Brief.of(here.refilled()),
              best == 0 ? null : Brief.of(bestRestated.get(k).trimmed()),
              best == 0 ? null : Brief.of(bestRestated.get(k).refilled())),
          files,
          proofs);
    }
    if (best > 0) {
      Certificate beside = base.certificate().withValue(todaysValue(candidates.get(best)));
      Brief chosen = Brief.of(candidates.get(best));
      files.put(DoubtFolder.BEST, new FutureFile(beside, chosen, null, null, null, null));
    }
    Regret refilled = Regrets.of(bounds, column(restated, 0));
    List<Doubt.Layer> told = new ArrayList<>();
    for (DoubtLayer layer : layers) {
      Regret alone = perLayer == 0 ? refilled : alone(layer, rows, files, proofs);
      told.add(new Doubt.Layer(layer.id(), layer.isAssumed(), alone));
    }
    List<PlaceRow> places =
        new PlaceKinds(
                base.plan(),
                own.stream().map(Planned::plan).toList(),
                layers,
                layers.stream().map(each -> draws(each, futures)).toList())
            .rows();
    Regret judged = Regrets.of(half(bounds, 1), half(column(restated, best), 1));
    double[] trimmed = rows.stream().limit(futures).mapToDouble(FutureRow::trimmed).toArray();
    double[] values = rows.stream().limit(futures).mapToDouble(FutureRow::value).toArray();
    Doubt doubt =
        new Doubt(
            futures,
            perLayer,
            seed,
            scenario.steps(),
            told,
            Regrets.interval(values),
            Regrets.interval(bounds),
            new Doubt.Kept(Regrets.of(bounds, trimmed), refilled),
            new Doubt.Picked(best == 0 ? Doubt.PLAN : String.valueOf(best), futures / 2, judged),
            new Doubt.Information(0, judged.mean()),
            PlaceKinds.counts(places));
    return new DoubtFolder(base, doubt, rows, places, files, proofs);
  }

  /** What could be signed today: the plan in doubt, and those of futures at today's figures. */
  private List<Plan> candidates(List<Planned> own) {
    PlanningProblem today = problem(List.of(), 1, 1);
    PlanningQuestion question = new PlanningQuestion(today, scenario);
    List<Plan> candidates = new ArrayList<>(List.of(base.plan()));
    for (Planned each : own) {
      candidates.add(whole(today, question.refilled(question.trimmed(each.plan()))));
    }
    return candidates;
  }

  private double todaysValue(Plan plan) {
    return new PlanningQuestion(problem(List.of(), 1, 1), scenario).value(plan);
  }

  /** What the plan in doubt loses where one layer alone is drawn. */
  private Regret alone(
      DoubtLayer layer,
      List<FutureRow> rows,
      Map<String, FutureFile> files,
      Map<String, BoundProof> proofs) {
    List<DoubtLayer> one = List.of(layer);
    List<Planned> own = each(perLayer, k -> planned(problem(one, perLayer, k + 1)));
    List<Restated> restated =
        each(perLayer, k -> restated(problem(one, perLayer, k + 1), List.of(base.plan())));
    for (int k = 0; k < perLayer; k++) {
      List<Double> draws = common(one, perLayer, k + 1);
      Restated here = restated.get(k);
      FutureRow row =
          new FutureRow(
              layer.id(),
              k + 1,
              layers.stream().map(each -> each == layer ? draws.get(0) : Double.NaN).toList(),
              Double.NaN,
              own.get(k).certificate().bound(),
              Double.NaN,
              here.values().get(0),
              List.of());
      rows.add(row);
      put(
          row.name(),
          own.get(k),
          new FutureFile(
              own.get(k).certificate().withValue(row.refilled()),
              null,
              null,
              Brief.of(here.refilled()),
              null,
              null),
          files,
          proofs);
    }
    double[] bounds = own.stream().mapToDouble(each -> each.certificate().bound()).toArray();
    return Regrets.of(bounds, column(restated, 0));
  }

  private static void put(
      String name,
      Planned planned,
      FutureFile file,
      Map<String, FutureFile> files,
      Map<String, BoundProof> proofs) {
    files.put(name, file);
    if (!planned.proof().isNone()) {
      proofs.put(name, planned.proof());
    }
  }

  private PlanningProblem problem(List<DoubtLayer> drawn, int of, int future) {
    return Futures.of(base.problem(), drawn, seed, of, future);
  }

  private List<Draws> draws(DoubtLayer layer, int of) {
    return IntStream.rangeClosed(1, of).mapToObj(k -> new Draws(seed, layer, of, k)).toList();
  }

  private List<Double> common(List<DoubtLayer> drawn, int of, int future) {
    return drawn.stream().map(each -> new Draws(seed, each, of, future).common()).toList();
  }

  private Planned planned(PlanningProblem problem) {
    PlanResult result =
        new PlanningQuestion(problem, scenario).plan(List.of(), Progress.NONE, () -> false);
    PlanFolder folder = Planner.folder(problem, result);
    progressed();
    return new Planned(folder.plan(), folder.certificate(), folder.proof());
  }

  private Restated restated(PlanningProblem problem, List<Plan> candidates) {
    PlanningQuestion question = new PlanningQuestion(problem, scenario);
    Plan trimmed = question.trimmed(candidates.get(0));
    Plan refilled = question.refilled(trimmed);
    List<Double> values = new ArrayList<>(List.of(question.value(refilled)));
    for (Plan each : candidates.subList(1, candidates.size())) {
      values.add(question.value(question.refilled(question.trimmed(each))));
    }
    progressed();
    return new Restated(
        whole(problem, trimmed), whole(problem, refilled), question.value(trimmed), values);
  }

  /** The plan made for a future, or another restated there if that serves more people. */
  private Planned bestKnown(int k, Planned made, Restated here, List<Plan> candidates) {
    int best = 0;
    for (int c = 1; c < candidates.size(); c++) {
      best = here.values().get(c) > here.values().get(best) ? c : best;
    }
    double value = here.values().get(best);
    if (value <= made.certificate().value()) {
      return made;
    }
    PlanningProblem problem = problem(layers, futures, k + 1);
    PlanningQuestion question = new PlanningQuestion(problem, scenario);
    Plan plan =
        best == 0
            ? here.refilled()
            : whole(problem, question.refilled(question.trimmed(candidates.get(best))));
    return new Planned(plan, made.certificate().withValue(value), made.proof());
  }

  /** With all totals, as folders state them. */
  private Plan whole(PlanningProblem problem, Plan plan) {
    return Planner.withPossibleGain(problem, scenario, plan);
  }

  private void progressed() {
    int layered = perLayer * layers.size();
    double all = 2.0 * (futures + layered);
    double ratio = Math.min(1, done.incrementAndGet() / all);
    progress.report("search", ratio, Double.NaN, Double.NaN, Double.NaN);
  }

  private <T> List<T> each(int count, IntFunction<T> work) {
    return Blocks.each(count, threads, work);
  }

  /** The candidate that serves most in every first future of two; of two alike the earlier. */
  private static int best(List<Restated> restated) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < restated.get(0).values().size(); c++) {
      double mean = Regrets.mean(half(column(restated, c), 0));
      if (mean > most) {
        most = mean;
        best = c;
      }
    }
    return best;
  }

  private static double[] column(List<Restated> restated, int candidate) {
    return restated.stream().mapToDouble(each -> each.values().get(candidate)).toArray();
  }

  /** Every other one. */
  private static double[] half(double[] all, int from) {
    return IntStream.range(0, all.length)
        .filter(k -> k % 2 == from)
        .mapToDouble(k -> all[k])
        .toArray();
  }
}
