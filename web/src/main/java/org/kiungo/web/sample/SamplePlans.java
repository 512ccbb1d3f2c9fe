package org.kiungo.web.sample;

import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Computes the samples one after another behind the open port; users' runs go first. */
@Component
class SamplePlans {

  private static final Logger LOG = LoggerFactory.getLogger(SamplePlans.class);

  private final ScenarioPlanner planner;
  private final Plans plans;
  private final Reference reference;
  private final Catalogue catalogue;
  private final boolean wanted;
  private final long steps;
  private final AtomicBoolean closing = new AtomicBoolean();
  private boolean first = true;

  SamplePlans(
      ScenarioPlanner planner,
      Plans plans,
      Reference reference,
      Catalogue catalogue,
      @Value("${kiungo.samples.enabled}") boolean wanted,
      @Value("${kiungo.samples.steps}") long steps) {
    this.planner = planner;
    this.plans = plans;
    this.reference = reference;
    this.catalogue = catalogue;
    this.wanted = wanted;
    this.steps = steps;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (wanted) {
      Thread thread = new Thread(this::computeAll, "samples");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  private void computeAll() {
    long openedNanos = System.nanoTime();
    for (Scenario scenario : SampleScenarios.of(reference, steps)) {
      if (closing.get()) {
        return;
      }
      compute(scenario, openedNanos);
    }
  }

  private void compute(Scenario scenario, long openedNanos) {
    String key = key(scenario);
    if (!plans.hasSample(key)) {
      try {
        PlanFolder found = planner.plan(scenario, waitingForUsers(), closing::get);
        if (closing.get()) {
          return;
        }
        plans.add(found, "sample", key);
      } catch (InputRefused refused) {
        LOG.warn("no sample plan of {}: {}", scenario.countries(), refused.getMessage());
        return;
      } catch (RuntimeException fault) {
        LOG.error("no sample plan of {}", scenario.countries(), fault);
        return;
      }
    }
    if (first) {
      first = false;
      double sinceOpen = (System.nanoTime() - openedNanos) / 1e9;
      double sinceStart = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
      LOG.info(
          "first plan after {} s ({} s after the start of Java)",
          String.format(Locale.ROOT, "%.1f", sinceOpen),
          String.format(Locale.ROOT, "%.1f", sinceStart));
    }
  }

  /** The same question answered by the same engine is not computed twice. */
  private String key(Scenario scenario) {
    return String.join(
        "/",
        scenario.countries().get(0),
        String.valueOf(scenario.budgetUsd()),
        String.valueOf(scenario.steps()),
        Planner.ENGINE_VERSION,
        catalogue.version(),
        reference.version());
  }

  private Progress waitingForUsers() {
    return (phase, doneRatio, value, bound, gapRatio) -> {
      while (planner.isBusy() && !closing.get()) {
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    };
  }

  @PreDestroy
  void close() {
    closing.set(true);
  }
}
