package org.kiungo.web.page.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    LonLat west = new LonLat(0, 0);
    LonLat east = new LonLat(eastDegrees, northDegrees);
    assertThat(frame.x(west)).isGreaterThanOrEqualTo(8 - 1e-9);
    assertThat(frame.x(east)).isCloseTo(400 - frame.x(west), within(0.1));
    assertThat(frame.y(west) - frame.y(east)).isCloseTo(height - 16, within(0.1));
  }
}
