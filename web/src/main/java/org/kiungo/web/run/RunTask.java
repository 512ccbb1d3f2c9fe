package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.Leases.Lease;

/**
 * What a {@link RunChore} is to do.
 *
 * @param scenario JSON
 * @param lever as a run's
 * @param lease under which it writes checkpoints
 * @param checkpoints their folder
 * @param layers folder of the imported layers
 * @param plans where to write what is found: the scenario's plan, then the one without the lever
 */
record RunTask(
    String scenario, String lever, Lease lease, Path checkpoints, Path layers, List<Path> plans) {

  Scenario read() {
    return ScenarioFile.read(scenario.getBytes(StandardCharsets.UTF_8));
  }
}
