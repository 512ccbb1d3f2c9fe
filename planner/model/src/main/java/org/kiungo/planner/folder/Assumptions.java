package org.kiungo.planner.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Scenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The assumptions in which one scenario differs from another, and every scenario between the two.
 * An assumption is a field of the scenario document, a lever, a market term of a country, a group's
 * weight, or what feeds a layer; fields that only make sense together (goal, caps and target where
 * more than one of them changes; levers that exclude one another; which institutions count and what
 * is striven for among them) are one assumption. The scenarios' names are none.
 */
public final class Assumptions {

  private static final String NAME = "name";
  private static final Set<String> OBJECTIVE =
      Set.of("goal", "budgetUsd", "phases", "publicBudgetUsd", "targetRatio");

  /** What phases have to run through. */
  private static final Set<String> YEARS = Set.of("money.firstYear", "money.lastYear");

  /** By field, or by what it lies in; a decision where nothing is said. */
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("today", Kind.ASSUMPTION),
          Map.entry("standard", Kind.ASSUMPTION),
          Map.entry("money", Kind.ASSUMPTION),
          Map.entry("marketTerms", Kind.ASSUMPTION),
          Map.entry("personYears", Kind.ASSUMPTION),
          Map.entry("roads", Kind.ASSUMPTION),
          Map.entry("institutions.source", Kind.ASSUMPTION),
          Map.entry("feeds", Kind.DATA),
          Map.entry("seed", Kind.SEARCH),
          Map.entry("steps", Kind.SEARCH),
          Map.entry("seconds", Kind.SEARCH),
          Map.entry("threads", Kind.SEARCH));

  private final Map<String, JsonNode> from;
  private final Map<String, JsonNode> to;
  private final List<Change> changes = new ArrayList<>();
  private final List<Set<String>> keys = new ArrayList<>();

  /**
   * A changed assumption.
   *
   * @param name dotted path of the field, {@code levers.<id>}, {@code marketTerms.<ISO3>.<term>},
   *     {@code fairness.<layer>.<group>} or {@code feeds.<ISO3>.<layer>}; several joined by {@code
   *     +}
   * @param from as the first scenario's JSON has it; empty when absent or not known
   * @param to as the second's has it
   */
  public record Change(String name, String from, String to) {

    /** What it is to change it; of what only makes sense together, a decision before the rest. */
    public Kind kind() {
      return Arrays.stream(name.split("\\+"))
          .map(Change::kind)
          .min(Comparator.naturalOrder())
          .get();
    }

    private static Kind kind(String part) {
      return KINDS.getOrDefault(part, KINDS.getOrDefault(part.split("\\.")[0], Kind.DECISION));
    }
  }

  /** What it is to change a field of a scenario. */
  public enum Kind {
    /** Somebody decides it: money, targets, technologies, terms of policy. */
    DECISION,
    /** The world is taken to be so: coverage, demand, growth, what counts as served, prices. */
    ASSUMPTION,
    /** Other facts are read. */
    DATA,
    /** The same question, searched otherwise. */
    SEARCH
  }

  private Assumptions(Map<String, JsonNode> from, Map<String, JsonNode> to) {
    this.from = from;
    this.to = to;
    Set<String> changed = new TreeSet<>();
    Set<String> all = new TreeSet<>(from.keySet());
    all.addAll(to.keySet());
    for (String key : all) {
      if (!Objects.equals(told(key, from), told(key, to))) {
        changed.add(key);
      }
    }
    group(changed);
  }

  /** What a scenario says of a key; what Kiungo carries feeds a layer without being named too. */
  private static JsonNode told(String key, Map<String, JsonNode> leaves) {
    JsonNode value = leaves.get(key);
    if (!key.startsWith("feeds.") || value == null || value.size() != 1) {
      return value;
    }
    Feed.Layer layer = Feed.Layer.valueOf(key.substring(key.lastIndexOf('.') + 1));
    return value.get(0).get("source").stringValue().equals(layer.carried()) ? null : value;
  }

  /** What differs from one scenario to another, in the order of names. */
  public static Assumptions between(Scenario from, Scenario to) {
    return new Assumptions(leaves(from), leaves(to));
  }

  /** The changed assumptions, in the order in which they are changed one after the other. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** The same field by field, whatever only makes sense together. */
  public List<Change> fields() {
    return keys.stream()
        .flatMap(Set::stream)
        .map(each -> new Change(each, text(from, Set.of(each)), text(to, Set.of(each))))
        .toList();
  }

  /**
   * The first scenario with some assumptions as the second has them.
   *
   * @param changed which of {@link #changes}, as bits
   */
  public Scenario with(long changed) {
    Map<String, JsonNode> mixed = new TreeMap<>(from);
    for (long rest = changed; rest != 0; rest &= rest - 1) {
      for (String key : keys.get(Long.numberOfTrailingZeros(rest))) {
        if (to.containsKey(key)) {
          mixed.put(key, to.get(key));
        } else {
          mixed.remove(key);
        }
      }
    }
    return scenario(mixed);
  }

  private void group(Set<String> changed) {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    long objective = changed.stream().filter(OBJECTIVE::contains).count();
    objective += changed.contains("phases") ? 1 : 0;
    for (String key : changed) {
      boolean years = changed.contains("phases") && YEARS.contains(key);
      String group = years || objective > 1 && OBJECTIVE.contains(key) ? "objective" : key;
      if (key.startsWith("levers.")) {
        group = leverGroup(key, changed);
      } else if (key.startsWith("institutions.")) {
        group = "institutions";
      }
      groups.computeIfAbsent(group, g -> new TreeSet<>()).add(key);
    }
    groups
        .values()
        .forEach(
            each -> {
              keys.add(each);
              changes.add(new Change(String.join("+", each), text(from, each), text(to, each)));
            });
  }

  /** The first of the changed levers that a lever excludes, directly or through others. */
  private static String leverGroup(String key, Set<String> changed) {
    Set<String> joined = new TreeSet<>(Set.of(key));
    for (int size = 0; size < joined.size(); ) {
      size = joined.size();
      for (String one : List.copyOf(joined)) {
        for (String other : changed) {
          if (other.startsWith("levers.") && excludes(one, other)) {
            joined.add(other);
          }
        }
      }
    }
    return joined.iterator().next();
  }

  private static boolean excludes(String one, String other) {
    String first = one.substring("levers.".length());
    String second = other.substring("levers.".length());
    return Levers.named(first).excludes().contains(second)
        || Levers.named(second).excludes().contains(first);
  }

  private static String text(Map<String, JsonNode> leaves, Set<String> keys) {
    List<String> texts = new ArrayList<>();
    for (String key : keys) {
      JsonNode value = leaves.get(key);
      if (value != null && !value.isNull()) {
        texts.add(value.isString() ? value.stringValue() : value.toString());
      }
    }
    return String.join(" + ", texts);
  }

  private static Map<String, JsonNode> leaves(Scenario scenario) {
    Map<String, JsonNode> leaves = new TreeMap<>();
    ObjectNode whole = FolderJson.STRICT.valueToTree(scenario);
    whole.remove(NAME);
    // told where it is default
    ObjectNode today = FolderJson.STRICT.valueToTree(scenario.today());
    today.put("unknownFibre", scenario.today().unknownFibre().name());
    today.put("assumedNodes", scenario.today().assumedNodes().name());
    whole.set("today", today.put("unsureCoverage", scenario.today().unsureCoverage().name()));
    for (JsonNode lever : whole.remove("levers")) {
      leaves.put("levers." + lever.get("id").stringValue(), lever);
    }
    for (JsonNode term : whole.remove("marketTerms")) {
      String place = term.get("country").stringValue() + "." + term.get("term").stringValue();
      leaves.put("marketTerms." + place, term);
    }
    for (JsonNode weight : whole.remove("fairness")) {
      String group = weight.get("layer").stringValue() + "." + weight.get("group").stringValue();
      leaves.put("fairness." + group, weight);
    }
    JsonNode feeds = whole.remove("feeds");
    for (JsonNode feed : feeds == null ? whole.arrayNode() : feeds) {
      String layer = feed.get("country").stringValue() + "." + feed.get("layer").stringValue();
      ((ArrayNode) leaves.computeIfAbsent("feeds." + layer, key -> whole.arrayNode())).add(feed);
    }
    for (var field : whole.properties()) {
      if (field.getValue() instanceof ObjectNode nested) {
        nested
            .properties()
            .forEach(e -> leaves.put(field.getKey() + "." + e.getKey(), e.getValue()));
      } else {
        leaves.put(field.getKey(), field.getValue());
      }
    }
    return leaves;
  }

  private static Scenario scenario(Map<String, JsonNode> leaves) {
    ObjectNode whole = FolderJson.STRICT.createObjectNode();
    ArrayNode levers = whole.putArray("levers");
    ArrayNode terms = whole.putArray("marketTerms");
    ArrayNode fairness = whole.putArray("fairness");
    ArrayNode feeds = whole.putArray("feeds");
    leaves.forEach(
        (key, value) -> {
          int dot = key.indexOf('.');
          if (key.startsWith("levers.")) {
            levers.add(value);
          } else if (key.startsWith("marketTerms.")) {
            terms.add(value);
          } else if (key.startsWith("feeds.")) {
            value.forEach(feeds::add);
          } else if (key.startsWith("fairness.")) {
            fairness.add(value);
          } else if (dot < 0) {
            whole.set(key, value);
          } else {
            whole.withObject("/" + key.substring(0, dot)).set(key.substring(dot + 1), value);
          }
        });
    return ScenarioFile.read(TextFiles.pretty(whole));
  }
}
