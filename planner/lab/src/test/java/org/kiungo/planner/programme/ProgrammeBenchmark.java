package org.kiungo.planner.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * Programmes of three and five phases on four countries of the built-in data, and what the ways in
 * which people plan phases today reach with the same money, none of which must be better.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=ProgrammeBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Dkiungo.steps=2000}, {@code
 * -Dkiungo.countries=LSO,KEN} and {@code -Dkiungo.phases=3} take other limits or some only.
 */
class ProgrammeBenchmark {

  private static final long STEPS = Long.getLong("kiungo.steps", 2000);
  private static final Set<String> COUNTRIES =
      Set.of(System.getProperty("kiungo.countries", "LSO,RWA,KEN,BEN").split(","));
  private static final int ONLY = Integer.getInteger("kiungo.phases", 0);

  /** Money of a whole programme: about what serves half of those without service. */
  private record Question(String country, double usd) {}

  @Test
  void programmesAndTheWaysOfToday() {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmarks/programme.tsv"),
            "country",
            "phases",
            "way",
            "weightedPersonYears",
            "shareOfBound",
            "gapRatio",
            "peopleByPhase",
            "spentRatio",
            "cpuSeconds");
    for (Question q :
        List.of(
            new Question("LSO", 25e6),
            new Question("RWA", 20e6),
            new Question("KEN", 200e6),
            new Question("BEN", 60e6))) {
      for (int phases : COUNTRIES.contains(q.country) ? List.of(3, 5) : List.<Integer>of()) {
        if (ONLY == 0 || ONLY == phases) {
          measure(table, q, phases(q.usd, phases));
        }
      }
    }
  }

  private static void measure(MeasurementTable table, Question q, List<Phase> phases) {
    PlanningProblem problem = problem(q.country);
    Scenario scenario =
        ScenarioBuilder.builder().countries(List.of(q.country)).phases(phases).steps(STEPS).build();
    double began = cpuSeconds();
    PlanResult found = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    double seconds = cpuSeconds() - began;
    double bound = found.certificate().bound();
    row(table, q, phases.size(), "programme", found.plan().programme(), bound, seconds);
    PlanningProblem facts = ScenarioFacts.of(problem, scenario);
    Terms terms = new Terms(facts, phases, scenario.phaseWeights());
    began = cpuSeconds();
    Programme sliced = allAtOnceThenSliced(problem, scenario, terms);
    row(table, q, phases.size(), "all at once, then sliced", sliced, bound, cpuSeconds() - began);
    began = cpuSeconds();
    Programme greedy = phaseByPhase(scenario, terms);
    row(table, q, phases.size(), "phase by phase", greedy, bound, cpuSeconds() - began);
    began = cpuSeconds();
    Programme apart = budgetsApart(problem, scenario);
    row(table, q, phases.size(), "budgets apart", apart, bound, cpuSeconds() - began);
    for (Programme way : List.of(sliced, greedy, apart)) {
      assertThat(found.plan().programme().weightedPersonYears())
          .isGreaterThanOrEqualTo(way.weightedPersonYears());
    }
  }

  /** The plan for all money, built in the first year's prices, then cut by people per dollar. */
  private static Programme allAtOnceThenSliced(
      PlanningProblem problem, Scenario scenario, Terms terms) {
    double usd = scenario.budgetUsd();
    Scenario once = scenario.withProgramme(List.of()).withBudgetUsd(usd);
    Plan plan = Planner.plan(problem, once, Progress.NONE, () -> false).plan();
    Schedule schedule = new Schedule(new Network(terms, new PhasePrices(terms), plan));
    filling(schedule, terms).fillAll(schedule);
    return kept(schedule);
  }

  private static Filling filling(Schedule schedule, Terms terms) {
    double[] even = new double[terms.count()];
    Arrays.fill(even, 1);
    return new Filling(new Blocks(schedule.network()), terms.cumulativeCents(), even);
  }

  /** Money, people and person-years of a schedule, whoever is never served left out. */
  private static Programme kept(Schedule schedule) {
    return new ProgrammeWriter(schedule).programme();
  }

  /** Each phase spends what it has on what gains most per dollar then. */
  private static Programme phaseByPhase(Scenario scenario, Terms terms) {
    DeploySettings settings =
        new DeploySettings(
            Double.NaN, Double.NaN, List.of(), List.of(), List.of(), scenario.seed(), 0);
    Map<String, Integer> phaseOf = new HashMap<>();
    Plan plan = null;
    double carriedUsd = 0;
    for (int t = 0; t < terms.count(); t++) {
      PlanningProblem then = terms.facts().with().money(terms.money(t)).build();
      BroadbandSolver solver = new BroadbandSolver(then, settings, PlanImprover.NONE);
      carriedUsd += terms.phases().get(t).budgetUsd();
      Plan before =
          plan == null
              ? solver.parts().only(solver.solve(0, Progress.NONE, () -> false).plan(), id -> false)
              : plan;
      double standsUsd = solver.extended(before, 0, () -> true).totals().lifetimeCostUsd();
      plan = solver.extended(before, standsUsd + carriedUsd, () -> false);
      carriedUsd -= plan.totals().lifetimeCostUsd() - standsUsd;
      for (Plan.SettlementService each : plan.settlements()) {
        if (!each.technologyId().isEmpty()) {
          phaseOf.putIfAbsent(each.settlementId(), t);
        }
      }
    }
    Network network = new Network(terms, new PhasePrices(terms), plan);
    Schedule schedule = new Schedule(network);
    for (int k = 0; k < schedule.services(); k++) {
      String id = plan.settlements().get(network.service[k]).settlementId();
      schedule.move(k, phaseOf.getOrDefault(id, terms.count()));
    }
    filling(schedule, terms).fit(schedule);
    return kept(schedule);
  }

  /**
   * Each phase's money is planned by itself, for those who have nothing by then, over today's
   * network: nobody uses what another budget built.
   */
  private static Programme budgetsApart(PlanningProblem problem, Scenario scenario) {
    PlanningProblem left = problem;
    List<Programme.PhaseAccount> accounts = new ArrayList<>();
    double standard = 0;
    double basic = 0;
    double weighted = 0;
    double[] weights = scenario.phaseWeights();
    for (int t = 0; t < weights.length; t++) {
      Phase phase = scenario.phases().get(t);
      Scenario alone =
          scenario
              .withProgramme(List.of())
              .withMoney(phase.money(scenario.money()))
              .withBudgetUsd(phase.budgetUsd());
      PlanResult found = Planner.plan(left, alone, Progress.NONE, () -> false);
      Map<String, Integer> served = new HashMap<>();
      for (Plan.SettlementService each : found.plan().settlements()) {
        if (each.peopleServed() > 0) {
          served.put(each.settlementId(), t);
        }
      }
      left =
          left.withSettlements(
              left.settlements().stream()
                  .map(each -> served.containsKey(each.id()) ? each.withBaseline(1) : each)
                  .toList());
      standard += found.plan().totals().peopleServed();
      basic += found.plan().totals().peopleBasic();
      weighted += found.certificate().value();
      double spentUsd = found.plan().totals().lifetimeCostUsd();
      accounts.add(
          new Programme.PhaseAccount(
              t + 1,
              phase.firstYear(),
              phase.lastYear(),
              phase.budgetUsd(),
              spentUsd,
              phase.budgetUsd() - spentUsd,
              standard,
              basic,
              weighted,
              phase.years() * standard,
              weights[t] * weighted,
              0));
    }
    return new Programme(accounts, List.of());
  }

  /** Processor time of all threads of this Java. */
  private static double cpuSeconds() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static void row(
      MeasurementTable table,
      Question q,
      int phases,
      String way,
      Programme programme,
      double bound,
      double seconds) {
    double value = programme.weightedPersonYears();
    List<String> people = new ArrayList<>();
    double spent = 0;
    for (Programme.PhaseAccount each : programme.phases()) {
      people.add("%.0f".formatted(each.peopleServed() + each.peopleBasic()));
      spent += each.spentUsd();
    }
    table.add(
        q.country,
        phases,
        way,
        value,
        value / bound,
        (bound - value) / bound,
        String.join(" ", people),
        spent / q.usd,
        seconds);
    System.out.printf(
        "%s %d %s %.0f gap %.4f %s spent %.3f in %.1f s%n",
        q.country, phases, way, value, (bound - value) / bound, people, spent / q.usd, seconds);
  }

  /** Three phases of 2, 3 and 5 years with 20, 30 and 50 % of the money, or five equal ones. */
  static List<Phase> phases(double usd, int count) {
    return count == 3
        ? List.of(
            new Phase(2027, 2028, 0.2 * usd),
            new Phase(2029, 2031, 0.3 * usd),
            new Phase(2032, 2036, 0.5 * usd))
        : List.of(
            new Phase(2027, 2028, 0.2 * usd),
            new Phase(2029, 2030, 0.2 * usd),
            new Phase(2031, 2032, 0.2 * usd),
            new Phase(2033, 2034, 0.2 * usd),
            new Phase(2035, 2036, 0.2 * usd));
  }

  static PlanningProblem problem(String country) {
    return ProblemAssembly.builtIn(
        List.of(country), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT);
  }
}
