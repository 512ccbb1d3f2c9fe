package org.kiungo.planner.deploy.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kiungo.planner.deploy.branch.Aim;
import org.kiungo.planner.deploy.branch.Branched;
import org.kiungo.planner.deploy.branch.BudgetBranching;
import org.kiungo.planner.deploy.branch.ExactBranching;
import org.kiungo.planner.deploy.branch.GuidedBound;
import org.kiungo.planner.deploy.construct.GreedyConstruction;
import org.kiungo.planner.deploy.construct.PricedDescent;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.prices.PriceSearch;
import org.kiungo.planner.deploy.prices.SeparableBound;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Most people under a budget: a greedy first plan, prices that bound every plan and give
 * candidates, branching on who is served, then local search from the best draft; a small question
 * is branched on every decision after that.
 */
public final class BudgetSearch {

  /** Candidate plans of a large question that are fitted to the budget, which takes its time. */
  private static final int FITTED_OF_LARGE = 2;

  /** Share of a search that is told as done when annealing begins. */
  private static final double SEARCHED_FIRST = 0.1;

  private final Question question;
  private final double budgetUsd;
  private final PriceSearch prices;
  private final PlanImprover improver;

  /**
   * @param asked the question at any budget
   * @param budgetUsd cap on lifetime cost; NaN = no cap
   * @param prices known of it, at whatever budgets; more are added
   */
  public BudgetSearch(Question asked, double budgetUsd, PriceSearch prices, PlanImprover improver) {
    question = asked.withBudget(budgetUsd);
    this.budgetUsd = budgetUsd;
    this.prices = prices;
    this.improver = improver;
  }

  /**
   * The best draft found and the bounds on every plan.
   *
   * @param question at the budget
   * @param valuePerCent price of the bound
   * @param branched the bound by prices, branched on
   * @param separable the bound that looks at each settlement alone
   * @param isCutOff true when work alone kept branching from its end
   */
  public record Found(
      Question question,
      PlanImprover.Improved improved,
      double valuePerCent,
      Branched branched,
      SeparableBound.Priced separable,
      boolean isCutOff) {

    /** True when prices bound better than settlements looked at alone. */
    public boolean isBoundByPrices() {
      return branchedPeople() <= separablePeople();
    }

    /** Weighted people whom no plan exceeds. */
    public double boundPeople() {
      return isBoundByPrices() ? branchedPeople() : separablePeople();
    }

    private double branchedPeople() {
      return people(branched);
    }

    private double separablePeople() {
      return people(question, separable);
    }
  }

  /** A first plan, what settlements looked at alone say, and the price both lead to. */
  private record Start(Draft greedy, SeparableBound.Priced separable, double price) {}

  /**
   * The best draft.
   *
   * @throws InputRefused when the locked choices alone cost more than the budget
   */
  public Found search(Progress progress, BooleanSupplier stop) {
    Start start = start(progress);
    Supplier<Draft> thinned =
        Blocks.beside(
            question.settings().threads(),
            () -> PricedDescent.spending(start.greedy, start.price, stop));
    PriceSearch.Found found = bound(start, progress, stop);
    Draft best = bestOf(List.of(start.greedy, thinned.get()), found, stop);
    report(progress, "bound", 0.5, best, known(found, start));
    BudgetBranching branched = new BudgetBranching(question, prices, found, best);
    if (!isExact()) {
      branched.search(
          stop, done -> report(progress, "bound", 0.5 + 0.2 * done, branched, start.separable));
    }
    Supplier<Optional<PriceSearch.Guided>> guided =
        isExact() || stop.getAsBoolean()
            ? Optional::empty
            : Blocks.beside(question.settings().threads(), () -> prices.guided(question));
    double proven = Math.min(people(branched), people(question, start.separable));
    report(progress, "search", 0.7, branched.best(), proven);
    double share = isExact() ? 0.15 : 0.29;
    PlanImprover.Improved improved =
        improved(
            branched.best(),
            found.valuePerCent(),
            stop,
            (done, draft) -> report(progress, "search", 0.7 + share * done, draft, proven));
    Found searched =
        new Found(
            question,
            improved,
            found.valuePerCent(),
            GuidedBound.lower(question, branched, guided.get()),
            start.separable,
            false);
    Found whole = isExact() ? exact(searched, progress, stop) : searched;
    report(progress, "certificate", 1, whole.improved.draft(), whole.boundPeople());
    return whole;
  }

