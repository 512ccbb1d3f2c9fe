package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kiungo.planner.deploy.branch.BudgetBranching;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.plan.PlanReader;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.prices.SeparableBound;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.question.ServedPeople;
import org.kiungo.planner.deploy.search.FloorSearch;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.search.TargetSearch;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Certificate.Sense;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/** Chooses technologies, sites, links and media together, under a budget, with a proven bound. */
public final class BroadbandSolver {

  private static final List<String> TREE_RELAXES =
      List.of("linkRounding", "sharedSiteUnits", "beamCapacity");

  /** Candidate plans of a large question that are fitted to the budget, which takes its time. */
  private static final int FITTED_OF_LARGE = 2;

  private final Question world;
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

  private BroadbandSolver(Question world, PlanImprover improver) {
    this.improver = improver;
    this.world = world;
    prices = new PriceSearch(world);
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
    Searched own = searched.get(budgetUsd);
    if (own == null) {
      own = search(budgetUsd, null, progress, stop);
      searched.put(budgetUsd, own);
    }
    PlanImprover.Improved best = own.improved;
    for (Plan start : starts) {
      Draft begun =
          PricedDescent.bestFitted(
              new PlanReader(own.question, start).draft, own.valuePerCent, stop);
      PlanImprover.Improved other =
          improver.improve(begun, own.valuePerCent, world.settings(), stop);
      best = best.draft().orBetter(other.draft()) == best.draft() ? best : other;
    }
    if (best == own.improved) {
      return own.deployment;
    }
    Plan plan = new PlanWriter(best.draft()).write();
    return own.deployment.withPlan(
        plan, ServedPeople.weighted(world.problem(), plan), best.steps());
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
    Draft smaller = null;
    for (int k = 0; k < budgetsUsd.length; k++) {
      if (k > 0 && budgetsUsd[k] < budgetsUsd[k - 1]) {
        throw new IllegalArgumentException("budgets of nested plans must not fall");
      }
      BooleanSupplier stop = stops.apply(budgetsUsd.length - k);
      Searched solved = search(budgetsUsd[k], smaller, progress.part(k * share, share), stop);
      plans.add(solved.deployment);
      smaller = solved.improved.draft();
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
    Deployment less = null;
    // NaN comes last in this order
    for (int k :
        IntStream.range(0, budgetsUsd.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> budgetsUsd[k]))
            .toList()) {
      Deployment own = rising.get(k);
      if (less != null && less.weightedPeople() > own.weightedPeople()) {
        own = own.orBetter(withMore(less, budgetsUsd[k], own));
        rising.set(k, own);
      }
      less = own;
    }
    return List.copyOf(rising);
  }

  /** What a plan for less money becomes with this budget, bounded like the plan for it. */
  private Deployment withMore(Deployment less, double budgetUsd, Deployment bounded) {
    Question question = world.withBudget(budgetUsd);
    PlanReader read = new PlanReader(question, less.plan());
    Draft filled = new GreedyConstruction(question).fill(read.draft.copy(), () -> false);
    Plan plan = new PlanWriter(read.draft.orBetter(filled)).write();
    return bounded.withPlan(plan, ServedPeople.weighted(world.problem(), plan), less.steps());
  }

  /**
   * A question searched without a start, kept for the next one.
   *
   * @param valuePerCent price of the bound
   */
  private record Searched(
      Question question,
      PlanImprover.Improved improved,
      double valuePerCent,
      Deployment deployment) {}

