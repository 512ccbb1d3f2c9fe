package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Broadband plans: technologies, sites, trunks and media of a whole country chosen together. An
 * instance is a plan folder ({@code scenario.json}, {@code catalogue.json}, {@code
 * settlements.geojson}, {@code nodes.geojson}, {@code fibre.geojson}, {@code towers.geojson}; the
 * plan in it is not used), named by itself or by any file in it. The value is weighted people
 * served within the scenario's budget, or lifetime cost in USD where the scenario has a target.
 */
record DeployFamily() implements BenchmarkFamily {

  private static final String SCENARIO = "scenario.json";

  @Override
  public String id() {
    return "deploy";
  }

  @Override
  public BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException {
    BenchmarkLimits.Watch watch = limits.start();
    Path folder = folder(instance);
    Scenario scenario = scenario(folder, limits.seed());
    PlanningProblem problem = PlanFolder.readProblem(folder, scenario);
    PlanResult found = Planner.plan(problem, scenario, Progress.NONE, watch.timeIsUp());
    return new BenchmarkResult(
        id(),
        folder.getFileName().toString(),
        found.certificate().value(),
        found.certificate().bound(),
        found.certificate().gapRatio(),
        watch.seconds(),
        watch.cpuSeconds(),
        limits.known(),
        limits.seed());
  }

  /** The folder's scenario with the benchmark's seed. */
  private static Scenario scenario(Path folder, long seed) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve(SCENARIO));
    Scenario asIs = ScenarioFile.read(text);
    if (asIs.seed() == seed) {
      return asIs;
    }
    ObjectNode changed = (ObjectNode) JsonMapper.shared().readTree(text);
    changed.put("seed", seed);
    return ScenarioFile.read(changed.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Path folder(Path instance) {
    Path absolute = instance.toAbsolutePath().normalize();
    Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
    if (!Files.isRegularFile(folder.resolve(SCENARIO))) {
      throw new InputRefused("benchmark.deploy.folder", "file", instance.getFileName());
    }
    return folder;
  }
}
