package org.kiungo.planner.verify.read;

import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.verify.formula.RadioPath;
import tools.jackson.databind.JsonNode;

/**
 * What a link says of its line of sight, the ground it follows from, and the rain at its ends.
 *
 * @param sight as claimed; empty when the link says nothing
 * @param groundM profile; empty when none is given
 * @param antennaM heights at the near and the far end
 * @param rainMmPerHour the harder rain; NaN when none is given
 */
public record SightClaim(String sight, double[] groundM, double[] antennaM, double rainMmPerHour) {

  static SightClaim of(JsonNode properties) {
    JsonNode sight = properties.get("lineOfSight");
    JsonNode rain = properties.path("rainMmPerHour");
    return new SightClaim(
        sight == null || sight.isNull() ? "" : sight.asString(),
        numbers(properties.get("groundM")),
        numbers(properties.get("antennaHeightM")),
        rain.isNumber() ? rain.doubleValue() : Double.NaN);
  }

  private static double[] numbers(JsonNode array) {
    return array == null || !array.isArray()
        ? new double[0]
        : array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  /**
   * What the link must say: nothing when it is no radio hop, unverified without a profile.
   *
   * @param fromM height of the antenna at the near end above its ground
   * @param toM height of the antenna at the far end
   */
  public String expected(Medium medium, BuiltLink link, double fromM, double toM) {
    if (!RadioPath.isOf(medium)) {
      return "";
    }
    if (groundM.length < 2 || antennaM.length != 2) {
      return RadioPath.UNVERIFIED;
    }
    if (antennaM[0] != fromM || antennaM[1] != toM) {
      return "masts of " + fromM + " and " + toM + " m";
    }
    return RadioPath.sight(groundM, link.distanceKm(), fromM, toM);
  }
}