  /**
   * @param smaller draft that the plan must contain; null = none
   */
  private Searched search(
      double budgetUsd, Draft smaller, Progress progress, BooleanSupplier stop) {
    Question question = world.withBudget(budgetUsd);
    progress.report("construction", 0, Double.NaN, Double.NaN, Double.NaN);
    Supplier<SeparableBound.Priced> alone =
        Blocks.beside(world.settings().threads(), () -> new SeparableBound(question).least());
    // whatever the clock says, no search ends worse than its first plan: that one is made whole
    Draft greedy = new GreedyConstruction(question).build(() -> false);
    SeparableBound.Priced separable = alone.get();
    if (greedy.costCents() > question.budgetCents()) {
      throw new InputRefused(
          "lock.overBudget", "costUsd", greedy.spentUsd(), "budgetUsd", budgetUsd);
    }
    report(progress, "bound", 0.1, greedy, separable.people());
    double firstPrice = firstPrice(question, greedy, separable);
    Supplier<Draft> thinned =
        smaller != null
            ? null
            : Blocks.beside(
                world.settings().threads(), () -> PricedDescent.spending(greedy, firstPrice, stop));
    PriceSearch.Found found =
        prices.search(
            question,
            firstPrice,
            stop,
            done -> {
              double known = Math.min(people(question), people(separable));
              report(progress, "bound", 0.1 + 0.4 * done, greedy, known);
            });
    double bound = Math.min(people(found), people(separable));
    if (smaller != null) {
      Draft larger = new GreedyConstruction(question).extend(smaller.in(question), () -> false);
      PlanImprover.Improved extended = new PlanImprover.Improved(larger, 0);
      report(progress, "certificate", 1, larger, bound);
      return new Searched(
          question,
          extended,
          found.valuePerCent(),
          deployment(extended, new BudgetBranching(question, prices, found, larger), separable));
    }
    Draft best = bestOf(List.of(greedy, thinned.get()), found, stop);
    report(progress, "bound", 0.5, best, bound);
    BudgetBranching branched = new BudgetBranching(question, prices, found, best);
    branched.search(
        stop,
        done ->
            report(
                progress,
                "bound",
                0.5 + 0.2 * done,
                branched.best(),
                Math.min(people(branched), people(separable))));
    double proven = Math.min(people(branched), people(separable));
    report(progress, "search", 0.7, branched.best(), proven);
    PlanImprover.Improved improved =
        improver.improve(
            branched.best(),
            found.valuePerCent(),
            world.settings(),
            stop,
            (done, draft) -> report(progress, "search", 0.7 + 0.29 * done, draft, proven));
    report(progress, "certificate", 1, improved.draft(), proven);
    return new Searched(
        question, improved, found.valuePerCent(), deployment(improved, branched, separable));
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
        new TargetSearch(world, prices, improver).search(targetRatio, starts, progress, stop);
    Plan plan = new PlanWriter(found.draft()).write();
    return new Deployment(
        plan,
        ServedPeople.weighted(world.problem(), plan),
        Double.NaN,
        found.boundUsd(),
        found.least().valuePerCent() * 100 / SolverUnits.VALUE_PER_PERSON,
        PriceSearch.METHOD,
        candidateGraph(),
        TREE_RELAXES,
        found.steps(),
        found.least().proof());
  }

  /**
   * The plan with the highest floor of service in any district that was found, what is left of the
   * budget spent on most people, and the bound on every floor.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @return value and bound are shares of people, 0–1
   */
  public Deployment solveForFloor(double budgetUsd, Progress progress, BooleanSupplier stop) {
    progress.report("construction", 0, Double.NaN, Double.NaN, Double.NaN);
    Question question = world.withBudget(budgetUsd);
    FloorSearch.Found found =
        new FloorSearch(question)
            .search(
                stop,
                (phase, done, floor, bound, draft) -> {
                  double gap = Certificate.gapRatio(Sense.MAXIMISE, floor, bound);
                  progress.report(phase, done, floor, bound, gap);
                  progress.offer(() -> new PlanWriter(draft).write().settlements());
                });
    Plan plan = new PlanWriter(found.draft()).write();
    double floor = ServedPeople.floorRatio(world.problem(), plan);
    double gap = Certificate.gapRatio(Sense.MAXIMISE, floor, found.boundRatio());
    progress.report("certificate", 1, floor, found.boundRatio(), gap);
    return new Deployment(
        plan,
        floor,
        found.boundRatio(),
        Double.NaN,
        Double.NaN,
        FloorSearch.METHOD,
        candidateGraph(),
        TREE_RELAXES,
        0,
        found.proof());
  }

  /** Bounds in weighted people, the rounding of accounts counted in where money is public. */
  private double people(PriceSearch.Found found) {
    double slack = found.valuePerCent() * world.slackCents();
    return (found.bound() + slack) / SolverUnits.VALUE_PER_PERSON;
  }

  /** The same of a search that is still under way. */
  private double people(Question question) {
    double slack = prices.leastPrice(question) * world.slackCents();
    return (prices.leastBound(question) + slack) / SolverUnits.VALUE_PER_PERSON;
  }

  private static double people(BudgetBranching branched) {
    return branched.bound() / SolverUnits.VALUE_PER_PERSON;
  }

