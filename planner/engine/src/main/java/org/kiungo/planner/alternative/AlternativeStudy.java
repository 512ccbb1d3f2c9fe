package org.kiungo.planner.alternative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * Alternatives to a plan: the same question is asked with people counting less where plans at hand
 * serve them and more elsewhere, as spatially explicit practically optimal alternatives are found
 * (Lombardi et al. 2020, Joule 4), by prices on likeness. The price is halved in on as long as the
 * plan, judged by the question itself and with the rest of its budget spent, counts enough. Of all
 * plans found on the way those are kept that are least like all before them.
 */
public final class AlternativeStudy {

  public static final int MOST = 12;

  /** Of the plan's value, that alternatives may miss at the most: more are no alternatives. */
  public static final double WIDEST_RATIO = 0.25;

  /** Moves of local search in each search: where people count less, an about best plan will do. */
  public static final long STEPS = 1_000;

  /** Prices of likeness tried in each round, by bisection. */
  private static final int TRIES = 5;

  /** The lowest is so many halvings below what a place brings on average. */
  private static final double LOWEST_POWER = -6;

  /** How fast likeness to those that a plan found is like becomes dearer. */
  private static final double SHARPNESS = 4;

  /** Weights that a person may have. */
  private static final double LEAST = 0.12;

  private static final double STEP = 1.05;

  /** Column that tells what a person of a place counts. */
  private static final String COLUMN = "unlike";

  private final PlanFolder base;
  private final PlanningProblem facts;
  private final Scenario searched;
  private final PlanningQuestion question;
  private final double withinRatio;
  private final int count;
  private final int threads;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();
  private int all;

  /**
   * A technology or medium that is left out of the question.
   *
   * @param by which of the two, as {@link Alternatives.Need}
   * @param id of the catalogue
   * @param scenario without it
   */
  record LeftOut(String by, String id, Scenario scenario) {}

  private AlternativeStudy(
      PlanFolder base, double withinRatio, int count, int threads, Progress progress) {
    this.base = base;
    this.withinRatio = withinRatio;
    this.count = count;
    this.threads = threads;
    this.progress = progress;
    searched = searched(base.scenario());
    facts = ScenarioFacts.of(base.problem(), base.scenario());
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
    requireRanges(withinRatio, count);
    return new AlternativeStudy(base, withinRatio, count, threads, progress).study();
  }

  /**
   * Refuses a share or a number of alternatives that nobody means, before anything is planned.
   *
   * @throws InputRefused {@code field.range}
   */
  public static void requireRanges(double withinRatio, int count) {
    if (count < 1 || count > MOST) {
      throw new InputRefused(
          "field.range", "field", "count", "value", count, "low", 1, "high", MOST);
    }
    if (!(withinRatio > 0 && withinRatio <= WIDEST_RATIO)) {
      throw new InputRefused(
          "field.range", "field", "within", "value", withinRatio, "low", 0, "high", WIDEST_RATIO);
    }
  }

  private AlternativesFolder study() {
    List<LeftOut> fewer = leftOut();
    all = count * 2 * TRIES + fewer.size();
    List<Candidate> found = found();
    List<PlanFolder> plans = found.stream().map(each -> folder(each.plan())).toList();
    List<PlanFolder> without =
        Blocks.each(fewer.size(), threads, k -> planned(fewer.get(k).scenario()));
    AlternativeFigures figures = new AlternativeFigures(base, plans, without);
    Alternatives told = figures.of(withinRatio, count, searched.steps(), fewer);
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
    return Likeness.farthest(own, pool, count);
  }

  /**
   * Plans within the share that are found on the way to the dearest likeness that still gives one.
   *
   * @param evenly true where likeness to each kept plan costs the same everywhere; else the more
   *     the more a plan found on the way is like it, and by place as drawn: where the kept plans
   *     serve all places alike, nothing else tells these apart
   */
  private List<Candidate> nearby(List<Candidate> kept, boolean evenly) {
    double[] byPlace = new double[facts.settlements().size()];
    Arrays.fill(byPlace, 1);
    if (!evenly) {
      SplittableRandom random = new SplittableRandom(searched.seed() + kept.size());
      Arrays.setAll(byPlace, i -> 0.5 + random.nextDouble());
    }
    double[] shares = new double[kept.size()];
    Arrays.fill(shares, 1.0 / kept.size());
    List<Candidate> nearby = new ArrayList<>();
    double low = LOWEST_POWER;
    double high = 0;
    for (int k = 0; k < TRIES; k++) {
      double power = (low + high) / 2;
      double people =
          StrictMath.pow(2, power) * base.certificate().value() / kept.get(0).places().size();
      Candidate candidate = candidate(unlike(kept, shares, people, byPlace));
      if (candidate.value() >= (1 - withinRatio) * base.certificate().value()) {
        nearby.add(candidate);
        low = power;
      } else {
        high = power;
      }
      if (!evenly) {
        sharpen(shares, kept, candidate);
      }
      progressed();
    }
    return nearby;
  }

