package org.kiungo.web.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.web.language.Words;
import tools.jackson.databind.json.JsonMapper;

/** What assumptions of scenarios are called. */
public final class AssumptionWords {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> NAMES = Set.of("id", "country", "term", "layer", "group");

  private AssumptionWords() {}

  /** The name of an {@link Assumptions.Change} in words; its parts joined by commas. */
  public static String of(String name, Words words) {
    return Arrays.stream(name.split("\\+"))
        .map(part -> part(part, words))
        .collect(Collectors.joining(", "));
  }

  /** What a side of a change says: of a lever or market term its numbers, of a field its value. */
  public static String[] values(String text) {
    if (!text.startsWith("{")) {
      return new String[] {text};
    }
    return JSON.readTree("[" + text.replace("} + {", "},{") + "]")
        .valueStream()
        .flatMap(
            each ->
                each.properties().stream()
                    .filter(field -> !NAMES.contains(field.getKey()))
                    .map(field -> field.getValue().asString()))
        .filter(value -> !value.isEmpty())
        .toArray(String[]::new);
  }

  /** Stands for a member of a list that has no name of its own. */
  public static final String NAMELESS = "{}";

  /** Members of a JSON list: texts and numbers as they are, {@link #NAMELESS} for each other. */
  public static List<String> list(String json) {
    return JSON.readTree(json)
        .valueStream()
        .map(each -> each.isContainer() ? NAMELESS : each.asString())
        .toList();
  }

  /** Phases as a change of a scenario has them. */
  public static List<Phase> phases(String json) {
    return JSON.readTree(json)
        .valueStream()
        .map(
            each ->
                new Phase(
                    each.get("firstYear").asInt(),
                    each.get("lastYear").asInt(),
                    each.get("budgetUsd").asDouble(),
                    each.path("targetRatio").asDouble(Double.NaN)))
        .toList();
  }

  private static String part(String path, Words words) {
    String[] names = path.split("\\.");
    if (names[0].equals("fairness")) {
      String group = path.substring(names[0].length() + names[1].length() + 2);
      return words.text(
          "ui.field.fairness-of",
          EquityLayerWords.known("ui.scenario.group." + group, group, words));
    }
    String last = names[names.length - 1];
    return switch (names[0]) {
      case "budgetsByCountry" -> words.text("ui.field.budgetsByCountry") + ", " + last;
      case "feeds" -> words.text("ui.feed.of", words.text("ui.layer." + last), names[1]);
      case "institutions" -> words.text("ui.field.institutions-" + last);
      case "levers" -> words.text("lever." + last + ".name");
      case "twoPaths" -> words.text("ui.field.twoPaths-" + last);
      case "marketTerms" -> names[1] + ", " + words.text("term." + last);
      default -> words.has("ui.field." + last) ? words.text("ui.field." + last) : last;
    };
  }
}
