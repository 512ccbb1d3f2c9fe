package org.kiungo.web.page.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class MapFrameTest {

  /** A long country fits a page beside its caption, whole and in the middle. */
  @ParameterizedTest
  @CsvSource({"2,12,300", "12,2,300", "2,12,Infinity"})
  void aMapIsNoHigherThanAsked(double eastDegrees, double northDegrees, double heightMost) {
    Envelope box = new Envelope(0, eastDegrees, 0, northDegrees);
    MapFrame frame = new MapFrame(new GeometryFactory().toGeometry(box), 400, heightMost, 0.01);
    String[] view = frame.viewBox().split(" ");
    assertThat(view[2]).isEqualTo("400");
    double height = Double.parseDouble(view[3]);
    assertThat(height).isLessThanOrEqualTo(heightMost);
    List<LonLat> corners =
        List.of(
            new LonLat(0, 0),
            new LonLat(0, northDegrees),
            new LonLat(eastDegrees, 0),
            new LonLat(eastDegrees, northDegrees));
    DoubleSummaryStatistics x = corners.stream().mapToDouble(frame::x).summaryStatistics();
    DoubleSummaryStatistics y = corners.stream().mapToDouble(frame::y).summaryStatistics();
    assertThat(x.getMin()).isGreaterThanOrEqualTo(8 - 1e-9);
    assertThat(x.getMin() + x.getMax()).isCloseTo(400, within(0.1));
    assertThat(y.getMin()).isCloseTo(8, within(0.1));
    assertThat(y.getMax()).isCloseTo(height - 8, within(0.1));
  }
}
