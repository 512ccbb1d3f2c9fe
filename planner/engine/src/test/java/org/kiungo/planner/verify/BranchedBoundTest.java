package org.kiungo.planner.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bounds that were branched on every decision, in small worlds that a few sites fill. */
class BranchedBoundTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private double gapRatio;

  /** Plans a world into the folder; true when its bound was branched. */
  private boolean plan(long seed) throws IOException {
    PlanningProblem world = SmallWorlds.random(seed, 4 + (int) (seed % 9));
    double budgetUsd = 60_000 + 9_000 * (seed % 40);
    PlanResult result =
        Planner.plan(
            world,
            ScenarioFile.read("{\"steps\": 100}".getBytes(UTF_8)).withBudgetUsd(budgetUsd),
            Progress.NONE,
            () -> false);
    Planner.folder(world, result).write(folder);
    gapRatio = result.certificate().gapRatio();
    return result.certificate().method().endsWith("branch and bound");
  }

  private void tighten(double ratio) throws IOException {
    Path file = folder.resolve("certificate.json");
    ObjectNode all = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
    double bound = all.get("bound").doubleValue() * ratio;
    double value = all.get("value").doubleValue();
    all.put("bound", bound);
    all.put("gapRatio", (bound - value) / bound);
    Files.write(file, JSON.writeValueAsBytes(all));
  }

  @Test
  void branchedBoundsAreConfirmedAndTighterOnesRefused() throws IOException {
    int branched = 0;
    List<Long> seeds = SeededSample.seeds("branched bounds", 60, 20);
    for (long seed : seeds) {
      boolean isBranched = plan(seed);
      Verification found = Verifier.verify(folder);
      assertThat(found.broken()).as("seed %d", seed).isEmpty();
      if (isBranched) {
        branched++;
        assertThat(found.boundConfirmed()).as("seed %d", seed).isTrue();
        tighten(0.9999);
        assertThat(Verifier.verify(folder).broken())
            .as("seed %d", seed)
            .extracting(Check::code)
            .contains("bound.proven");
      }
    }
    assertThat(branched).isGreaterThanOrEqualTo(seeds.size() / 6);
  }

  @Test
  void noBrokenBranchedProofProvesATighterBound() throws IOException {
    long seed = 1;
    while (!plan(seed) || gapRatio < 0.01) {
      seed++;
    }
    tighten(0.999);
    Path file = folder.resolve("bound.proof");
    byte[] good = Files.readAllBytes(file);
    SplittableRandom random =
        new SplittableRandom(SeededSample.random("broken branched proofs").nextLong());
    int head = BoundProof.HEAD.length();
    int cases = SeededSample.takesAll() ? 400 : 150;
    for (int k = 0; k < cases; k++) {
      byte[] bad = good.clone();
      bad[head + random.nextInt(bad.length - head)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      assertThat(Verifier.verify(folder).accepted()).as("case %d", k).isFalse();
    }
  }
}
