package org.kiungo.web.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.FibreLine.Status;
import org.kiungo.planner.model.value.LonLat;

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

  @Test
  void aLineTellsItsOperatorAndSourceInTheOrderOfThePaths() {
    List<LonLat> path = List.of(new LonLat(1, 1), new LonLat(9, 2));
    List<FibreLine> lines =
        List.of(
            new FibreLine("a", path, "BEN", "A", Status.PLANNED, "2020"),
            new FibreLine("b", path, "BEN", "B", Status.OPERATIONAL, "2021"),
            new FibreLine("c", path, "BEN", "", Status.UNKNOWN, "2022"));
    assertEquals(
        List.of(List.of("B", "2021"), List.of("", "2022"), List.of("A", "2020")),
        PlanLinks.from(lines).toList());
  }

  private static FibreLine line(Status status) {
    List<LonLat> path = List.of(new LonLat(status.ordinal(), 1), new LonLat(9, 2));
    return new FibreLine(status.name(), path, "BEN", "", status, "test");
  }
}
