package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.branch.Branched;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.construct.Trimming;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.plan.PlanParts;
import org.kiungo.planner.deploy.plan.PlanReader;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.prices.CountryBound;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.prices.SeparableBound;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.question.Welfare;
import org.kiungo.planner.deploy.search.BudgetSearch;
import org.kiungo.planner.deploy.search.FairSearch;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.search.TargetSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;

/** Chooses technologies, sites, links and media together, under a budget, with a proven bound. */
public final class BroadbandSolver {

  /** Rules that bounds by prices and raises leave out, as certificates name them. */
  public static final List<String> TREE_RELAXES =
      List.of("linkRounding", "hopSpectrum", "sharedSiteUnits", "beamCapacity", "nodeUpgrade");

  private static final String COUNTRY_METHOD = PriceSearch.METHOD + ", one price a country";

  private final Question asked;
  private final PlanImprover improver;
  private final PriceSearch prices;

  private final Map<Double, Searched> searched = new HashMap<>();

  /**
   * Prepares candidate links and options, which every budget shares.
   *
   * @throws InputRefused when a lock names something unknown or contradicts another
   */
  public BroadbandSolver(PlanningProblem problem, DeploySettings settings, PlanImprover improver) {
    this(new Question(problem, settings), improver);
  }

  BroadbandSolver(Question asked, PlanImprover improver) {
    this.improver = improver;
    this.asked = asked;
    prices = new PriceSearch(asked);
  }

  /**
   * As the constructor, for the same questions about public money: budgets cap, and costs are, what
   * {@link org.kiungo.planner.finance.PublicCost} puts below the public money of a plan. Plans come
   * back at their network cost.
   */
  public static BroadbandSolver ofPublicMoney(
      PlanningProblem problem, DeploySettings settings, PlanImprover improver) {
    return new BroadbandSolver(Question.ofPublicMoney(problem, settings), improver);
  }

  /**
   * Best plan found for a budget and the bound on every plan.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @throws InputRefused when the locked choices alone cost more than the budget
   */
  public Deployment solve(double budgetUsd, Progress progress, BooleanSupplier stop) {
    return solve(budgetUsd, List.of(), progress, stop);
  }

  /**
   * As the other, searching on from other plans too.
   *
   * @param starts plans of like questions; what they decide and this question does not offer is
   *     left out
   */
  public Deployment solve(
      double budgetUsd, List<Plan> starts, Progress progress, BooleanSupplier stop) {
    Searched own =
        searched.computeIfAbsent(budgetUsd, each -> searched(search(each).search(progress, stop)));
    double price = own.found.valuePerCent();
    PlanImprover.Improved best = own.found.improved();
    for (Plan start : starts) {
      Draft begun =
          PricedDescent.bestFitted(
              new PlanReader(own.found.question(), start).draft(), price, stop);
      PlanImprover.Improved other = improver.improve(begun, price, asked.settings(), stop);
      best = best.draft().orBetter(other.draft()) == best.draft() ? best : other;
    }
    if (best == own.found.improved()) {
      return own.deployment;
    }
    Plan plan = new PlanWriter(best.draft()).write();
    return own.deployment.withPlan(
        plan, ServedPeople.weighted(asked.problem(), plan), best.steps());
  }

  /**
   * Plans for rising budgets, each part of the next: whoever has service keeps it, from the same
   * site and over the same links, which may get further systems or a better medium. Each is bounded
   * like any plan for its budget; the gap counts what nesting costs as well.
   *
   * @param budgetsUsd ascending; NaN = no cap, last
   * @param stops of the search for each plan, given how many are still to be made
   */
  public List<Deployment> solveNested(
      double[] budgetsUsd, Progress progress, IntFunction<BooleanSupplier> stops) {
    List<Deployment> plans = new ArrayList<>();
    double share = 1.0 / budgetsUsd.length;
    Optional<Draft> smaller = Optional.empty();
    for (int k = 0; k < budgetsUsd.length; k++) {
      if (k > 0 && budgetsUsd[k] < budgetsUsd[k - 1]) {
        throw new IllegalArgumentException("budgets of nested plans must not fall");
      }
      BooleanSupplier stop = stops.apply(budgetsUsd.length - k);
      Progress part = progress.part(k * share, share);
      BudgetSearch search = search(budgetsUsd[k]);
      BudgetSearch.Found found =
          smaller
              .map(draft -> search.extend(draft, part, stop))
              .orElseGet(() -> search.search(part, stop));
      plans.add(deployment(found));
      smaller = Optional.of(found.improved().draft());
    }
    return List.copyOf(plans);
  }

