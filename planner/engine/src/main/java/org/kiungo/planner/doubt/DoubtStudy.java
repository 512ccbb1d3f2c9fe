package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.doubt.FutureStep.Chosen;
import org.kiungo.planner.doubt.FutureStep.Lone;
import org.kiungo.planner.doubt.FutureStep.Planned;
import org.kiungo.planner.doubt.FutureStep.Restated;
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
  private final Asked asked;
  private final FutureQuestions questions;
  private final Spread spread;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * What to find out.
   *
   * @param layers that are drawn
   * @param futures to be drawn, {@value #FEWEST} to {@value #MOST}
   * @param seed of all draws
   * @param firstUsd what to sign now may cost, below the plan's budget; NaN = whatever is signed is
   *     signed at once
   */
  public record Asked(List<DoubtLayer> layers, int futures, long seed, double firstUsd) {

    public Asked {
      layers = List.copyOf(layers);
    }

    boolean hasFirst() {
      return !Double.isNaN(firstUsd);
    }

    /** Futures of each layer alone; 0 where there is but one. */
    int perLayer() {
      return layers.size() == 1 ? 0 : Math.max(FEWEST, futures / 4);
    }
  }

  private DoubtStudy(PlanFolder base, Asked asked, Spread spread, Progress progress) {
    this.base = base;
    this.asked = asked;
    this.spread = spread;
    this.progress = progress;
    questions = new FutureQuestions(base, asked);
  }

  /**
   * @param base the plan in doubt
   * @param spread where the futures are worked on; nothing depends on it
   * @throws InputRefused {@code doubt.question} where the plan answers a question of another kind,
   *     {@code field.range} for too few or too many futures, or a first part of the budget that is
   *     none
   */
  public static DoubtFolder of(PlanFolder base, Asked asked, Spread spread, Progress progress) {
    refuse(base.problem(), base.scenario());
    requireRange("futures", asked.futures(), FEWEST, MOST);
    if (asked.hasFirst()) {
      requireRange("first", asked.firstUsd(), 1, base.scenario().budgetUsd());
    }
    return new DoubtStudy(base, asked, spread, progress).study();
  }

  private static void requireRange(String field, Number value, Number low, Number high) {
    if (value.doubleValue() < low.doubleValue() || value.doubleValue() > high.doubleValue()) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
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
    int futures = asked.futures();
    PlanningQuestion today = new PlanningQuestion(base.problem(), base.scenario());
    List<Planned> made = each(futures, new FutureStep.Plans());
    List<Plan> candidates = candidates(today, made);
    List<Restated> restated =
        each(
            futures,
            new FutureStep.Restates(
                candidates.subList(1, candidates.size()),
                made.stream().map(each -> each.certificate().value()).toList()));
    List<Planned> own = new ArrayList<>();
    for (int k = 0; k < futures; k++) {
      Restated here = restated.get(k);
      own.add(here.best() == null ? made.get(k) : made.get(k).with(here.best(), here.bestValue()));
    }
    double[] bounds = own.stream().mapToDouble(each -> each.certificate().bound()).toArray();
    Choices choices =
        new Choices(
            bounds,
            IntStream.range(0, candidates.size()).mapToObj(c -> column(restated, c)).toList());
    int[] picked = IntStream.of(choices.picked()).filter(c -> c > 0).sorted().distinct().toArray();
    List<Doubt.Tried> tried = new ArrayList<>();
    FirstPhases.Signed first = asked.hasFirst() ? first(today, candidates, own, tried) : null;
    List<Chosen> chosen =
        picked.length == 0 && first == null
            ? List.of()
            : each(futures, chooses(picked, candidates, first, own));
    List<FutureRow> rows = new ArrayList<>();
    Map<String, FutureFile> files = new TreeMap<>();
    Map<String, BoundProof> proofs = new TreeMap<>();
    for (int k = 0; k < futures; k++) {
      Restated here = restated.get(k);
      Chosen there = chosen.isEmpty() ? new Chosen(Map.of(), null, null) : chosen.get(k);
      if (there.first() != null && there.first().value() > own.get(k).certificate().value()) {
        own.set(k, own.get(k).with(there.first().plan(), there.first().value()));
      }
      FutureRow row =
          new FutureRow(
              "",
              k + 1,
              common(asked.layers(), futures, k + 1),
              own.get(k).certificate().value(),
              bounds[k],
              here.trimmedValue(),
              here.values().get(0),
              there.first() == null ? Double.NaN : there.first().value(),
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
              there.kept(),
              there.brief()),
          files,
          proofs);
    }
    Map<String, PlanFolder> folders = new TreeMap<>();
    for (int c : picked) {
      folders.put(DoubtFolder.choice(Choices.id(c)), folder(today, candidates.get(c)));
    }
    Regret refilled = Regrets.of(bounds, column(restated, 0));
    int perLayer = asked.perLayer();
    int layered = perLayer * asked.layers().size();
    List<Lone> lone = layered == 0 ? List.of() : each(layered, new FutureStep.Alone());
    List<Doubt.Layer> told = new ArrayList<>();
    for (DoubtLayer layer : asked.layers()) {
      Regret alone = perLayer == 0 ? refilled : alone(layer, lone, rows, files, proofs);
      told.add(new Doubt.Layer(layer.id(), layer.isAssumed(), alone));
    }
    List<PlaceRow> places =
        new PlaceKinds(
                base.plan(),
                own.stream().map(Planned::plan).toList(),
                asked.layers(),
                asked.layers().stream().map(this::draws).toList())
            .rows();
    double[] trimmed = restated.stream().mapToDouble(Restated::trimmedValue).toArray();
    double[] values = own.stream().mapToDouble(each -> each.certificate().value()).toArray();
    Doubt.FirstPhase phase = null;
    if (first != null) {
      PlanFolder signed = folder(today, first.plan());
      folders.put(DoubtFolder.FIRST, signed);
      List<FirstPhases.Completed> completed = chosen.stream().map(Chosen::first).toList();
      phase = phase(first.id(), signed, completed, bounds, trimmed, places, tried);
    }
    Doubt.Choices best = choices.told();
    Doubt doubt =
        new Doubt(
            futures,
            perLayer,
            asked.seed(),
            questions.scenario().steps(),
            told,
            Regrets.interval(values),
            Regrets.interval(bounds),
            new Doubt.Kept(Regrets.of(bounds, trimmed), refilled),
            best,
            phase,
            new Doubt.Information(0, best.best().regret().mean()),
            PlaceKinds.counts(places));
    return new DoubtFolder(base, doubt, rows, places, files, proofs, folders);
  }

  /** What could be signed today: the plan in doubt, and those of futures at today's figures. */
  private List<Plan> candidates(PlanningQuestion today, List<Planned> own) {
    List<Plan> candidates = new ArrayList<>(List.of(base.plan()));
    for (Planned each : own) {
      candidates.add(today.refilled(today.trimmed(each.plan())));
    }
    return candidates;
  }

  /** The bound on one plan of a question is that on all. */
  private PlanFolder folder(PlanningQuestion today, Plan plan) {
    Certificate beside = base.certificate().withValue(today.value(plan));
    return Planner.folder(
        base.problem(), new PlanResult(base.scenario(), plan, beside, base.proof()));
  }

  /** The first phase that brings most, completed, in every first future of two. */
  private FirstPhases.Signed first(
      PlanningQuestion today, List<Plan> candidates, List<Planned> own, List<Doubt.Tried> tried) {
    List<FirstPhases.Signed> firsts =
        FirstPhases.of(
            today, asked.firstUsd(), candidates, own.stream().map(Planned::plan).toList());
    List<Plan> others =
        IntStream.range(0, own.size())
            .filter(k -> k % 2 == 0)
            .mapToObj(k -> own.get(k).plan())
            .toList();
    List<double[]> values =
        each(
            others.size(),
            new FutureStep.Completes(
                firsts.stream().map(FirstPhases.Signed::plan).toList(), others));
    FirstPhases.Signed best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < firsts.size(); c++) {
      int candidate = c;
      double mean = Regrets.mean(values.stream().mapToDouble(each -> each[candidate]).toArray());
      tried.add(new Doubt.Tried(firsts.get(c).id(), mean));
      if (mean > most) {
        most = mean;
        best = firsts.get(c);
      }
    }
    return best;
  }

  private static FutureStep.Chooses chooses(
      int[] picked, List<Plan> candidates, FirstPhases.Signed first, List<Planned> own) {
    Map<String, Plan> plans = new TreeMap<>();
    for (int c : picked) {
      plans.put(Choices.id(c), candidates.get(c));
    }
    return new FutureStep.Chooses(
        plans,
        first == null ? null : first.plan(),
        first == null ? List.of() : own.stream().map(Planned::plan).toList());
  }

  private Doubt.FirstPhase phase(
      String id,
      PlanFolder signed,
      List<FirstPhases.Completed> completed,
      double[] bounds,
      double[] oneShot,
      List<PlaceRow> places,
      List<Doubt.Tried> tried) {
    Set<String> served = FirstPhases.served(signed.plan());
    double[] values = completed.stream().mapToDouble(FirstPhases.Completed::value).toArray();
    List<double[]> common = new ArrayList<>();
    for (DoubtLayer layer : asked.layers()) {
      common.add(draws(layer).stream().mapToDouble(Draws::common).toArray());
    }
    long sure =
        places.stream()
            .filter(each -> served.contains(each.settlementId()))
            .filter(PlaceRow::isInMost)
            .count();
    long whole =
        completed.stream()
            .filter(each -> FirstPhases.served(each.kept()).containsAll(served))
            .count();
    double[] judges = Regrets.half(bounds, 1);
    return new Doubt.FirstPhase(
        asked.firstUsd(),
        signed.plan().totals().lifetimeCostUsd(),
        id,
        served.size(),
        signed.certificate().value(),
        (int) sure,
        (int) whole,
        judges.length,
        Regrets.of(judges, Regrets.half(values, 1)),
        Regrets.of(judges, Regrets.half(oneShot, 1)),
        tried,
        new Turns(served, completed.stream().map(FirstPhases.Completed::plan).toList(), values)
            .best(asked.layers(), common));
  }

  /** What the plan in doubt loses where one layer alone is drawn. */
  private Regret alone(
      DoubtLayer layer,
      List<Lone> lone,
      List<FutureRow> rows,
      Map<String, FutureFile> files,
      Map<String, BoundProof> proofs) {
    int perLayer = asked.perLayer();
    int from = asked.layers().indexOf(layer) * perLayer;
    List<Lone> own = lone.subList(from, from + perLayer);
    for (int k = 0; k < perLayer; k++) {
      List<Double> draws = common(List.of(layer), perLayer, k + 1);
      Lone here = own.get(k);
      FutureRow row =
          new FutureRow(
              layer.id(),
              k + 1,
              asked.layers().stream()
                  .map(each -> each == layer ? draws.get(0) : Double.NaN)
                  .toList(),
              Double.NaN,
              here.own().certificate().bound(),
              Double.NaN,
              here.value(),
              Double.NaN,
              List.of());
      rows.add(row);
      put(
          row.name(),
          here.own(),
          new FutureFile(
              here.own().certificate().withValue(here.value()),
              null,
              null,
              Brief.of(here.refilled()),
              Map.of(),
              null),
          files,
          proofs);
    }
    return Regrets.of(
        own.stream().mapToDouble(each -> each.own().certificate().bound()).toArray(),
        own.stream().mapToDouble(Lone::value).toArray());
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

  private List<Draws> draws(DoubtLayer layer) {
    return IntStream.rangeClosed(1, asked.futures())
        .mapToObj(k -> new Draws(asked.seed(), layer, asked.futures(), k))
        .toList();
  }

  private List<Double> common(List<DoubtLayer> drawn, int of, int future) {
    return drawn.stream().map(each -> new Draws(asked.seed(), each, of, future).common()).toList();
  }

  private <T> List<T> each(int count, FutureStep<T> step) {
    return spread.each(
        count,
        new Spread.Work<>() {
          @Override
          public T in(int future) {
            return told(step.in(questions, future));
          }

          @Override
          public byte[] bytes() {
            return questions.bytes(step);
          }

          @Override
          public T read(byte[] done) {
            return told(questions.read(done, step));
          }
        });
  }

  private <T> T told(T found) {
    int layered = asked.perLayer() * asked.layers().size();
    double all = layered + (asked.hasFirst() ? 3.5 : 3) * asked.futures();
    double ratio = Math.min(1, done.incrementAndGet() / all);
    progress.report("search", ratio, Double.NaN, Double.NaN, Double.NaN);
    return found;
  }

  private static double[] column(List<Restated> restated, int candidate) {
    return restated.stream().mapToDouble(each -> each.values().get(candidate)).toArray();
  }
}
