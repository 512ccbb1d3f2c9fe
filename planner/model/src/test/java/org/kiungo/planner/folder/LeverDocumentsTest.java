package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.policy.Knob;
import org.kiungo.planner.policy.Knob.Kind;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The scenario schema and the page on levers say what the levers' records say. Run with {@code
 * -Dkiungo.write=true} to write both anew after a record has changed.
 */
class LeverDocumentsTest {

  private static final Path SCHEMA = Path.of("src/main/resources/schema/scenario.json.schema.json");
  private static final Path PAGE = Path.of("docs/levers.md");

  private static void same(Path file, String expected) throws IOException {
    if (Boolean.getBoolean("kiungo.write")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, expected);
    }
    assertThat(Files.readString(file)).isEqualTo(expected);
  }

  @Test
  void theSchemaNamesEveryLeverAndTerm() throws IOException {
    ObjectNode schema = (ObjectNode) FolderJson.STRICT.readTree(Files.readString(SCHEMA));
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties
        .putObject("schemaVersion")
        .put("type", "integer")
        .put("description", "version of this schema that the file follows; absent = the latest")
        .put("minimum", 1)
        .put("maximum", ScenarioFile.SCHEMA_VERSION);
    ObjectNode levers = properties.putObject("levers");
    levers.put("type", "array").put("description", "levers of policy, each at most once");
    ArrayNode kinds = levers.putObject("items").putArray("oneOf");
    Levers.all().forEach(lever -> kinds.add(schema(lever)));
    ObjectNode terms = properties.putObject("marketTerms");
    terms
        .put("type", "array")
        .put("description", "figures given where nobody has published one, or in its place");
    ArrayNode each = terms.putObject("items").putArray("oneOf");
    for (EconomicTerm term : EconomicTerm.values()) {
      each.add(schema(term));
    }
    properties.set("fairness", fairness());
    same(
        SCHEMA,
        FolderJson.STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
  }

  private static ObjectNode fairness() {
    ObjectNode weights = FolderJson.STRICT.createObjectNode().put("type", "array");
    weights.put("description", "what people of some groups count in the objective; others count 1");
    ObjectNode weight = weights.putObject("items").put("type", "object");
    ObjectNode properties = weight.putObject("properties");
    properties
        .putObject("layer")
        .put("type", "string")
        .put("description", "country, district, density, or a column of the settlements");
    properties
        .putObject("group")
        .put("type", "string")
        .put("description", "ISO3, ISO3/district, rural or urban, or what the column says");
    properties
        .putObject("weightRatio")
        .put("type", "number")
        .put("minimum", EquityWeight.LOWEST)
        .put("maximum", EquityWeight.HIGHEST);
    weight.putArray("required").add("layer").add("group").add("weightRatio");
    weight.put("additionalProperties", false);
    return weights;
  }

  private static ObjectNode schema(LeverDescription lever) {
    ObjectNode object = FolderJson.STRICT.createObjectNode().put("type", "object");
    object.put(
        "description",
        lever.group().name().toLowerCase(java.util.Locale.ROOT)
            + "; changes "
            + String.join(", ", lever.changes())
            + "; "
            + lever.source());
    ObjectNode properties = object.putObject("properties");
    properties.putObject("id").put("const", lever.id());
    ArrayNode required = object.putArray("required").add("id");
    for (Knob knob : lever.settings()) {
      ObjectNode setting = properties.putObject(knob.name());
      if (knob.kind() == Kind.YES_NO) {
        setting.put("type", "boolean");
      } else {
        setting.put("type", knob.kind() == Kind.WHOLE ? "integer" : "number");
        setting.put("minimum", knob.low()).put("maximum", knob.high());
      }
      setting.put("description", knob.unit() + "; neutral " + text(knob, knob.neutral()));
      required.add(knob.name());
    }
    return object.put("additionalProperties", false);
  }

  private static ObjectNode schema(EconomicTerm term) {
    ObjectNode object = FolderJson.STRICT.createObjectNode().put("type", "object");
    ObjectNode properties = object.putObject("properties");
    properties.putObject("country").put("type", "string").put("pattern", "^[A-Z]{3}$");
    properties.putObject("term").put("const", term.term());
    properties
        .putObject("value")
        .put("type", "number")
        .put("description", term.unit())
        .put("minimum", term.low())
        .put("maximum", term.high());
    properties
        .putObject("asOf")
        .put("type", "string")
        .put("description", "date of the figure, ISO 8601; empty when it does not matter")
        .put("pattern", "^(\\d{4}-\\d{2}-\\d{2})?$");
    object.putArray("required").add("country").add("term").add("value");
    return object.put("additionalProperties", false);
  }

  private static String text(Knob knob, double value) {
    return knob.kind() == Kind.YES_NO
        ? value == 1 ? "yes" : "no"
        : value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  @Test
  void thePageListsEveryLever() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append("# Policy levers\n\n")
        .append("Made from the levers' records (`LeverDocumentsTest` keeps it so). ")
        .append("A lever turns the facts of a planning question into other facts; at its neutral ")
        .append(
            "setting nothing changes, and a scenario leaves it out, so that plans are the same byte ")
        .append("for byte. Levies, payouts and subsidies come on top of what is in force. Levers ")
        .append(
            "are applied by heading, then id, whatever the order in a file; two that do not exclude one another give the same ")
        .append("facts in either order, but for the rounding of fractions. *Assumed*: no source ")
        .append("gives the range. What each changes in plans of four countries, and why not where ")
        .append("it changes nothing: [policy benchmarks](../../lab/docs/policy-benchmarks.md).\n\n")
        .append("| heading | lever | setting | unit | range | neutral | example | changes |")
        .append(" effect of the example | not with | source |\n")
        .append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (LeverDescription lever : Levers.all()) {
      for (Knob knob : lever.settings()) {
        page.append(
            row(
                lever.group().name().toLowerCase(java.util.Locale.ROOT),
                "`" + lever.id() + "`",
                "`" + knob.name() + "`",
                knob.unit(),
                text(knob, knob.low()) + " – " + text(knob, knob.high()),
                text(knob, knob.neutral()),
                text(knob, knob.example()),
                String.join(", ", lever.changes()),
                lever.effect().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                String.join(", ", lever.excludes()),
                lever.source() + (lever.assumed() ? " (*assumed*)" : "")));
      }
    }
    same(PAGE, page.toString());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
