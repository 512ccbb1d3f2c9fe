package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.RadioPath;
import tools.jackson.databind.JsonNode;

/**
 * The file {@code blocked-hops.geojson}: hops said to be closed to radio. Each is believed only if
 * the obstacle it names reaches into 0.6 of the first Fresnel zone over a 4/3 Earth.
 */
public final class BlockedClaims {

  private static final String FILE = "blocked-hops.geojson";

  /** An obstacle of just this much, metres, is one: heights are written to the decimetre. */
  private static final double SURE_M = 1e-6;

  private record Claim(LonLat from, LonLat to, JsonNode properties) {
    String id(String end) {
      return Fields.text(properties, end);
    }

    double number(String name) {
      return Fields.number(properties, name);
    }
  }

  private final List<Claim> claims = new ArrayList<>();
  private final Set<String> hops = new HashSet<>();

  void read(FolderReader reader) {
    if (reader.has(FILE)) {
      reader.features(FILE, (path, p) -> claims.add(new Claim(path.get(0), path.get(1), p)));
    }
  }

  /**
   * @param placeOf where an end stands
   * @param antennaM height of the antenna at an end
   */
  public void check(
      Ledger ledger, Function<String, Object> placeOf, ToDoubleFunction<String> antennaM) {
    for (Claim claim : claims) {
      String fromId = claim.id("fromId");
      String toId = claim.id("toId");
      String hop = fromId + " > " + toId;
      boolean placed =
          ledger.same("hop.ends", hop, placeOf.apply(fromId), claim.from)
              & ledger.same("hop.ends", hop, placeOf.apply(toId), claim.to);
      boolean masts =
          ledger.same(
                  "hop.masts", hop, antennaM.applyAsDouble(fromId), claim.number("fromAntennaM"))
              & ledger.same(
                  "hop.masts", hop, antennaM.applyAsDouble(toId), claim.number("toAntennaM"));
      boolean blocked = ledger.holds("hop.blocked", hop, isBlocked(claim), "an obstacle", "none");
      if (placed && masts && blocked) {
        hops.add(fromId + ">" + toId);
        hops.add(toId + ">" + fromId);
      }
    }
  }

  private static boolean isBlocked(Claim claim) {
    double km = claim.from.distanceKm(claim.to);
    double along = claim.number("obstacleKm");
    double intrusionM =
        RadioPath.intrusionM(
            km,
            claim.number("fromGroundM") + claim.number("fromAntennaM"),
            claim.number("toGroundM") + claim.number("toAntennaM"),
            along,
            claim.number("obstacleM"));
    return along > 0 && along < km && intrusionM > -SURE_M;
  }

  /** True for a hop, either way, that is shown to be blocked. */
  public boolean holds(String fromId, String toId) {
    return !hops.isEmpty() && hops.contains(fromId + ">" + toId);
  }
}