  /**
   * Searched on from a draft; where many may share a site, annealed after that, which gives nothing
   * before it has ended.
   */
  private PlanImprover.Improved improved(
      Draft draft, double valuePerCent, BooleanSupplier stop, PlanImprover.Watch watch) {
    long moves = improver == PlanImprover.NONE ? 0 : Annealing.moves(question);
    double share = moves > 0 ? SEARCHED_FIRST : 1;
    PlanImprover.Improved usual =
        improver.improve(
            draft,
            valuePerCent,
            question.settings(),
            stop,
            (done, best) -> watch.at(share * done, best));
    if (moves == 0) {
      return usual;
    }
    PlanImprover.Improved annealed =
        Annealing.improve(
            usual.draft(),
            valuePerCent,
            moves,
            question.settings().seed(),
            stop,
            (done, best) -> watch.at(share + (1 - share) * done, best));
    return new PlanImprover.Improved(annealed.draft(), usual.steps() + annealed.steps());
  }

  /** True where every decision is branched on. */
  private boolean isExact() {
    return ExactBranching.isFor(question) && question.budgetCents() < SolverUnits.UNLIMITED_CENTS;
  }

  private Found exact(Found found, Progress progress, BooleanSupplier stop) {
    Draft known = found.improved.draft();
    if (known.violation() > 0) {
      return found;
    }
    ExactBranching exact =
        new ExactBranching(question, prices, Aim.mostValue(question), known)
            .search(
                stop,
                (done, at) -> report(progress, "search", 0.85 + 0.14 * done, at, found.separable));
    boolean isBetter = exact.bound() <= found.branched.bound();
    return new Found(
        question,
        new PlanImprover.Improved(exact.best(), found.improved.steps()),
        found.valuePerCent,
        isBetter ? exact : found.branched,
        found.separable,
        !exact.isExact());
  }

  /**
   * What a draft for less money becomes, each of its decisions kept; bounded like any plan.
   *
   * @throws InputRefused as {@link #search}
   */
  public Found extend(Draft smaller, Progress progress, BooleanSupplier stop) {
    Start start = start(progress);
    PriceSearch.Found found = bound(start, progress, stop);
    Draft larger = new GreedyConstruction(question).extend(smaller.in(question), () -> false);
    report(progress, "certificate", 1, larger, known(found, start));
    return new Found(
        question,
        new PlanImprover.Improved(larger, 0),
        found.valuePerCent(),
        new BudgetBranching(question, prices, found, larger),
        start.separable,
        false);
  }

  private Start start(Progress progress) {
    progress.report("construction", 0, Double.NaN, Double.NaN, Double.NaN);
    Supplier<SeparableBound.Priced> alone =
        Blocks.beside(question.settings().threads(), () -> new SeparableBound(question).least());
    // whatever the clock says, no search ends worse than its first plan: that one is made whole
    Draft greedy = new GreedyConstruction(question).build(() -> false);
    SeparableBound.Priced separable = alone.get();
    if (greedy.costCents() > question.budgetCents()) {
      greedy = within(greedy);
    }
    if (greedy.violation() > 0) {
      throw new InputRefused(
          "lock.overBudget", "costUsd", greedy.spentUsd(), "budgetUsd", budgetUsd);
    }
    report(progress, "bound", 0.1, greedy, separable.people());
    return new Start(greedy, separable, firstPrice(greedy, separable));
  }

  /**
   * Whoever must be served, at less cost than one after the other; as it is where none is found.
   */
  private Draft within(Draft greedy) {
    double price = greedy.value() / (double) greedy.costCents();
    Draft found = improver.improve(greedy, price, question.settings(), () -> false).draft();
    return found.violation() < greedy.violation() ? found : greedy;
  }

