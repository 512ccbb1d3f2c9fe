package org.kiungo.planner.verify.funding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import tools.jackson.databind.JsonNode;

/** A partner as {@code partners.json} states it, and what its conditions say. */
final class Payer {

  private static final List<String> GROUPS = List.of("low", "lower-middle", "upper-middle", "high");

  private final JsonNode node;
  private final Map<String, JsonNode> countries;
  private final List<Payer> guarantors = new ArrayList<>();

  Payer(JsonNode node, Map<String, JsonNode> countries) {
    this.node = node;
    this.countries = countries;
  }

  String letter() {
    return Fields.text(node, "letter");
  }

  String instrument() {
    return Fields.text(node.get("instrument"), "type");
  }

  boolean carriesOver() {
    return node.get("carriesOver").booleanValue();
  }

  boolean asks(String rule) {
    return !rules(rule).isEmpty();
  }

  List<JsonNode> rules(String rule) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : node.get("conditions")) {
      if (Fields.text(each, "rule").equals(rule)) {
        found.add(each);
      }
    }
    return found;
  }

  /** A term of its instrument. */
  double term(String field) {
    return node.get("instrument").path(field).asDouble(0);
  }

  /** Cents that come in each phase, from first and last years. */
  long[] cents(List<int[]> phases) {
    return phases.stream()
        .mapToLong(phase -> centsByYear(phase).values().stream().mapToLong(c -> c).sum())
        .toArray();
  }

  /** Cents of the envelopes that come in a phase, by their first year. */
  Map<Integer, Long> centsByYear(int[] phase) {
    BigDecimal rate = node.get("currency").get("usdPerUnit").decimalValue();
    Map<Integer, Long> cents = new HashMap<>();
    for (JsonNode each : node.get("envelopes")) {
      double usd = each.get("amount").doubleValue() * rate.doubleValue();
      long whole =
          BigDecimal.valueOf(usd).movePointRight(2).setScale(0, RoundingMode.FLOOR).longValue();
      if (Fields.number(each, "firstYear") <= phase[1]
          && Fields.number(each, "lastYear") >= phase[0]) {
        cents.merge((int) Fields.number(each, "firstYear"), whole, Long::sum);
      }
    }
    return cents;
  }

  /** Learns who guarantees it. */
  void meet(Map<String, Payer> byLetter) {
    for (JsonNode each : rules("guaranteed-by")) {
      guarantors.add(byLetter.get(Fields.text(each, "partner")));
    }
  }

  /**
   * True when it may pay for a kind of work, {@code layer|country|district|equipment}: its own
   * conditions allow it, and so do those of whoever guarantees it.
   */
  boolean may(String work) {
    return !instrument().equals("guarantee")
        && allows(work)
        && guarantors.stream().allMatch(each -> each.allows(work));
  }

  private boolean allows(String work) {
    String[] w = work.split("\\|", -1);
    for (JsonNode c : node.get("conditions")) {
      boolean access = w[0].equals("access");
      boolean fine =
          switch (Fields.text(c, "rule")) {
            case "countries" -> has(c.get("countries"), w[1]);
            case "communities" -> member(w[1], c.get("communities"));
            case "income-below" -> below(w[1], Fields.text(c, "group"));
            case "districts" -> has(c.get("districts"), w[2]);
            case "outside-districts" -> !has(c.get("districts"), w[2]);
            case "layers" -> has(c.get("layers"), w[0]);
            case "technologies" -> !access || has(c.get("technologies"), w[3]);
            case "media" -> access || w[3].equals("node") || has(c.get("media"), w[3]);
            default -> true;
          };
      if (!fine) {
        return false;
      }
    }
    return true;
  }

  private boolean member(String country, JsonNode communities) {
    JsonNode standing = countries.get(country);
    if (standing != null) {
      for (JsonNode each : standing.path("communities")) {
        if (has(communities, each.stringValue())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean below(String country, String group) {
    JsonNode standing = countries.get(country);
    String own = standing == null ? "" : standing.path("incomeGroup").asString("");
    return GROUPS.contains(own) && GROUPS.indexOf(own) < GROUPS.indexOf(group);
  }

  private static boolean has(JsonNode list, String text) {
    for (JsonNode each : list) {
      if (each.stringValue().equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** Most cents it may pay of a project. */
  long most(ProjectClaim project) {
    BigDecimal share = BigDecimal.ONE;
    for (JsonNode c : rules("most-share")) {
      if (!has(c.get("exceptDistricts"), project.district())) {
        share = share.min(BigDecimal.valueOf(Fields.number(c, "shareRatio")));
      }
    }
    for (JsonNode c : rules("co-finance")) {
      share =
          share.min(BigDecimal.ONE.subtract(BigDecimal.valueOf(Fields.number(c, "leastRatio"))));
    }
    return share
        .setScale(9, RoundingMode.HALF_UP)
        .multiply(BigDecimal.valueOf(project.cents()))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  /** Fewest cents it pays of a project, if it pays. */
  long least() {
    double usd = 0;
    for (JsonNode c : rules("at-least")) {
      usd = Math.max(usd, Fields.number(c, "leastUsd"));
    }
    return Math.max(1, (long) Math.ceil(usd * 100));
  }
}
