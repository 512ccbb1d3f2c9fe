package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeededSampleTest {

  private static final List<Integer> CASES = IntStream.range(0, 40).boxed().toList();

  private final String seed = System.getProperty("kiungo.sample.seed");
  private final String all = System.getProperty("kiungo.sample.all");

  @BeforeEach
  void takeSome() {
    System.setProperty("kiungo.sample.all", "false");
  }

  @AfterEach
  void asGiven() {
    restore("kiungo.sample.seed", seed);
    restore("kiungo.sample.all", all);
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  @Test
  void aSeedDrawsTheSameAgainInTheirOrderAndAnotherSeedDrawsOthers() {
    Set<List<Integer>> drawn = new HashSet<>();
    for (int k = 1; k <= 20; k++) {
      System.setProperty("kiungo.sample.seed", k + "");
      List<Integer> taken = SeededSample.of("numbers", CASES, 5);
      assertThat(taken).hasSize(5).isSorted().doesNotHaveDuplicates().isSubsetOf(CASES);
      assertThat(SeededSample.of("numbers", CASES, 5)).isEqualTo(taken);
      drawn.add(taken);
    }
    assertThat(drawn).hasSizeGreaterThan(15);
  }

  @Test
  void everyCaseIsDrawnBySomeSeed() {
    Set<Integer> drawn = new HashSet<>();
    for (int k = 1; k <= 100; k++) {
      System.setProperty("kiungo.sample.seed", k + "");
      drawn.addAll(SeededSample.of("numbers", CASES, 5));
    }
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(CASES);
  }

  @Test
  void theExhaustiveRunTakesAll() {
    System.setProperty("kiungo.sample.all", "true");
    assertThat(SeededSample.of("numbers", CASES, 5)).isEqualTo(CASES);
  }
}
