package org.kiungo.web.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Plans the first country while the server starts. Where nothing is kept yet, nothing is imported,
 * and what Kiungo carries is planned without a database; {@link SamplePlans} keeps the plans once
 * there is one.
 */
public final class HeadStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private final Map<Scenario, PlanFolder> made = new HashMap<>();
  private boolean begun;
  private boolean underWay;

  /** Begins before any bean is made, where candidates are wanted and the data folder is new. */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Environment settings = context.getEnvironment();
    Path data = Path.of(settings.getRequiredProperty("kiungo.data-dir"));
    if (settings.getRequiredProperty("kiungo.samples.enabled", Boolean.class)
        && settings.getProperty("kiungo.db-url", "").isBlank()
        && !Databases.exists(data.resolve(DataFolder.DATABASE))) {
      begin(settings.getRequiredProperty("kiungo.samples.steps", Long.class));
    }
    context.getBeanFactory().registerSingleton("headStart", this);
  }

  /** Whether there are plans to take. */
  boolean isBegun() {
    return begun;
  }

  private void begin(long steps) {
    begun = true;
    underWay = true;
    Thread thread = new Thread(() -> plan(steps), "head-start");
    thread.setDaemon(true);
    thread.start();
  }

  private void plan(long steps) {
    try {
      ScenarioPlanner planner = ScenarioPlanner.on(() -> FeedSources.NONE);
      for (Scenario each : SampleScenarios.first(Reference.builtIn(), steps)) {
        PlanFolder plan = planner.plan(each, (phase, done, value, bound, gap) -> {}, () -> false);
        synchronized (this) {
          made.put(each, plan);
          notifyAll();
        }
      }
    } finally {
      synchronized (this) {
        underWay = false;
        notifyAll();
      }
    }
  }

  /**
   * Hands a plan over, once; waits for one that is under way.
   *
   * @return empty for a sample that had no head start
   */
  synchronized Optional<PlanFolder> take(Scenario sample) {
    boolean first = sample.countries().equals(List.of(SampleScenarios.FIRST));
    try {
      while (first && underWay && !made.containsKey(sample)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(made.remove(sample));
  }
}
