package org.kiungo.planner.deploy.question;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.PathsToNetwork;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.options.SkyBeams;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.deploy.settings.TechnologyLocks;
import org.kiungo.planner.finance.PublicCost;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;

/**
 * One planning question as the solver sees it: places, candidate links and access options as
 * arrays, money in cents, load in bits per second, value in millionths of a weighted person.
 * Immutable; shared by construction, local search, bound and the writer of the plan.
 */
public final class Question {

  private final PlanningProblem problem;
  private final DeploySettings settings;
  private final Granularity granularity;
  private final BuildPlaces places;
  private final CandidateLinks links;
  private final AccessOptions options;
  private final PathsToNetwork today;
  private final SkyBeams beams;
  private final long budgetCents;
  private final long[] forgoneCents;

  /** Σ forgone; budgets are raised by it, so that costs need not be negative. */
  private final long forgoneTotalCents;

  private final double[] districtWeight;
  private final RuledOut out;

  /** The same question at the costs a plan states; this one unless money is public money. */
  private final Question stated;

  /** The question whose budgets cap the lifetime cost of everything a plan builds. */
  public Question(PlanningProblem problem, DeploySettings settings) {
    this(problem, settings, new long[problem.settlements().size()], Optional.empty());
  }

  private Question(
      PlanningProblem problem,
      DeploySettings settings,
      long[] forgoneCents,
      Optional<Question> stated) {
    this.problem = problem;
    this.settings = settings;
    this.forgoneCents = forgoneCents;
    this.stated = stated.orElse(this);
    forgoneTotalCents = Arrays.stream(forgoneCents).sum();
    districtWeight = new double[0];
    out = RuledOut.NONE;
    granularity = Granularity.of(problem, settings);
    places = new BuildPlaces(problem);
    TechnologyLocks locks = new TechnologyLocks(problem, settings);
    Supplier<AccessOptions> offered =
        Blocks.beside(
            settings.threads(),
            () ->
                new AccessOptions(
                    problem,
                    places,
                    settings.technologies(problem),
                    locks,
                    forgoneCents,
                    granularity,
                    settings.threads()));
    links =
        new CandidateLinks(
            problem, places, settings.media(problem), granularity, settings.threads());
    options = offered.get();
    beams = new SkyBeams(problem, places, links.media().media(), options);
    today = new PathsToNetwork(links, SkyBeams.leastSiteBps(options, places.count()));
    budgetCents = raised(cents(settings.budgetUsd()), forgoneTotalCents);
  }

  /** The question whose budgets cap public money, as {@link PublicCost} has it. */
  public static Question ofPublicMoney(PlanningProblem problem, DeploySettings settings) {
    PublicCost cost = PublicCost.of(problem);
    Question stated = new Question(problem, settings);
    return new Question(cost.problem(), settings, cost.revenueCents(), Optional.of(stated));
  }

  private Question(
      Question other, AccessOptions options, long budgetCents, double[] districtWeight) {
    this(other, options, budgetCents, districtWeight, other.out);
  }

  private Question(
      Question other,
      AccessOptions options,
      long budgetCents,
      double[] districtWeight,
      RuledOut out) {
    this.districtWeight = districtWeight;
    this.out = out;
    problem = other.problem;
    settings = other.settings;
    granularity = other.granularity;
    places = other.places;
    links = other.links;
    today = other.today;
    beams = other.beams;
    forgoneCents = other.forgoneCents;
    forgoneTotalCents = other.forgoneTotalCents;
    stated = other.isAtStatedCosts() ? this : other.stated;
    this.options = options;
    this.budgetCents = budgetCents;
  }

  /** The same question with another budget. */
  public Question withBudget(double budgetUsd) {
    return new Question(this, options, raised(cents(budgetUsd), forgoneTotalCents), districtWeight);
  }

  /** The same question where a person counts as {@link Districts#perPerson} has it. */
  public Question withWeights(Districts districts, double[] weight) {
    AccessOptions weighted = options.withWeights(districts.perPerson(weight));
    return new Question(this, weighted, budgetCents, weight.clone());
  }

  /**
   * The same question where one settlement is decided on. Where it is left out, its options are
   * ruled out, and worth nothing to whoever looks for a plan nevertheless.
   *
   * @param isServed true: it must be served; false: it is left out
   */
  public Question deciding(int settlement, boolean isServed) {
    RuledOut more = isServed ? out : out.with(options, settlement);
    AccessOptions decided = options.deciding(settlement, isServed);
    return new Question(this, decided, budgetCents, districtWeight, more);
  }