  /**
   * What the first plan paid on average, or the separable bound's price if that is higher: the best
   * price is seldom above both, and ascents at high prices are quick. Where neither says anything,
   * as if the whole budget served all that the separable bound holds possible.
   */
  private double firstPrice(Draft greedy, SeparableBound.Priced separable) {
    double paid = greedy.value() / (double) Math.max(1, greedy.costCents());
    double price = separable.lambdaPeoplePerUsd() * SolverUnits.VALUE_PER_PERSON / 100;
    if (paid == 0 && price == 0) {
      return separable.people()
          * SolverUnits.VALUE_PER_PERSON
          / Math.max(1, question.budgetCents());
    }
    return price > paid / 20 ? Math.max(price, paid) : paid;
  }

  private PriceSearch.Found bound(Start start, Progress progress, BooleanSupplier stop) {
    return prices.search(
        question,
        start.price,
        stop,
        done -> {
          double known = Math.min(peopleSoFar(), people(question, start.separable));
          report(progress, "bound", 0.1 + 0.4 * done, start.greedy, known);
        });
  }

  private double known(PriceSearch.Found found, Start start) {
    return Math.min(people(found), people(question, start.separable));
  }

  /** Bounds in weighted people, the rounding of accounts counted in where money is public. */
  private double people(PriceSearch.Found found) {
    double slack = found.valuePerCent() * question.slackCents();
    return (found.bound() + slack) / SolverUnits.VALUE_PER_PERSON;
  }

  /** The same of a search that is still under way. */
  private double peopleSoFar() {
    double slack = prices.leastPrice(question) * question.slackCents();
    return (prices.leastBound(question) + slack) / SolverUnits.VALUE_PER_PERSON;
  }

  private static double people(Branched branched) {
    return branched.bound() / SolverUnits.VALUE_PER_PERSON;
  }

  private static double people(Question question, SeparableBound.Priced priced) {
    return priced.people() + priced.lambdaPeoplePerUsd() * question.slackCents() / 100;
  }

  /**
   * The best of those that prices gave, each within the budget, and of others that are. Fitting a
   * large one takes its time: only what a descent makes of it is fitted, and nothing once time is
   * up.
   */
  private Draft bestOf(List<Draft> within, PriceSearch.Found found, BooleanSupplier stop) {
    boolean large = question.granularity().large();
    List<Draft> drafts = large && stop.getAsBoolean() ? List.of() : promising(found);
    List<Draft> fitted =
        Blocks.each(
            drafts.size(),
            question.settings().threads(),
            k ->
                large
                    ? PricedDescent.fitted(drafts.get(k), found.valuePerCent(), stop)
                    : PricedDescent.bestFitted(drafts.get(k), found.valuePerCent(), stop));
    return Stream.concat(within.stream(), fitted.stream()).reduce(Draft::orBetter).orElseThrow();
  }

  /** All candidates; of a large question, those worth most at the bound's price. */
  private List<Draft> promising(PriceSearch.Found found) {
    double price = found.valuePerCent();
    return question.granularity().large()
        ? found.drafts().stream()
            .sorted(Comparator.comparingDouble(draft -> -draft.profit(price, price)))
            .limit(FITTED_OF_LARGE)
            .toList()
        : found.drafts();
  }

  private void report(
      Progress progress,
      String phase,
      double done,
      Branched branched,
      SeparableBound.Priced separable) {
    double known = Math.min(people(branched), people(question, separable));
    report(progress, phase, done, branched.best(), known);
  }

  private static void report(
      Progress progress, String phase, double done, Draft draft, double bound) {
    double value = draft.value() / SolverUnits.VALUE_PER_PERSON;
    double gap = bound == 0 ? 0 : (bound - value) / bound;
    progress.report(phase, done, value, bound, gap, () -> new PlanWriter(draft).peopleServed());
    progress.offer(() -> new PlanWriter(draft).write());
  }
}
