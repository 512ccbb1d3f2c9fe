package org.kiungo.planner.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.InputRefused;

class SteinerFamilyTest {

  private static final BenchmarkLimits LIMITS =
      new BenchmarkLimits(60, 1, 0, Double.NaN, 3.5, () -> 0, () -> 0);

  @TempDir private Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), java.util.List.of(lines));
  }

  @Test
  void starWithDecimalCostsIsSolvedThroughItsCentre() throws IOException {
    Path star =
        file(
            "star.stp",
            "33D32945 STP File, STP Format Version 1.0",
            "SECTION Graph",
            "Nodes 4",
            "Edges 6",
            "E 1 4 1",
            "E 2 4 1.25",
            "E 3 4 1.25",
            "E 1 2 2.5",
            "E 2 3 2.5",
            "E 1 3 2.5",
            "END",
            "SECTION Terminals",
            "T 1",
            "T 2",
            "T 3",
            "END",
            "EOF");
    assertThat(new SteinerFamily().run(star, LIMITS).toJson())
        .isEqualTo(
            "{\"family\":\"steiner\",\"instance\":\"star\",\"value\":3.5,\"bound\":3.5,"
                + "\"gapRatio\":0,\"seconds\":0,\"cpuSeconds\":0,\"known\":3.5,\"seed\":1}");
  }

  @Test
  void unreadableLineIsRefusedWithItsNumber() throws IOException {
    Path broken = file("broken.stp", "SECTION Graph", "Nodes 2", "E 1 3 1", "T 1");
    assertThatThrownBy(() -> new SteinerFamily().run(broken, LIMITS))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> assertThat(refused.arguments()).containsEntry("line", 3));
  }
}
