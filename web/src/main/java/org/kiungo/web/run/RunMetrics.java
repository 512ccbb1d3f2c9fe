package org.kiungo.web.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Runs as figures for whoever watches the server: how many wait, and how they ended here. */
@Component
class RunMetrics {

  private final MeterRegistry registry;

  RunMetrics(MeterRegistry registry, RunRepository repository) {
    this.registry = registry;
    Gauge.builder("kiungo.runs.waiting", repository, each -> each.leases().countWaiting())
        .description("Runs that wait in the database")
        .register(registry);
    for (RunState state : RunState.values()) {
      if (state.isOver()) {
        ended(state);
      }
    }
  }

  /** Counts a run that ended here. */
  void end(RunState state) {
    ended(state).increment();
  }

  private Counter ended(RunState state) {
    return Counter.builder("kiungo.runs.ended")
        .description("Runs that ended on this server")
        .tag("state", state.name())
        .register(registry);
  }
}
