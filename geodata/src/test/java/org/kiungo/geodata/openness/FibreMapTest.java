package org.kiungo.geodata.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;

class FibreMapTest {

  private static final int READERS = 64;

  /** Pages ask for the audits of a country's neighbours at once, each the first to look. */
  @Test
  void whoeverLooksFirstSeesAllSpans() {
    LonLat parakou = new LonLat(2.63, 9.34);
    for (int round = 0; round < 20; round++) {
      FibreMap map = FibreMap.of(Reference.builtIn(), "BEN");
      Set<Integer> found =
          IntStream.range(0, READERS)
              .parallel()
              .mapToObj(reader -> map.spansNear(parakou, 500).size())
              .collect(Collectors.toSet());
      assertThat(found).hasSize(1);
    }
  }
}
