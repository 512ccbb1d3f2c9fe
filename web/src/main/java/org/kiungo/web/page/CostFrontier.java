package org.kiungo.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.PlanSummary;

/**
 * Cost against people for all plans of a country, as the numbers of an SVG chart of 612 × 232. A
 * plan that another one beats in both is dominated and drawn hollow.
 */
record CostFrontier(List<PlanSummary> plans) {

  private static final double LEFT = 56;
  private static final double RIGHT = 590;
  private static final double TOP = 16;
  private static final double BOTTOM = 190;
  private static final double AIR = 1.08;

  /** A plan's place in the chart. */
  record Spot(PlanSummary plan, double x, double y, boolean dominated) {}

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

  private static double bound(PlanSummary plan) {
    boolean people =
        plan.scenario().goal() == Scenario.Goal.MOST_PEOPLE_UNDER_BUDGET
            && !plan.scenario().hasPhases();
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
    return plans.stream()
        .map(each -> new Spot(each, x(cost(each)), y(people(each)), dominated(each)))
        .sorted(Comparator.comparingDouble(Spot::x))
        .toList();
  }

  private boolean dominated(PlanSummary plan) {
    return plans.stream()
        .anyMatch(
            other ->
                cost(other) <= cost(plan)
                    && people(other) >= people(plan)
                    && (cost(other) < cost(plan) || people(other) > people(plan)));
  }

  /** Corners of the line through the plans that none beats. */
  public String efficientLine() {
    return spots().stream()
        .filter(each -> !each.dominated())
        .map(each -> corner(each.x(), each.y()))
        .collect(Collectors.joining(" "));
  }

  /** Corners of the line of proven bounds. */
  public String boundLine() {
    return plans.stream()
        .filter(each -> bound(each) > 0)
        .sorted(Comparator.comparingDouble(each -> each.scenario().budgetUsd()))
        .filter(each -> !Double.isNaN(each.scenario().budgetUsd()))
        .map(each -> corner(Math.min(RIGHT, x(each.scenario().budgetUsd())), y(bound(each))))
        .collect(Collectors.joining(" "));
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
