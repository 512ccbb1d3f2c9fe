package org.kiungo.planner.alternative;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.alternative.Likeness.Candidate;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/**
 * Alternatives to a plan: the same question is asked with people counting less where plans at hand
 * serve them, the less the more plans do (Lombardi et al. 2020, Policy decision support for
 * renewables deployment through spatially explicit practically optimal alternatives, Joule 4), the
 * weight being halved in on as long as the plan, judged by the question itself and with the rest of
 * its budget spent, counts enough. Of all plans found on the way those are kept that are least like
 * all before them.
 */
public final class AlternativeStudy {

  public static final int MOST = 12;

  /** Of the plan's value, that alternatives may miss at the most: more are no alternatives. */
  public static final double WIDEST_RATIO = 0.25;

  /** Moves of local search in each search: where people count less, an about best plan will do. */
  public static final long STEPS = 1_000;

  /** Weights tried in each round, by bisection. */
  private static final int WEIGHTS = 4;

  /** Column that tells in how many plans at hand a place is. */
  private static final String CHOSEN = "chosen before";

  private final PlanFolder base;
  private final Scenario searched;
  private final PlanningQuestion question;
  private final double withinRatio;
  private final int count;
  private final int threads;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();
  private int all;

  private AlternativeStudy(
      PlanFolder base, double withinRatio, int count, int threads, Progress progress) {
    this.base = base;
    this.withinRatio = withinRatio;
    this.count = count;
    this.threads = threads;
    this.progress = progress;
    searched = searched(base.scenario());
    question = new PlanningQuestion(base.problem(), base.scenario());
  }

  private static Scenario searched(Scenario asked) {
    long steps = Math.min(STEPS, asked.steps());
    return asked.with().seconds(0).threads(1).steps(steps).build();
  }

  /**
   * @param base the plan
   * @param withinRatio share of its value that an alternative may miss, above 0
   * @param count alternatives wanted, 1 to {@value #MOST}
   * @param threads that work at once; nothing depends on it
   * @throws InputRefused {@code doubt.question} where the plan answers a question of another kind,
   *     {@code field.range}
   */
  public static AlternativesFolder of(
      PlanFolder base, double withinRatio, int count, int threads, Progress progress) {
    DoubtStudy.refuse(base.problem(), base.scenario());
    if (count < 1 || count > MOST) {
      throw new InputRefused(
          "field.range", "field", "count", "value", count, "low", 1, "high", MOST);
    }
    if (!(withinRatio > 0 && withinRatio <= WIDEST_RATIO)) {
      throw new InputRefused(
          "field.range", "field", "within", "value", withinRatio, "low", 0, "high", WIDEST_RATIO);
    }
    return new AlternativeStudy(base, withinRatio, count, threads, progress).study();
  }

  private AlternativesFolder study() {
    List<Scenario> fewer = new ArrayList<>();
    List<String[]> left = new ArrayList<>();
    leftOut(left, fewer);
    all = count * 2 * WEIGHTS + fewer.size();
    List<Candidate> found = found();
    List<PlanFolder> plans = found.stream().map(each -> folder(each.plan())).toList();
    List<PlanFolder> without =
        Blocks.each(fewer.size(), threads, k -> planned(base.problem(), fewer.get(k)));
    AlternativeFigures figures = new AlternativeFigures(base, plans, without);
    Alternatives told = figures.of(withinRatio, count, searched.steps(), left);
    return new AlternativesFolder(base, plans, without, told, figures.places());
  }