  private static void sharpen(double[] shares, List<Candidate> kept, Candidate found) {
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      double like = Likeness.of(kept.get(k).places(), found.places());
      shares[k] *= StrictMath.exp(SHARPNESS * like);
      sum += shares[k];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] /= sum;
    }
  }

  private Candidate candidate(Plan plan) {
    return new Candidate(plan, question.value(plan), Likeness.places(plan));
  }

  /**
   * A plan of the question where each place that is served counts so many people less for the kept
   * plans that serve it too, and so many more for those that do not: that is what Jaccard's index
   * above {@value Alternatives#MOST_ALIKE_RATIO} comes to, times a price.
   *
   * @param shares of the price, by kept plan
   * @param people the price
   * @param byPlace how many times the price holds at each place
   */
  private Plan unlike(List<Candidate> kept, double[] shares, double people, double[] byPlace) {
    List<Settlement> settlements = new ArrayList<>();
    Set<Integer> steps = new TreeSet<>();
    for (int i = 0; i < facts.settlements().size(); i++) {
      Settlement each = base.problem().settlements().get(i);
      double gained = facts.settlements().get(i).unservedPopulation();
      double more = Alternatives.MOST_ALIKE_RATIO;
      for (int k = 0; k < shares.length; k++) {
        boolean serves = kept.get(k).places().contains(each.id());
        more -= serves ? (1 + Alternatives.MOST_ALIKE_RATIO) * shares[k] : 0;
      }
      int step = gained > 0 ? step(1 + more * people * byPlace[i] / gained) : 0;
      if (step != 0) {
        Map<String, String> attributes = new HashMap<>(each.attributes());
        attributes.put(COLUMN, String.valueOf(step));
        each = each.with().attributes(attributes).build();
        steps.add(step);
      }
      settlements.add(each);
    }
    List<EquityWeight> fairness = new ArrayList<>(searched.fairness());
    for (int each : steps) {
      fairness.add(new EquityWeight(COLUMN, String.valueOf(each), StrictMath.pow(STEP, each)));
    }
    Plan found =
        new PlanningQuestion(
                base.problem().withSettlements(settlements),
                searched.with().fairness(fairness).build())
            .plan(List.of(), Progress.NONE, () -> false)
            .plan();
    return question.refilled(question.trimmed(found));
  }

  /** What a person counts, in steps that few groups are enough for. */
  private static int step(double ratio) {
    double within = Math.max(LEAST, Math.min(1 / LEAST, ratio));
    return (int) Math.rint(StrictMath.log(within) / StrictMath.log(STEP));
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

  private PlanFolder planned(Scenario scenario) {
    PlanResult result =
        new PlanningQuestion(base.problem(), scenario)
            .plan(List.of(base.plan()), Progress.NONE, () -> false);
    progressed();
    return Planner.folder(base.problem(), result);
  }

  /** The question without each technology and medium that the plan uses, unless it has no other. */
  private List<LeftOut> leftOut() {
    List<LeftOut> left = new ArrayList<>();
    Uses uses = Uses.of(base.plan());
    List<String> technologies = searched.technologyIds();
    if (technologies.isEmpty()) {
      technologies =
          base.problem().catalogue().technologies().stream().map(AccessTechnology::id).toList();
    }
    for (String each : uses.technologyIds()) {
      if (technologies.size() > 1) {
        Scenario without = searched.with().technologyIds(but(technologies, each)).build();
        left.add(new LeftOut(Alternatives.TECHNOLOGY, each, without));
      }
    }
    List<String> media = searched.mediumIds();
    if (media.isEmpty()) {
      media = base.problem().catalogue().media().stream().map(Medium::id).toList();
    }
    for (String each : uses.mediumIds()) {
      if (media.size() > 1) {
        Scenario without = searched.with().mediumIds(but(media, each)).build();
        left.add(new LeftOut(Alternatives.MEDIUM, each, without));
      }
    }
    return left;
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
