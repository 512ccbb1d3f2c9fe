package org.kiungo.geodata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.scenario.Feed.Layer;

class FeedTotalsTest {

  /** Today's fibre is what works: what is planned, or unsaid, is told apart from it. */
  @Test
  void fibreOfTodayIsFibreThatWorks() {
    FeedSources none = new NoSources();
    FeedTotals totals = FedLayers.totals("SEN", FedLayers.explicit("SEN", List.of(), none), none);
    assertThat(totals.of(Layer.FIBRE_LINES))
        .isCloseTo(drawnKm(FibreLine.Status.OPERATIONAL), within(1e-6))
        .isPositive();
    assertThat(totals.fibreUnbuiltKm())
        .isCloseTo(drawnKm(FibreLine.Status.PLANNED), within(1e-6))
        .isPositive();
    assertThat(totals.fibreUnknownKm()).isCloseTo(drawnKm(FibreLine.Status.UNKNOWN), within(1e-6));
  }

  private static double drawnKm(FibreLine.Status status) {
    return Reference.builtIn().fibreLines("SEN").stream()
        .filter(each -> each.status() == status)
        .mapToDouble(each -> LayerFacts.lengthKm(each.path()))
        .sum();
  }
}
