package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Verification;

/** What a certificate says of value, bound and proof. */
class BoundVerifierTest extends PlannedFolder {

  /** Bits of a proof that are turned. */
  private static final int BROKEN = SeededSample.takesAll() ? 300 : 100;

  private void tamper(Consumer<byte[]> change) throws IOException {
    byte[] proof = Files.readAllBytes(folder.resolve("bound.proof"));
    change.accept(proof);
    Files.write(folder.resolve("bound.proof"), proof);
  }

  private void fair(String goal) throws IOException {
    String asked = "{\"goal\": \"%s\", \"budgetUsd\": 3e5, \"steps\": 100}".formatted(goal);
    plan(problem(), ScenarioFile.read(asked.getBytes(StandardCharsets.UTF_8)), folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HIGHEST_DISTRICT_FLOOR", "HIGHEST_EQUITABLE_SHARE"})
  void aTighterShareThanTheProofGivesIsRefused(String goal) throws IOException {
    fair(goal);
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.9999));
    assertRefused("bound.proven");
  }

  @Test
  void aBoundBelowTheValueIsRefused() throws IOException {
    edit("certificate.json", all -> all.put("bound", all.get("value").doubleValue() / 2));
    assertRefused("bound.value", "certificate.gap");
  }

  @Test
  void aBoundTighterThanItsPriceProvesIsRefused() throws IOException {
    edit(
        "certificate.json",
        all -> {
          all.put("bound", all.get("value").doubleValue());
          all.put("method", "separable Lagrangian");
        });
    assertRefused("bound.proven");
  }

  @Test
  void aBoundByAMethodThatIsNotRepeatedStaysUnconfirmed() throws IOException {
    edit("certificate.json", all -> all.put("method", "another"));
    Files.deleteIfExists(folder.resolve("bound.proof"));
    Verification other = Verifier.verify(folder);
    assertThat(other.accepted()).isTrue();
    assertThat(other.boundConfirmed()).isFalse();
  }

  @Test
  void aValueAboveTheSeparableBoundIsRefused() throws IOException {
    edit("certificate.json", all -> all.put("lambdaPeoplePerUsd", 0));
    edit("certificate.json", all -> all.put("value", 1e9));
    assertRefused("bound.separable", "certificate.value");
  }

  @Test
  void aProvenBoundIsConfirmedAndATighterOneRefused() throws IOException {
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.9999));
    assertRefused("bound.proven");
  }

  /** Of a bound of some people a part of their millionth is more than a billionth of it. */
  @Test
  void boundsOfAFewPeopleOrDollarsAreThoseOfTheirProofs() throws IOException {
    for (long drawn : SeededSample.seeds("worlds of a few people", 12, 4)) {
      long seed = 1 + drawn;
      double budgetUsd = 4_000 + 1_700 * seed;
      PlanningProblem world = SmallWorlds.random(seed, 10);
      for (PlanningProblem small : List.of(world, divided(world))) {
        for (Scenario asked :
            List.of(
                SmallWorlds.scenario(budgetUsd, 50),
                SmallWorlds.scenario(Double.NaN, 50).withTarget(0.05 + 0.01 * seed))) {
          plan(small, asked, folder);
          assertThat(Verifier.verify(folder).broken()).as("%d %s", seed, asked).isEmpty();
        }
      }
    }
  }

  /** The same with a hundredth of its people. */
  private static PlanningProblem divided(PlanningProblem world) {
    return world.withSettlements(
        world.settlements().stream()
            .map(each -> each.with().population(each.population() / 100).build())
            .toList());
  }

  /** Large enough that ascents near the best price are guided; their raises are replayed, too. */
  @Test
  void aBoundOfGuidedAscentsIsConfirmed() throws IOException {
    PlanningProblem world = CountryData.read("200");
    plan(world, SmallWorlds.scenario(7e5, 500), folder);
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.9999));
    assertRefused("bound.proven");
  }

  @Test
  void aProofAtAnotherPriceIsRefused() throws IOException {
    tamper(proof -> proof[26] ^= 16);
    assertThat(Verifier.verify(folder).accepted()).isFalse();
  }

  @Test
  void noBrokenProofProvesATighterBound() throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve("bound.proof"));
    edit("certificate.json", all -> all.put("bound", all.get("bound").doubleValue() * 0.999));
    SplittableRandom random = new SplittableRandom(SeededSample.random("broken proofs").nextLong());
    for (int k = 0; k < BROKEN; k++) {
      byte[] bad = good.clone();
      bad[BoundProof.HEAD.length() + random.nextInt(bad.length - BoundProof.HEAD.length())] ^=
          (byte) (1 << random.nextInt(8));
      Files.write(folder.resolve("bound.proof"), bad);
      assertThat(Verifier.verify(folder).accepted()).as("case %d", k).isFalse();
    }
  }

  @Test
  void aProofCutShortIsRefused() throws IOException {
    byte[] proof = Files.readAllBytes(folder.resolve("bound.proof"));
    Files.write(folder.resolve("bound.proof"), java.util.Arrays.copyOf(proof, proof.length / 2));
    assertRefused("bound.proof");
  }

  @Test
  void aSmallerGraphThanStatedIsRefused() throws IOException {
    edit(
        "certificate.json",
        all -> {
          String graph = all.get("candidateGraph").stringValue();
          all.put("candidateGraph", graph.replaceAll("links=\\d+", "links=999"));
        });
    assertRefused("bound.graph");
  }

  /** The bound of the world without a line is too low for the world that has it. */
  @Test
  void aProofThatLeavesOutTheWaysToALineIsRefused() throws IOException {
    PlanningProblem without = problem().with().fibreLines(List.of()).build();
    String json = "{\"budgetUsd\": 1.5e6, \"steps\": 200}";
    plan(without, ScenarioFile.read(json.getBytes(StandardCharsets.UTF_8)), folder);
    assertThat(Verifier.verify(folder).boundConfirmed()).isTrue();
    planned.write(folder.resolveSibling("whole"));
    Files.copy(
        folder.resolveSibling("whole").resolve("fibre.geojson"),
        folder.resolve("fibre.geojson"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused("bound.nearest");
  }

  @Test
  void aBetterValueThanTheDecisionsGiveIsRefused() throws IOException {
    edit("certificate.json", all -> all.put("value", all.get("value").doubleValue() + 1));
    assertRefused("certificate.value");
  }
}