  /**
   * The same question where a settlement takes one option, or where it does not.
   *
   * @param isTaken true: it must be served by that one
   */
  public Question taking(int option, boolean isTaken) {
    AccessOptions same = isTaken ? options.deciding(options.owner(option), true) : options;
    return new Question(
        this, same, budgetCents, districtWeight, out.with(options, option, isTaken));
  }

  /**
   * The same question where a place leads to the network over one arc if at all, or where it does
   * not lead over that one.
   */
  public Question leading(int place, int arc, boolean isTaken) {
    return new Question(
        this, options, budgetCents, districtWeight, out.with(links, place, arc, isTaken));
  }

  /** True where an option may not be chosen in this branch. */
  public boolean isOut(int option) {
    return out.option(option);
  }

  /** True where a place may not lead to the network over an arc in this branch. */
  public boolean isArcOut(int arc) {
    return out.arc(arc);
  }

  /** The same question with another cap on what a draft costs. */
  public Question withBudgetCents(long cents) {
    return new Question(this, options, cents, districtWeight);
  }

  /** The same question where each option costs so many cents more by itself. */
  public Question withSurcharge(IntToLongFunction cents) {
    return new Question(this, options.withSurcharge(cents), budgetCents, districtWeight);
  }

  /** The facts it was made of. */
  public PlanningProblem problem() {
    return problem;
  }

  public DeploySettings settings() {
    return settings;
  }

  /** How finely it is looked at. */
  public Granularity granularity() {
    return granularity;
  }

  public BuildPlaces places() {
    return places;
  }

  public CandidateLinks links() {
    return links;
  }

  public AccessOptions options() {
    return options;
  }

  /** Beams of satellites that serve terminals or feed sites. */
  public SkyBeams beams() {
    return beams;
  }

  /** Ways to the network before anything is built; to be copied, not changed. */
  public PathsToNetwork today() {
    return today;
  }

  /** Cap on what a draft costs. */
  public long budgetCents() {
    return budgetCents;
  }

  /** What leaving a settlement unserved costs; 0 unless money is public money. */
  public long forgoneCents(int settlement) {
    return forgoneCents[settlement];
  }

  /** What leaving everybody unserved costs. */
  public long forgoneTotalCents() {
    return forgoneTotalCents;
  }

  /** Weight of each of {@link Districts} where people count by district; else empty. */
  public double[] districtWeight() {
    return districtWeight.clone();
  }

  /** The same question at the costs a plan states; this one unless money is public money. */
  public Question stated() {
    return stated;
  }

  private boolean isAtStatedCosts() {
    return stated == this;
  }

  /** What is spent of a budget, USD; may be below 0 when revenue exceeds costs. */
  public double spentUsd(long costCents) {
    return (costCents - forgoneTotalCents) / 100.0;
  }

  /**
   * What no part of a plan within the budget costs more than, the rounding of accounts included.
   */
  public long ceilingCents() {
    return raised(budgetCents, slackCents());
  }

  /** What the bound may be off by because accounts are kept in cents; 0 unless public money. */
  public long slackCents() {
    return isAtStatedCosts()
        ? 0
        : PublicCost.slackCents(places.settlements(), options.sites() + (long) places.count());
  }

  /** The sizes of its candidate graph and how it was made, as certificates state them. */
  public String candidateGraph() {
    return "places="
        + places.count()
        + " links="
        + links.count()
        + (problem.roads().isNone() ? " (Delaunay, " : " (Delaunay, along roads, ")
        + granularity.neighbours()
        + " nearest, nearest root"
        + (links.goUp() ? ", satellites" : "")
        + ") sites="
        + options.sites()
        + " options="
        + options.count()
        + " (per settlement and site technology: itself, "
        + granularity.nearest()
        + " nearest, "
        + granularity.populous()
        + " most populous, "
        + granularity.towers()
        + " towers in reach)";
  }

  private static long raised(long cents, long by) {
    return cents >= SolverUnits.UNLIMITED_CENTS ? cents : cents + by;
  }

  /** Rounded down, so that a plan within the cents is within the dollars; no cap is a huge cap. */
  private static long cents(double usd) {
    return Double.isNaN(usd) || usd * 100 > SolverUnits.UNLIMITED_CENTS
        ? SolverUnits.UNLIMITED_CENTS
        : Money.wholeCents(usd);
  }
}
