package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.policy.Knob;
import org.kiungo.planner.policy.Knob.Kind;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.scenario.Scenario;
import tools.jackson.databind.node.ObjectNode;

/** Scenario documents made at random, against the published schema and against one another. */
class RandomScenariosTest {

  private static final int CASES = 300;

  /** Assumptions by the name under which a comparison lists them, each set to a drawn value. */
  private static final Map<String, BiConsumer<ObjectNode, SplittableRandom>> ASSUMPTIONS =
      new LinkedHashMap<>();

  static {
    number("budgetUsd", 1e6, 1e9);
    number("seconds", 1, 1000);
    ASSUMPTIONS.put("seed", (s, random) -> s.put("seed", random.nextInt(1, 1 << 30)));
    ASSUMPTIONS.put("steps", (s, random) -> s.put("steps", random.nextInt(1, 1 << 20)));
    for (String field : new String[] {"downlinkMbps", "roundTripMs", "overbookingFactor"}) {
      nested("standard", field, 5, 150);
    }
    nested("standard", "adoptionRatio", 0.1, 0.3);
    nested("money", "discountRateRatio", 0.01, 0.2);
    ASSUMPTIONS.put(
        "technologyIds",
        (s, random) -> s.putArray("technologyIds").add("t" + random.nextInt(1 << 30)));
    word("today", "coverage", "IMPORTED_ONLY", "NOT_KNOWN");
    word("today", "fourGCountsAs", "BASIC", "NOTHING");
    for (LeverDescription lever : Levers.all()) {
      if (lever.excludes().isEmpty()
          && Levers.all().stream().noneMatch(o -> o.excludes().contains(lever.id()))) {
        ASSUMPTIONS.put("levers." + lever.id(), (s, random) -> pull(s, lever, random));
      }
    }
    for (String group : new String[] {"rural", "urban"}) {
      ASSUMPTIONS.put(
          "fairness.density." + group,
          (s, random) ->
              s.withArray("fairness")
                  .addObject()
                  .put("layer", "density")
                  .put("group", group)
                  .put("weightRatio", random.nextDouble(1.1, 10)));
    }
    for (String term : new String[] {"taxRatio", "marginRatio", "administrationRatio"}) {
      ASSUMPTIONS.put(
          "marketTerms.KEN." + term,
          (s, random) -> {
            ObjectNode given = s.withArray("marketTerms").addObject();
            given.put("country", "KEN").put("term", term).put("value", random.nextDouble(0.01, 1));
          });
    }
  }

  private static void number(String field, double low, double high) {
    ASSUMPTIONS.put(field, (s, random) -> s.put(field, random.nextDouble(low, high)));
  }

  private static void nested(String object, String field, double low, double high) {
    ASSUMPTIONS.put(
        object + "." + field,
        (s, random) -> s.withObject("/" + object).put(field, random.nextDouble(low, high)));
  }

  private static void word(String object, String field, String... words) {
    ASSUMPTIONS.put(
        object + "." + field,
        (s, random) -> s.withObject("/" + object).put(field, words[random.nextInt(words.length)]));
  }

  /** Settings inside their range and off the neutral one; a yes/no lever can only say no. */
  private static void pull(ObjectNode scenario, LeverDescription lever, SplittableRandom random) {
    ObjectNode pulled = scenario.withArray("levers").addObject();
    pulled.put("id", lever.id());
    for (Knob knob : lever.settings()) {
      if (knob.kind() == Kind.YES_NO) {
        pulled.put(knob.name(), knob.example() == 1);
      } else if (knob.kind() == Kind.WHOLE) {
        pulled.put(knob.name(), random.nextInt((int) knob.low() + 1, (int) knob.high() + 1));
      } else {
        double share = random.nextDouble(0.05, 1);
        pulled.put(knob.name(), knob.low() + share * (knob.high() - knob.low()));
      }
    }
  }

  private static Scenario drawn(TreeSet<String> names, SplittableRandom random) {
    ObjectNode scenario = FolderJson.STRICT.createObjectNode();
    names.forEach(name -> ASSUMPTIONS.get(name).accept(scenario, random));
    return ScenarioFile.read(scenario.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static TreeSet<String> some(SplittableRandom random) {
    TreeSet<String> some = new TreeSet<>();
    ASSUMPTIONS.keySet().stream().filter(name -> random.nextInt(3) == 0).forEach(some::add);
    return some;
  }

  @Test
  void twoScenariosDifferInExactlyTheAssumptionsThatWereChanged() {
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TreeSet<String> kept = some(random);
      TreeSet<String> changed = some(random);
      // what both scenarios say is drawn from the same numbers, what is changed from others
      kept.removeAll(changed);
      Scenario a = drawn(kept, new SplittableRandom(1000 + seed));
      ObjectNode both = FolderJson.STRICT.createObjectNode();
      SplittableRandom same = new SplittableRandom(1000 + seed);
      kept.forEach(name -> ASSUMPTIONS.get(name).accept(both, same));
      changed.forEach(name -> ASSUMPTIONS.get(name).accept(both, random));
      Scenario b = ScenarioFile.read(both.toString().getBytes(StandardCharsets.UTF_8));
      assertThat(Assumptions.between(a, b).changes().stream().map(Change::name))
          .as("seed " + seed)
          .containsExactlyElementsOf(changed);
      assertThat(Assumptions.between(b, b).changes()).isEmpty();
    }
  }

  @Test
  void whatIsWrittenIsValidUnderThePublishedSchemaAndMistakesAreNot() {
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder ->
                    builder.schemaIdResolvers(
                        ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")))
            .getSchema(SchemaLocation.of("https://kiungo.org/schema/scenario.json.schema.json"));
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String json =
          new String(ScenarioFile.write(drawn(some(random), random)), StandardCharsets.UTF_8);
      assertThat(schema.validate(json, InputFormat.JSON)).as("seed " + seed).isEmpty();
    }
    for (String wrong :
        new String[] {
          "{\"budget\": 1}",
          "{\"budgetUsd\": -1}",
          "{\"goal\": \"FAME\"}",
          "{\"levers\": [{\"id\": \"fame\"}]}",
          "{\"fairness\": [{\"layer\": \"density\", \"group\": \"rural\"}]}",
          "{\"levers\": [{\"id\": \"dig-once\", \"savingRatio\": 2}]}",
          "{\"marketTerms\": [{\"country\": \"KEN\", \"term\": \"taxRatio\", \"value\": \"x\"}]}"
        }) {
      assertThat(schema.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
    }
  }
}