  private double people(SeparableBound.Priced priced) {
    return priced.people() + priced.lambdaPeoplePerUsd() * world.slackCents() / 100;
  }

  /**
   * What the first plan paid on average, or the separable bound's price if that is higher: the best
   * price is seldom above both, and ascents at high prices are quick. Where neither says anything,
   * as if the whole budget served all that the separable bound holds possible.
   */
  private static double firstPrice(
      Question question, Draft greedy, SeparableBound.Priced separable) {
    double paid = greedy.value() / (double) Math.max(1, greedy.costCents());
    double price = separable.lambdaPeoplePerUsd() * SolverUnits.VALUE_PER_PERSON / 100;
    if (paid == 0 && price == 0) {
      return separable.people()
          * SolverUnits.VALUE_PER_PERSON
          / Math.max(1, question.budgetCents());
    }
    return price > paid / 20 ? Math.max(price, paid) : paid;
  }

  /**
   * The best of those that prices gave, each within the budget, and of others that are. Fitting a
   * large one takes its time: only what a descent makes of it is fitted, and nothing once time is
   * up.
   */
  private Draft bestOf(List<Draft> within, PriceSearch.Found found, BooleanSupplier stop) {
    List<Draft> drafts =
        world.granularity().large() && stop.getAsBoolean() ? List.of() : promising(found);
    List<Draft> fitted =
        Blocks.each(
            drafts.size(),
            world.settings().threads(),
            k ->
                world.granularity().large()
                    ? PricedDescent.fitted(drafts.get(k), found.valuePerCent(), stop)
                    : PricedDescent.bestFitted(drafts.get(k), found.valuePerCent(), stop));
    return Stream.concat(within.stream(), fitted.stream()).reduce(Draft::orBetter).orElseThrow();
  }

  /** All candidates; of a large question, those worth most at the bound's price. */
  private List<Draft> promising(PriceSearch.Found found) {
    double price = found.valuePerCent();
    return world.granularity().large()
        ? found.drafts().stream()
            .sorted(Comparator.comparingDouble(draft -> -draft.profit(price, price)))
            .limit(FITTED_OF_LARGE)
            .toList()
        : found.drafts();
  }

  private static void report(
      Progress progress, String phase, double done, Draft draft, double bound) {
    double value = draft.value() / SolverUnits.VALUE_PER_PERSON;
    progress.report(phase, done, value, bound, bound == 0 ? 0 : (bound - value) / bound);
    progress.offer(() -> new PlanWriter(draft).write().settlements());
  }

  /**
   * The decisions of a plan at the prices and under the rules of this question.
   *
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @return empty when a decision is not offered, a rule is broken or the budget does not suffice
   */
  public Optional<Plan> restated(Plan plan, double budgetUsd) {
    PlanReader read = new PlanReader(world.withBudget(budgetUsd), plan);
    return read.isWhole && read.draft.violation() == 0
        ? Optional.of(new PlanWriter(read.draft).write())
        : Optional.empty();
  }

  private Deployment deployment(
      PlanImprover.Improved improved, BudgetBranching branched, SeparableBound.Priced separable) {
    Plan plan = new PlanWriter(improved.draft()).write();
    double people = people(branched);
    boolean tree = people <= people(separable);
    return new Deployment(
        plan,
        ServedPeople.weighted(world.problem(), plan),
        tree ? people : people(separable),
        Double.NaN,
        tree
            ? branched.valuePerCent() * 100 / SolverUnits.VALUE_PER_PERSON
            : separable.lambdaPeoplePerUsd(),
        tree ? branched.method() : SeparableBound.METHOD,
        candidateGraph(),
        tree ? TREE_RELAXES : List.of("links", "sharedSiteUnits", "beamCapacity"),
        improved.steps(),
        tree ? branched.proof() : BoundProof.NONE);
  }

  private String candidateGraph() {
    return "places="
        + world.places().count()
        + " links="
        + world.links().count()
        + " (Delaunay, "
        + world.granularity().neighbours()
        + " nearest, nearest root) sites="
        + world.options().sites()
        + " options="
        + world.options().count()
        + " (per settlement and site technology: itself, "
        + world.granularity().nearest()
        + " nearest, "
        + world.granularity().populous()
        + " most populous, "
        + world.granularity().towers()
        + " towers in reach)";
  }
}
