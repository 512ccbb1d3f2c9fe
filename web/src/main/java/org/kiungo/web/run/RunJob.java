package org.kiungo.web.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.Leases.Lease;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@link RunProcess} is to do, the first line that it is told.
 *
 * @param scenario JSON
 * @param lever as {@link RunRow}
 * @param lease under which it writes checkpoints
 * @param checkpoints their folder
 * @param layers folder of the imported layers
 * @param plans where to write what is found: the scenario's plan, then the one without the lever
 */
record RunJob(
    String scenario, String lever, Lease lease, Path checkpoints, Path layers, List<Path> plans) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static RunJob of(String line) {
    return JSON.readValue(line, RunJob.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  Scenario read() {
    return ScenarioFile.read(scenario.getBytes(StandardCharsets.UTF_8));
  }
}
