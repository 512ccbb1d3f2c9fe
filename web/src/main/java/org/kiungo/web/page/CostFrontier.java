package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.compare.Frontier;
import org.kiungo.web.plan.PlanSummary;

/**
 * Cost against people for all plans of a country, as the numbers of an SVG chart of 612 × 232.
 * Plans that ask the same question for other money share a line and a bound; no plan lies above the
 * bound of its own question, and none is held against that of another. A plan that another one of
 * its question beats in both is dominated and drawn hollow.
 */
record CostFrontier(List<PlanSummary> plans) {

  private static final double LEFT = 56;
  private static final double RIGHT = 590;
  private static final double TOP = 16;
  private static final double BOTTOM = 190;
  private static final double AIR = 1.08;
  private static final double STUB = 16;
  private static final List<String> DASHES = List.of("6 4", "2 3", "10 3 2 3", "12 6", "1 5");

  /** A plan's place in the chart. */
  record Spot(PlanSummary plan, double x, double y, boolean dominated) {}

  /**
   * Plans that differ in money only.
   *
   * @param letters of its plans, the cheapest first
   * @param efficientLine corners of the line through those that none beats
   * @param boundLine corners of the line that no plan can lie above; empty where there is none in
   *     people
   * @param dash lengths of strokes and gaps that tell its bound from the others'
   */
  record Question(List<String> letters, String efficientLine, String boundLine, String dash) {}

  /** A grid line with its value. */
  record Tick(double value, double at) {}

  private static double cost(PlanSummary plan) {
    return plan.totals().lifetimeCostUsd();
  }

  private static double people(PlanSummary plan) {
    return plan.totals().peopleServed()
        + plan.scenario().standard().basicWeightRatio() * plan.totals().peopleBasic();
  }

  private double mostUsd() {
    return AIR * Math.max(1, plans.stream().mapToDouble(CostFrontier::cost).max().orElse(1));
  }

  private double mostPeople() {
    return AIR
        * Math.max(
            1,
            plans.stream()
                .mapToDouble(each -> Math.max(people(each), bound(each)))
                .max()
                .orElse(1));
  }

  /**
   * Most people as the chart counts them; 0 where the plan strives for something else: person-years
   * of a programme, people weighed by group, institutions.
   */
  private static double bound(PlanSummary plan) {
    Scenario asked = plan.scenario();
    boolean people =
        asked.goal() == Scenario.Goal.MOST_PEOPLE_UNDER_BUDGET
            && !asked.hasPhases()
            && asked.fairness().isEmpty()
            && asked.institutions().goals().isEmpty()
            && !Double.isNaN(asked.budgetUsd());
    double bound = people ? plan.certificate().bound() : Double.NaN;
    return Double.isNaN(bound) ? 0 : bound;
  }

  private double x(double usd) {
    return LEFT + (RIGHT - LEFT) * usd / mostUsd();
  }

  private double y(double people) {
    return BOTTOM - (BOTTOM - TOP) * people / mostPeople();
  }

  public List<Spot> spots() {
    return spots(plans);
  }

  private List<Spot> spots(List<PlanSummary> some) {
    return some.stream()
        .map(each -> new Spot(each, x(cost(each)), y(people(each)), dominated(each)))
        .sorted(Comparator.comparingDouble(Spot::x))
        .toList();
  }

  private boolean dominated(PlanSummary plan) {
    return plans.stream()
        .anyMatch(
            other ->
                Frontier.sameQuestion(other, plan)
                    && cost(other) <= cost(plan)
                    && people(other) >= people(plan)
                    && (cost(other) < cost(plan) || people(other) > people(plan)));
  }

  /**
   * Those of which some plan has a bound or two plans can be joined by a line, the largest first.
   */
  public List<Question> questions() {
    List<List<PlanSummary>> groups = new ArrayList<>();
    for (PlanSummary plan : plans) {
      groups.stream()
          .filter(group -> Frontier.sameQuestion(group.get(0), plan))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.get(groups.size() - 1);
              })
          .add(plan);
    }
    groups.sort(Comparator.comparingInt(group -> -group.size()));
    List<Question> questions = new ArrayList<>();
    for (List<PlanSummary> group : groups) {
      List<Spot> spots = spots(group);
      questions.add(
          new Question(
              spots.stream().map(each -> each.plan().letter()).toList(),
              line(spots.stream().filter(each -> !each.dominated()).toList()),
              boundLine(group),
              DASHES.get(questions.size() % DASHES.size())));
    }
    return questions;
  }

  private static String line(List<Spot> spots) {
    return spots.stream().map(each -> corner(each.x(), each.y())).collect(Collectors.joining(" "));
  }

  /** At each budget that was asked for, from a little before the first: it holds for less too. */
  private String boundLine(List<PlanSummary> group) {
    List<PlanSummary> bounded =
        group.stream()
            .filter(each -> bound(each) > 0)
            .sorted(Comparator.comparingDouble(each -> each.scenario().budgetUsd()))
            .toList();
    if (bounded.isEmpty()) {
      return "";
    }
    PlanSummary first = bounded.get(0);
    String before = corner(Math.max(LEFT, x(first.scenario().budgetUsd()) - STUB), y(bound(first)));
    return bounded.stream()
        .map(each -> corner(Math.min(RIGHT, x(each.scenario().budgetUsd())), y(bound(each))))
        .collect(Collectors.joining(" ", before + " ", ""));
  }

  private static String corner(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
  }

  public List<Tick> peopleTicks() {
    return ticks(mostPeople()).map(value -> new Tick(value, y(value))).toList();
  }

  public List<Tick> usdTicks() {
    return ticks(mostUsd()).map(value -> new Tick(value, x(value))).toList();
  }

  /** Three to six round steps from 0. */
  private static java.util.stream.Stream<Double> ticks(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double step = most / power < 2 ? power / 4 : most / power < 5 ? power : 2 * power;
    return java.util.stream.DoubleStream.iterate(0, value -> value <= most, value -> value + step)
        .boxed();
  }
}
