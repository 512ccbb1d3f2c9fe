package org.kiungo.web.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.JobTable;
import org.springframework.stereotype.Component;

/** Runs as figures for whoever watches the server: how many wait, and how they ended here. */
@Component
class RunMetrics {

  private final MeterRegistry registry;

  RunMetrics(MeterRegistry registry, JobTable jobs) {
    this.registry = registry;
    Gauge.builder("kiungo.runs.waiting", jobs, each -> each.leases().countWaiting(RunWork.KIND))
        .description("Runs that wait in the database")
        .register(registry);
    for (JobState state : JobState.values()) {
      if (state.isOver()) {
        ended(state);
      }
    }
  }

  /** Counts a run that ended here. */
  void end(JobState state) {
    ended(state).increment();
  }

  private Counter ended(JobState state) {
    return Counter.builder("kiungo.runs.ended")
        .description("Runs that ended on this server")
        .tag("state", state.name())
        .register(registry);
  }
}
