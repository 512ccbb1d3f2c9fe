package org.kiungo.web.scenario;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.compare.LeverPair;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Stop;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.dataset.ImportedLayers;
import org.springframework.stereotype.Service;

/** Plans scenarios. */
@Service
public class ScenarioPlanner {

  private final ProblemSource facts;
  private final PlanningTime time = new PlanningTime();

  ScenarioPlanner(ProblemSource facts) {
    this.facts = facts;
  }

  /** A planner of its own for a process that has no database, on layers copied for it. */
  public static ScenarioPlanner on(ImportedLayers imported) {
    return new ScenarioPlanner(new InstalledProblems(CatalogueReader.builtIn(), imported));
  }

  /** How fast the last plan was made. */
  public PlanningSpeed speed() {
    return time.speed();
  }

  /** Takes over how fast another process of this machine made its plan. */
  public void learn(PlanningSpeed measured) {
    time.learn(measured);
  }

  /**
   * Plans within the scenario's steps and seconds.
   *
   * @param stop asked often; once true, the best plan so far is the answer
   * @return the plan with its facts, not kept yet
   */
  public PlanFolder plan(Scenario scenario, Progress progress, BooleanSupplier stop) {
    return plans(scenario, null, List.of(), problem -> progress, stop).get(0);
  }

  /**
   * As the other, for a listener that has to know the facts, with the plan without one of the
   * scenario's levers too, as a pair.
   *
   * @param lever id; null for one plan
   * @param starts plans to search on from, none of which the answer is worse than
   * @param listener what hears of the progress, given the facts that are planned, today's coverage
   *     as it counts
   * @return the scenario's plan, then the one without the lever if there is one
   */
  public List<PlanFolder> plans(
      Scenario asked,
      String lever,
      List<Plan> starts,
      Function<PlanningProblem, Progress> listener,
      BooleanSupplier stop) {
    Scenario scenario = facts.told(asked);
    PlanningProblem problem = facts.problem(scenario);
    PlanningProblem counted = scenario.today().applyTo(problem);
    if (lever != null) {
      PolicyLever pulled = LeverPair.getLever(scenario, lever);
      LeverPair pair =
          LeverPair.run(
              problem,
              scenario,
              pulled,
              starts,
              listener.apply(counted),
              sharedSeconds(scenario, stop));
      return List.of(Planner.folder(problem, pair.with()), Planner.folder(problem, pair.without()));
    }
    PlanningTime.Watch watch = time.begin(listener.apply(counted));
    IntFunction<BooleanSupplier> limits = sharedSeconds(scenario, stop);
    PlanResult result = JointPair.plan(problem, scenario, starts, watch, limits);
    if (!limits.apply(1).getAsBoolean()) {
      watch.end(problem.settlements().size(), scenario.steps());
    }
    return List.of(Planner.folder(problem, result));
  }

  /** Whether a scenario would be planned now on the versions that an earlier plan of it had. */
  public boolean isFedAs(Scenario asked, Scenario made) {
    return facts.told(asked).feeds().equals(made.feeds());
  }

  /**
   * A rough forecast from the last plan made here, in seconds.
   *
   * @return NaN before the first plan
   */
  double estimateSeconds(int places, Scenario scenario) {
    double forecast = time.forecast(places, scenario.steps());
    return scenario.seconds() > 0 ? Math.min(forecast, scenario.seconds()) : forecast;
  }

  /** Adds a scenario's wall-clock limit, which the planner itself, having no clock, cannot keep. */
  public static BooleanSupplier withinSeconds(Scenario scenario, BooleanSupplier stop) {
    return withinSeconds(scenario.seconds(), stop);
  }

  /**
   * Adds a wall-clock limit that somebody asked for.
   *
   * @param seconds 0 = none
   */
  public static BooleanSupplier withinSeconds(double seconds, BooleanSupplier stop) {
    return withinSeconds(seconds, stop, System::nanoTime);
  }

  static BooleanSupplier withinSeconds(double seconds, BooleanSupplier stop, LongSupplier clock) {
    return seconds <= 0 ? stop : new Until(clock.getAsLong() + (long) (seconds * 1e9), stop, clock);
  }

  /** The same limit for several plans one after another, each of which may take its share. */
  public static IntFunction<BooleanSupplier> sharedSeconds(
      Scenario scenario, BooleanSupplier stop) {
    if (scenario.seconds() <= 0) {
      return plans -> stop;
    }
    long end = System.nanoTime() + (long) (scenario.seconds() * 1e9);
    return plans -> {
      long now = System.nanoTime();
      long share = now + (end - now) / plans;
      return new Until(share, stop, System::nanoTime);
    };
  }

  /**
   * A time limit that somebody asked for, beside a stop by hand.
   *
   * @param nanos when it is over
   * @param clock as {@link System#nanoTime}
   */
  private record Until(long nanos, BooleanSupplier stop, LongSupplier clock) implements Stop {

    @Override
    public boolean getAsBoolean() {
      return stop.getAsBoolean() || clock.getAsLong() - nanos >= 0;
    }

    @Override
    public Certificate.End end() {
      return stop.getAsBoolean() ? Certificate.End.STOP : Certificate.End.CLOCK;
    }
  }
}
