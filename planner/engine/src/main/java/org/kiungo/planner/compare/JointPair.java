package org.kiungo.planner.compare;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.Planner;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.cost.ServedAbroad;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * What planning countries together is worth: one plan across their borders, and the plans that each
 * makes by itself with the same money: its own budget where it has one, else what the joint plan
 * spends in it and its part, by that, of what the joint plan leaves over.
 *
 * <p>An answer beats its own parts: each country searches on from its part of the joint plan, the
 * joint plan from those of the countries side by side, and both once more where that found a better
 * one. So the joint plan never has fewer people than its parts; where nothing crosses a border it
 * is those parts, and the difference is nothing.
 *
 * @param joint across borders
 * @param countries by ISO 3166-1 alpha-3
 * @param corridors of the joint plan
 * @param abroad whom sites in other countries serve under the joint plan
 */
public record JointPair(
    PlanResult joint,
    List<Country> countries,
    List<Corridor> corridors,
    List<ServedAbroad> abroad) {

  /** People that sums may differ by for their order alone. */
  private static final double ROUNDING = 1e-6;

  /**
   * A country under both.
   *
   * @param country ISO 3166-1 alpha-3
   * @param budgetUsd money of its separate plan; NaN = no cap
   * @param jointUsd what the joint plan spends there
   * @param separateUsd what its own plan spends
   * @param jointPeople weighted people of it whom the joint plan serves
   * @param separatePeople whom its own serves, beside those of the others
   * @param separateBoundPeople no plan of its own with this money serves more, among the candidates
   *     of its own plan and of the joint one
   * @param unservedPeople of it who have no service to the standard today
   */
  public record Country(
      String country,
      double budgetUsd,
      double jointUsd,
      double separateUsd,
      double jointPeople,
      double separatePeople,
      double separateBoundPeople,
      double unservedPeople) {

    /** Weighted people whom it has by the joint plan and not by its own; below 0 = it loses. */
    public double gainedPeople() {
      double gained = jointPeople - separatePeople;
      return Math.abs(gained) <= ROUNDING * Math.max(1, separatePeople) ? 0 : gained;
    }
  }

  public JointPair {
    countries = List.copyOf(countries);
    corridors = List.copyOf(corridors);
    abroad = List.copyOf(abroad);
  }

  /** Weighted people served in all countries, planned together. */
  public double jointPeople() {
    return countries.stream().mapToDouble(Country::jointPeople).sum();
  }

  /** The same, planned one by one. */
  public double separatePeople() {
    return countries.stream().mapToDouble(Country::separatePeople).sum();
  }

  /** No plans one by one with the same money serve more. */
  public double separateBoundPeople() {
    return countries.stream().mapToDouble(Country::separateBoundPeople).sum();
  }

  /** What planning together is worth, weighted people; 0 where nothing crosses a border. */
  public double gainedPeople() {
    double gained = jointPeople() - separatePeople();
    return crosses() ? Math.max(0, gained) : 0;
  }

  /** True when a link crosses a border, or a site serves another country. */
  public boolean crosses() {
    return !corridors.isEmpty() || !abroad.isEmpty();
  }

  /**
   * True when the joint plan has more people than any plans one by one can have with this money.
   * Else their difference is within what the search of those may have left behind, and cannot be
   * told from nothing.
   */
  public boolean isDistinguishable() {
    return gainedPeople() > 0 && jointPeople() > separateBoundPeople() + ROUNDING;
  }

  /** Countries that have fewer people by planning together. */
  public List<Country> losing() {
    return countries.stream().filter(each -> each.gainedPeople() < 0).toList();
  }

  /** True for questions that each of several countries can ask by itself. */
  public static boolean isAskedOfEach(Scenario scenario) {
    return scenario.countries().size() > 1
        && scenario.goal() == Goal.MOST_PEOPLE_UNDER_BUDGET
        && !scenario.hasPhases()
        && Double.isNaN(scenario.publicBudgetUsd());
  }

  /**
   * Plans any question as {@link Planner#plan}, several countries as {@link #run}: whoever asks for
   * their plan and whoever asks what planning together is worth has the same.
   *
   * @param starts what an interrupted search had found
   * @param stops asked once before each plan, for the number of plans still to be made
   */
  public static PlanResult plan(
      PlanningProblem problem,
      Scenario scenario,
      List<Plan> starts,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    return isAskedOfEach(scenario) && starts.isEmpty() && scenario.institutions().goals().isEmpty()
        ? run(problem, scenario, country -> Double.NaN, progress, stops).joint
        : Planner.plan(problem, scenario, starts, progress, stops.apply(1));
  }

  /**
   * Plans them.
   *
   * @param capacity what people earn a head by country; NaN = not known
   * @param stops asked once before each plan, for the number of plans still to be made
   */
  public static JointPair run(
      PlanningProblem problem,
      Scenario scenario,
      ToDoubleFunction<String> capacity,
      Progress progress,
      IntFunction<BooleanSupplier> stops) {
    if (!isAskedOfEach(scenario)) {
      throw new InputRefused("joint.question", "field", "countries");
    }
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    PlanningQuestion question = new PlanningQuestion(problem, scenario);
    SeparatePlans separate = new SeparatePlans(problem, facts, scenario);
    int n = scenario.countries().size();
    JointProgress told = new JointProgress(progress);
    PlanResult joint = question.plan(List.of(), told.part(0, 0.3), stops.apply(2 * n + 2));
    separate.plan(
        joint.plan(), question, told.aside().part(0.3, 0.3), left -> stops.apply(left + n));
    joint =
        question.better(
            question.better(
                question.plan(
                    List.of(separate.sideBySide()), told.part(0.6, 0.2), stops.apply(n + 1)),
                joint.plan()),
            separate.sideBySide());
    if (separate.people() < joint.certificate().value()) {
      separate.plan(joint.plan(), question, told.aside().part(0.8, 0.2), stops);
      joint = question.better(joint, separate.sideBySide());
    }
    List<Corridor> corridors = Corridors.of(facts, joint.plan(), capacity);
    List<ServedAbroad> abroad = ServedAbroad.of(facts, joint.plan());
    if (corridors.isEmpty() && abroad.isEmpty()) {
      separate.take(joint);
    }
    return new JointPair(joint, separate.beside(joint.plan()), corridors, abroad);
  }
}