  private List<Candidate> found() {
    Candidate own = candidate(base.plan());
    List<Candidate> pool = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      List<Candidate> kept = new ArrayList<>(List.of(own));
      kept.addAll(Likeness.apart(own, pool, round));
      Blocks.each(2, threads, k -> nearby(kept, k == 0)).forEach(pool::addAll);
    }
    return Likeness.apart(own, pool, count);
  }

  /**
   * Plans within the share that are found on the way to the least weight that still gives one.
   *
   * @param more true where a place counts the less the more plans serve it, else where any does
   */
  private List<Candidate> nearby(List<Candidate> kept, boolean more) {
    Map<String, Integer> times = new HashMap<>();
    for (Candidate each : kept) {
      each.places().forEach(id -> times.merge(id, 1, more ? Integer::sum : (a, b) -> a));
    }
    List<Candidate> nearby = new ArrayList<>();
    double low = EquityWeight.LOWEST;
    double high = 1;
    for (int k = 0; k < WEIGHTS; k++) {
      double weight = (low + high) / 2;
      Candidate candidate = candidate(weighted(times, weight));
      if (candidate.value() >= (1 - withinRatio) * base.certificate().value()) {
        nearby.add(candidate);
        high = weight;
      } else {
        low = weight;
      }
      progressed();
    }
    return nearby;
  }

  private Candidate candidate(Plan plan) {
    return new Candidate(plan, question.value(plan), Likeness.places(plan));
  }

  /** A plan of the question where places count so much for each time that they are chosen. */
  private Plan weighted(Map<String, Integer> times, double weight) {
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement each : base.problem().settlements()) {
      Map<String, String> attributes = new HashMap<>(each.attributes());
      Integer chosen = times.get(each.id());
      if (chosen != null) {
        attributes.put(CHOSEN, chosen.toString());
      }
      settlements.add(each.with().attributes(attributes).build());
    }
    List<EquityWeight> fairness = new ArrayList<>(searched.fairness());
    for (int each : new TreeSet<>(times.values())) {
      double power = Math.max(EquityWeight.LOWEST, StrictMath.pow(weight, each));
      fairness.add(new EquityWeight(CHOSEN, String.valueOf(each), power));
    }
    Plan found =
        new PlanningQuestion(
                base.problem().withSettlements(settlements),
                searched.with().fairness(fairness).build())
            .plan(List.of(), Progress.NONE, () -> false)
            .plan();
    return question.refilled(question.trimmed(found));
  }

  /** The plan's folder with other decisions: the bound on one plan of a question is that on all. */
  private PlanFolder folder(Plan plan) {
    PlanResult result =
        new PlanResult(
            base.scenario(),
            plan,
            base.certificate().withValue(question.value(plan)),
            base.proof());
    return Planner.folder(base.problem(), result);
  }

  private PlanFolder planned(PlanningProblem problem, Scenario scenario) {
    PlanResult result =
        new PlanningQuestion(problem, scenario)
            .plan(List.of(base.plan()), Progress.NONE, () -> false);
    progressed();
    return Planner.folder(problem, result);
  }

  /** The question without each technology and medium that the plan uses, unless it has no other. */
  private void leftOut(List<String[]> left, List<Scenario> fewer) {
    Uses uses = Uses.of(base.plan());
    List<String> technologies = searched.technologyIds();
    if (technologies.isEmpty()) {
      technologies =
          base.problem().catalogue().technologies().stream().map(AccessTechnology::id).toList();
    }
    for (String each : uses.technologyIds()) {
      if (technologies.size() > 1) {
        left.add(new String[] {Alternatives.TECHNOLOGY, each});
        fewer.add(searched.with().technologyIds(but(technologies, each)).build());
      }
    }
    List<String> media = searched.mediumIds();
    if (media.isEmpty()) {
      media = base.problem().catalogue().media().stream().map(Medium::id).toList();
    }
    for (String each : uses.mediumIds()) {
      if (media.size() > 1) {
        left.add(new String[] {Alternatives.MEDIUM, each});
        fewer.add(searched.with().mediumIds(but(media, each)).build());
      }
    }
  }

  private static List<String> but(List<String> ids, String left) {
    LinkedHashSet<String> others = new LinkedHashSet<>(ids);
    others.remove(left);
    return List.copyOf(others);
  }

  private void progressed() {
    double ratio = Math.min(1, (double) done.incrementAndGet() / all);
    progress.report("search", ratio, Double.NaN, Double.NaN, Double.NaN);
  }
}
