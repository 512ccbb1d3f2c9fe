package org.kiungo.planner.deploy.question;

import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.PathsToNetwork;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.deploy.settings.TechnologyLocks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.kiungo.planner.finance.PublicCost;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;

/**
 * One planning question as the solver sees it: places, candidate links and access options as
 * arrays, money in cents, load in bits per second, value in millionths of a weighted person.
 * Immutable; shared by construction, local search, bound and the writer of the plan.
 */
final class Question {

  /** Value is counted in millionths of a person so that weights and fractions stay whole. */
  static final double VALUE_PER_PERSON = 1e6;

  private static final long UNLIMITED = Long.MAX_VALUE / 4;

  final PlanningProblem problem;
  final DeploySettings settings;
  final Granularity detail;
  final BuildPlaces places;
  final CandidateLinks links;
  final AccessOptions options;

  /** Ways to the network before anything is built; to be copied, not changed. */
  final PathsToNetwork today;

  final long budgetCents;

  /** What leaving each settlement unserved costs; all 0 unless money is public money. */
  final long[] forgoneCents;

  /** Σ forgone; budgets are raised by it, so that costs need not be negative. */
  final long forgoneTotalCents;

  /** Weight of each of {@link Districts} where people count by district; else empty. */
  final double[] districtWeight;

  /** The same question at the costs a plan states; this one unless money is public money. */
  final Question stated;

  Question(PlanningProblem problem, DeploySettings settings) {
    this(problem, settings, new long[problem.settlements().size()], null);
  }

  private Question(
      PlanningProblem problem, DeploySettings settings, long[] forgoneCents, Question stated) {
    this.problem = problem;
    this.stated = stated == null ? this : stated;
    this.forgoneCents = forgoneCents;
    districtWeight = new double[0];
    forgoneTotalCents = Arrays.stream(forgoneCents).sum();
    this.settings = settings;
    detail = Granularity.of(problem, settings);
    places = new BuildPlaces(problem);
    List<AccessTechnology> technologies =
        problem.catalogue().technologies().stream()
            .filter(
                a ->
                    settings.technologyIds().isEmpty() || settings.technologyIds().contains(a.id()))
            .toList();
    TechnologyLocks locks = new TechnologyLocks(problem, settings);
    Supplier<AccessOptions> offered =
        Blocks.beside(
            settings.threads(),
            () ->
                new AccessOptions(
                    problem, places, technologies, locks, detail, settings.threads()));
    links =
        new CandidateLinks(problem, places, media(problem, settings), detail, settings.threads());
    options = offered.get();
    today = new PathsToNetwork(this);
    budgetCents = raised(cents(settings.budgetUsd()), forgoneTotalCents);
  }

  /** The media a question allows. */
  static List<Medium> media(PlanningProblem problem, DeploySettings settings) {
    return problem.catalogue().media().stream()
        .filter(m -> settings.mediumIds().isEmpty() || settings.mediumIds().contains(m.id()))
        .toList();
  }

  /** The question whose budgets cap public money, as {@link PublicCost} has it. */
  static Question ofPublicMoney(PlanningProblem problem, DeploySettings settings) {
    PublicCost cost = PublicCost.of(problem);
    Question stated = new Question(problem, settings);
    return new Question(cost.problem(), settings, cost.revenueCents(), stated);
  }

  private Question(Question other, AccessOptions options, long budgetCents, double[] districtWeight) {
    this.districtWeight = districtWeight;
    problem = other.problem;
    settings = other.settings;
    detail = other.detail;
    places = other.places;
    links = other.links;
    today = other.today;
    forgoneCents = other.forgoneCents;
    forgoneTotalCents = other.forgoneTotalCents;
    stated = other.stated == other ? this : other.stated;
    this.options = options;
    this.budgetCents = budgetCents;
  }

  /** The same question with another budget. */
  Question withBudget(double budgetUsd) {
    return new Question(this, options, raised(cents(budgetUsd), forgoneTotalCents), districtWeight);
  }

  /** The same question where a person counts as {@link Districts#perPerson} has it. */
  Question withWeights(Districts districts, double[] weight) {
    AccessOptions weighted = options.withWeights(districts.perPerson(weight));
    return new Question(this, weighted, budgetCents, weight.clone());
  }

  /**
   * The same question where one settlement is decided on. Leaving it out is put as: nobody counts
   * there, which bounds what plans that do leave it out are worth.
   *
   * @param isServed true: it must be served; false: it is left out
   */
  Question deciding(int settlement, boolean isServed) {
    return new Question(this, options.deciding(settlement, isServed), budgetCents, districtWeight);
  }

  /** What a draft spends of a budget, USD; may be below 0 when revenue exceeds costs. */
  double spentUsd(Draft draft) {
    return (draft.costCents - forgoneTotalCents) / 100.0;
  }

  /**
   * What no part of a plan within the budget costs more than, the rounding of accounts included.
   */
  long ceilingCents() {
    return raised(budgetCents, slackCents());
  }

  /** What the bound may be off by because accounts are kept in cents; 0 unless public money. */
  long slackCents() {
    return stated == this
        ? 0
        : PublicCost.slackCents(places.settlements, options.sites + (long) places.count);
  }

  private static long raised(long cents, long by) {
    return cents >= UNLIMITED ? cents : cents + by;
  }

  /** Rounded down, so that a plan within the cents is within the dollars; no cap is a huge cap. */
  private static long cents(double usd) {
    return Double.isNaN(usd) || usd > 1e14 ? UNLIMITED : Money.wholeCents(usd);
  }

  static long bitsPerSecond(double mbps) {
    return Math.round(mbps * 1e6);
  }
}
