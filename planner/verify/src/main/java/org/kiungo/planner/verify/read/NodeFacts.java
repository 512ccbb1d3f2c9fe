package org.kiungo.planner.verify.read;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.FibreLine;
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

  /** Whether a line works, as far as its source says. */
  static FibreLine.Status fibre(JsonNode p) {
    if (p.has("operational")) {
      return p.get("operational").booleanValue()
          ? FibreLine.Status.OPERATIONAL
          : FibreLine.Status.UNKNOWN;
    }
    return status(Fields.text(p, "status"));
  }

  private static FibreLine.Status status(String name) {
    return Arrays.stream(FibreLine.Status.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(FibreLine.Status.PLANNED);
  }
}
