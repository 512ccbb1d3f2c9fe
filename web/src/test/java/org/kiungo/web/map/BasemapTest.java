package org.kiungo.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BasemapTest {

  /** A page's share of the 190 KB that a first visit may cost. */
  private static final int MOST_BYTES = 19 * 1024;

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = BasemapTest.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }

  @Test
  void basemapIsTheReferenceDatasAndSmallOnTheWire() throws IOException {
    byte[] map = resource("/static/map/africa-50m.json");
    assertThat(map).isEqualTo(resource("/reference/outlines.json"));
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
      gzip.write(map);
    }
    assertThat(wire.size()).isLessThanOrEqualTo(MOST_BYTES);
  }
}
