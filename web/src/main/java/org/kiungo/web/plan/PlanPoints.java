package org.kiungo.web.plan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;

/**
 * Settlements as columns of numbers, little-endian: {@code KP1\0}, int32 n, float64 west, south,
 * east, north, then n × u16 lon, n × u16 lat (within that box), n × u8 class ({@link MapClass}, bit
 * 7: basic service only), n × u8 population as round(8 · log2(1 + people)).
 */
final class PlanPoints {

  private PlanPoints() {}

  static byte[] encode(PlanContent content) {
    return encode(content.extent(), content.places(), classes(content));
  }

  static byte[] encode(Extent extent, List<PlanContent.Place> places, byte[] classes) {
    int n = places.size();
    ByteBuffer out = ByteBuffer.allocate(8 + 32 + 6 * n).order(ByteOrder.LITTLE_ENDIAN);
    out.put("KP1\0".getBytes(StandardCharsets.US_ASCII)).putInt(n);
    out.putDouble(extent.west()).putDouble(extent.south());
    out.putDouble(extent.east()).putDouble(extent.north());
    places.forEach(each -> out.putShort((short) each.x()));
    places.forEach(each -> out.putShort((short) each.y()));
    out.put(classes);
    places.forEach(each -> out.put((byte) people(each.settlement().population())));
    return out.array();
  }

  /** The class bytes alone: what differs between plans of the same places. */
  static byte[] classes(PlanContent content) {
    ByteBuffer out = ByteBuffer.allocate(content.places().size());
    content
        .places()
        .forEach(each -> out.put((byte) classOf(each.shown(), each.service(), content.families())));
    return out.array();
  }

  /**
   * @param shown as {@link PlanContent.Place#shown} has it
   */
  static int classOf(Status shown, SettlementService service, Map<String, String> families) {
    return switch (shown) {
      case BASELINE -> MapClass.BASELINE;
      case UNSERVED -> MapClass.NONE;
      case STANDARD, BASIC -> {
        int family = MapClass.of(families.get(service.technologyId()));
        yield shown == Status.BASIC ? family | MapClass.BASIC : family;
      }
    };
  }

  private static long people(double population) {
    double known = Double.isNaN(population) ? 0 : population;
    return Math.min(255, Math.round(8 * Math.log1p(known) / Math.log(2)));
  }
}