  /**
   * Plans of which none serves fewer than one for less money: that one can be built with more money
   * too, and what is left over is spent on further people.
   *
   * @param budgetsUsd caps on lifetime cost, in any order; NaN = no cap
   * @param found a plan for each
   */
  public List<Deployment> rising(double[] budgetsUsd, List<Deployment> found) {
    List<Deployment> rising = new ArrayList<>(found);
    Optional<Deployment> less = Optional.empty();
    // NaN comes last in this order
    for (int k :
        IntStream.range(0, budgetsUsd.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> budgetsUsd[k]))
            .toList()) {
      Deployment own = rising.get(k);
      rising.set(
          k,
          less.filter(one -> one.weightedPeople() > own.weightedPeople())
              .map(one -> own.orBetter(withMore(one, budgetsUsd[k], own)))
              .orElse(own));
      less = Optional.of(rising.get(k));
    }
    return List.copyOf(rising);
  }

  /** What a plan for less money becomes with this budget, bounded like the plan for it. */
  private Deployment withMore(Deployment less, double budgetUsd, Deployment bounded) {
    Question question = asked.withBudget(budgetUsd);
    PlanReader read = new PlanReader(question, less.plan());
    Draft filled = new GreedyConstruction(question).fill(read.draft().copy(), () -> false);
    Plan plan = new PlanWriter(read.draft().orBetter(filled)).write();
    return bounded.withPlan(plan, ServedPeople.weighted(asked.problem(), plan), less.steps());
  }

  /** A question searched without a start, kept for the next one. */
  private record Searched(BudgetSearch.Found found, Deployment deployment) {}

  private Searched searched(BudgetSearch.Found found) {
    return new Searched(found, deployment(found));
  }

  private BudgetSearch search(double budgetUsd) {
    return new BudgetSearch(asked, budgetUsd, prices, improver);
  }

  /**
   * Cheapest plan found that serves a share of the people, today's coverage counted in, and the
   * bound on every such plan.
   *
   * @param targetRatio weighted people with service over people whose number is known, 0–1
   * @throws InputRefused when not even an unlimited budget reaches the target
   */
  public Deployment solveForTarget(double targetRatio, Progress progress, BooleanSupplier stop) {
    return solveForTarget(targetRatio, List.of(), progress, stop);
  }

  /** As the other, with the plans of like questions that reach the target as candidates. */
  public Deployment solveForTarget(
      double targetRatio, List<Plan> starts, Progress progress, BooleanSupplier stop) {
    TargetSearch.Found found =
        new TargetSearch(asked, prices, improver).search(targetRatio, starts, progress, stop);
    Plan plan = new PlanWriter(found.draft()).write();
    return new Deployment(
        plan,
        ServedPeople.weighted(asked.problem(), plan),
        Double.NaN,
        found.boundUsd(),
        found.valuePerCent() * 100 / SolverUnits.VALUE_PER_PERSON,
        found.method(),
        asked.candidateGraph(),
        TREE_RELAXES,
        found.steps(),
        found.proof(),
        found.isCutOff() ? Certificate.End.BRANCHES : Certificate.End.WORK);
  }

  /**
   * The plan with the fairest shares of people with service by districts that was found, what is
   * left of the budget spent on most people, and the bound on every plan's.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @return value and bound are shares of people, 0–1
   */
  public Deployment solveForFairness(
      Welfare welfare, double budgetUsd, Progress progress, BooleanSupplier stop) {
    progress.report("construction", 0, Double.NaN, Double.NaN, Double.NaN);
    Question question = asked.withBudget(budgetUsd);
    Draft most = search(budgetUsd).search(Progress.NONE, stop).improved().draft();
    FairSearch.Watch watch =
        (phase, done, value, bound, draft) -> {
          double gap = Certificate.gapRatio(Sense.MAXIMISE, value, bound);
          progress.report(
              phase, done, value, bound, gap, () -> new PlanWriter(draft).peopleServed());
          progress.offer(() -> new PlanWriter(draft).write());
        };
    FairSearch.Found found = new FairSearch(question, welfare, improver, stop, watch).search(most);
    Plan plan = new PlanWriter(found.draft()).write();
    double value = ServedPeople.fairRatio(welfare, asked.problem(), plan);
    double gap = Certificate.gapRatio(Sense.MAXIMISE, value, found.boundRatio());
    double people = plan.totals().peopleServed();
    progress.report("certificate", 1, value, found.boundRatio(), gap, () -> people);
    return new Deployment(
        plan,
        value,
        found.boundRatio(),
        Double.NaN,
        Double.NaN,
        FairSearch.METHOD,
        asked.candidateGraph(),
        TREE_RELAXES,
        0,
        found.proof(),
        Certificate.End.WORK);
  }

  /**
   * The decisions of a plan at the prices and under the rules of this question.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @return empty when a decision is not offered, a rule is broken or the budget does not suffice
   */
  public Optional<Plan> restated(Plan plan, double budgetUsd) {
    PlanReader read = new PlanReader(asked.withBudget(budgetUsd), plan);
    return read.isWhole() && read.draft().violation() == 0
        ? Optional.of(new PlanWriter(read.draft()).write())
        : Optional.empty();
  }

  /**
   * Weighted people less what their plan costs at a price: no plan has more, however dear.
   *
   * @param lambdaPeoplePerUsd price, &gt; 0
   * @return empty when finding it takes too long
   */
  public Optional<AtPrice> atPrice(double lambdaPeoplePerUsd) {
    double valuePerCent = lambdaPeoplePerUsd * SolverUnits.VALUE_PER_PERSON / 100;
    return prices
        .at(valuePerCent)
        .map(
            found ->
                new AtPrice(
                    lambdaPeoplePerUsd,
                    found.profit() / SolverUnits.VALUE_PER_PERSON,
                    asked.candidateGraph(),
                    () -> prices.prove(found)));
  }

  /**
   * A bound at one price.
   *
   * @param lambdaPeoplePerUsd the price
   * @param profitPeople weighted people less price · cost
   * @param candidateGraph which links and sites it ranges over
   * @param proof written when asked for
   */
  public record AtPrice(
      double lambdaPeoplePerUsd,
      double profitPeople,
      String candidateGraph,
      Supplier<BoundProof> proof) {}

  /**
   * What a plan becomes with more money: whoever has service keeps it, as far as this question
   * offers it.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   */
  public Plan extended(Plan smaller, double budgetUsd, BooleanSupplier stop) {
    Question question = asked.withBudget(budgetUsd);
    Draft draft = new PlanReader(question, smaller).draft();
    return new PlanWriter(new GreedyConstruction(question).extend(draft, stop)).write();
  }

  /**
   * What a plan becomes with more money when all of it may change but what this question locks:
   * extended, then searched on.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @param lambdaPeoplePerUsd what money is about worth
   */
  public Plan grown(
      Plan smaller, double budgetUsd, double lambdaPeoplePerUsd, BooleanSupplier stop) {
    Question question = asked.withBudget(budgetUsd);
    Draft draft = new PlanReader(question, smaller).draft();
    Draft extended = new GreedyConstruction(question).extend(draft, stop);
    double valuePerCent = lambdaPeoplePerUsd * SolverUnits.VALUE_PER_PERSON / 100;
    return new PlanWriter(improver.improve(extended, valuePerCent, asked.settings(), stop).draft())
        .write();
  }

  /**
   * The decisions of a plan as far as this question offers them and a budget pays for them: those
   * that bring least people per USD are left out first. Where those that stay cost more than the
   * budget alone, so does what is left.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @param mayGo who may be left out, by id
   */
  public Plan trimmed(Plan plan, double budgetUsd, Predicate<String> mayGo) {
    return new PlanWriter(thinned(asked.withBudget(budgetUsd), plan, mayGo)).write();
  }

  private static Draft thinned(Question question, Plan plan, Predicate<String> mayGo) {
    Draft draft = new PlanReader(question, plan).draft();
    return Trimming.trim(draft, i -> mayGo.test(question.places().id(i)));
  }

  /**
   * A plan within the budget and what follows: others as another plan serves them, those that bring
   * least people per USD left out until the budget pays for it, then whom the rest pays for. All
   * that the first serves and builds stays.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   */
  public Plan completed(Plan first, Plan like, double budgetUsd) {
    Question question = asked.withBudget(budgetUsd);
    Set<String> kept = new HashSet<>();
    for (Plan.SettlementService each : first.settlements()) {
      if (!each.technologyId().isEmpty()) {
        kept.add(each.settlementId());
      }
    }
    Plan merged = new PlanParts(question).merged(first, like);
    Draft draft = thinned(question, merged, id -> !kept.contains(id));
    return new PlanWriter(new GreedyConstruction(question).extend(draft, () -> false)).write();
  }

  /** What can be made of finished plans in this question, without searching. */
  public PlanParts parts() {
    return new PlanParts(asked);
  }

  /**
   * The bound of countries with budgets of their own in place of a deployment's, where it is
   * better: budgets that are left out are then none that the bound leaves out.
   *
   * @param budgetUsd in common; NaN = no cap
   * @param found whose bound holds without those budgets
   */
  public Deployment boundByCountry(double budgetUsd, Deployment found, CountryBound.Asked asks) {
    return prices
        .byCountry(asked.withBudget(budgetUsd), asks)
        .filter(each -> each.people() < found.boundPeople())
        .map(each -> found.withBound(each, COUNTRY_METHOD, TREE_RELAXES))
        .orElse(found);
  }

  private Deployment deployment(BudgetSearch.Found found) {
    Plan plan = new PlanWriter(found.improved().draft()).write();
    Branched branched = found.branched();
    boolean byPrices = found.isBoundByPrices();
    return new Deployment(
        plan,
        ServedPeople.weighted(asked.problem(), plan),
        found.boundPeople(),
        Double.NaN,
        byPrices
            ? branched.valuePerCent() * 100 / SolverUnits.VALUE_PER_PERSON
            : found.separable().lambdaPeoplePerUsd(),
        byPrices ? branched.method() : SeparableBound.METHOD,
        asked.candidateGraph(),
        byPrices ? TREE_RELAXES : List.of("links", "sharedSiteUnits", "beamCapacity"),
        found.improved().steps(),
        byPrices ? branched.proof() : BoundProof.NONE,
        found.isCutOff() ? Certificate.End.BRANCHES : Certificate.End.WORK);
  }
}
