package org.kiungo.web.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.FibreLine.Status;
import org.kiungo.planner.model.LonLat;

class PlanLinksTest {

  @Test
  void fibreIsDrawnApartByItsStatus() {
    List<FibreLine> lines = Arrays.stream(Status.values()).map(PlanLinksTest::line).toList();
    for (Status each : Status.values()) {
      List<List<List<Number>>> paths = PlanLinks.paths(lines, each);
      assertEquals(
          List.of(List.of(List.of((double) each.ordinal(), 1.0), List.of(9.0, 2.0))), paths);
    }
  }

  private static FibreLine line(Status status) {
    List<LonLat> path = List.of(new LonLat(status.ordinal(), 1), new LonLat(9, 2));
    return new FibreLine(status.name(), path, "BEN", "", status, "test");
  }
}
