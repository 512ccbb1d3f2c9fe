package org.kiungo.web.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Plans the first country while the server starts, and verifies it. Where nothing is kept yet,
 * nothing is imported, and what Kiungo carries is planned without a database; {@link SamplePlans}
 * keeps the plan once there is one. Whatever goes wrong here is told there, where it is tried anew.
 */
public final class HeadStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);

  private boolean begun;
  private boolean underWay;
  private Scenario sample;
  private NewPlan made;

  /** Begins before any bean is made, where candidates are wanted and the data folder is new. */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Environment settings = context.getEnvironment();
    Path data = Path.of(settings.getRequiredProperty("kiungo.data-dir"));
    if (settings.getRequiredProperty("kiungo.samples.enabled", Boolean.class)
        && settings.getProperty("kiungo.db-url", "").isBlank()
        && !Databases.exists(data.resolve(DataFolder.DATABASE))) {
      begin(data, settings.getRequiredProperty("kiungo.samples.steps", Long.class));
    }
    context.getBeanFactory().registerSingleton("headStart", this);
  }

  /** Whether there is a plan to take. */
  boolean isBegun() {
    return begun;
  }

  private void begin(Path data, long steps) {
    begun = true;
    underWay = true;
    Thread thread = new Thread(() -> plan(data, steps), "head-start");
    thread.setDaemon(true);
    thread.start();
  }

  private void plan(Path data, long steps) {
    Scenario first = null;
    NewPlan plan = null;
    try {
      first = SampleScenarios.first(Reference.builtIn(), steps).get(0);
      PlanFolder folder =
          ScenarioPlanner.on(() -> FeedSources.NONE)
              .plan(first, (phase, done, value, bound, gap) -> {}, () -> false);
      Path plans = PrivateFiles.folder(data.resolve(Plans.FOLDER));
      plan = Plans.write(folder, plans, input -> plans.resolve(input.sha256()));
    } catch (IOException | RuntimeException fault) {
      LOG.debug("no head start", fault);
    } finally {
      synchronized (this) {
        sample = first;
        made = plan;
        underWay = false;
        notifyAll();
      }
    }
  }

  /**
   * Hands the plan over, once; waits for it where it is under way.
   *
   * @return empty for a sample that had no head start
   */
  synchronized Optional<NewPlan> take(Scenario wanted) {
    if (!wanted.countries().equals(List.of(SampleScenarios.FIRST))) {
      return Optional.empty();
    }
    try {
      while (underWay) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Optional<NewPlan> plan = Optional.ofNullable(made).filter(each -> wanted.equals(sample));
    made = null;
    return plan;
  }
}
