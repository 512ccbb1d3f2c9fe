package org.kiungo.planner.verify.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import tools.jackson.databind.JsonNode;

/** Existing nodes that sell only so much as they stand. */
public final class NodeFacts {

  private final Map<String, Seller> sellers = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param country ISO 3166-1 alpha-3
   * @param capacityMbps its limit
   */
  public record Seller(String country, double capacityMbps) {}

  /** Takes a node; one without a limit is none of them. */
  void add(JsonNode node) {
    if (node.has("capacityMbps")) {
      sellers.put(
          Fields.text(node, "id"),
          new Seller(Fields.text(node, "country"), Fields.number(node, "capacityMbps")));
    }
  }

  /** By id. */
  public Map<String, Seller> sellers() {
    return Collections.unmodifiableMap(sellers);
  }

  /**
   * A line where capacity can be tapped; its path alone matters, and whether it is in operation.
   */
  static FibreLine fibre(List<LonLat> path, JsonNode p) {
    boolean operational =
        p.has("operational")
            ? p.get("operational").booleanValue()
            : Fields.text(p, "status").equals(FibreLine.Status.OPERATIONAL.name());
    FibreLine.Status status = operational ? FibreLine.Status.OPERATIONAL : FibreLine.Status.UNKNOWN;
    return new FibreLine(Fields.text(p, "id"), path, "", "", status, "");
  }
}
