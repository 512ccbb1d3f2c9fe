package org.kiungo.planner.folder;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scenario as JSON: fields are the record's components, absent ones take their defaults, unknown
 * ones are refused by name.
 */
public final class ScenarioFile {

  /**
   * What a scenario says that says nothing: most people, no budget cap, the documented defaults.
   */
  public static final Scenario DEFAULT = ScenarioBuilder.builder().build();

  /** Version of {@code scenario.json.schema.json}; files of an earlier one are read as well. */
  public static final int SCHEMA_VERSION = 3;

  private static final String VERSION = "schemaVersion";

  /** Not written where there are no hubs; what is left out of it takes its default too. */
  private static final String TWO_PATHS = "twoPaths";

  private ScenarioFile() {}

  /**
   * Reads a scenario; {@code null} counts as absent.
   *
   * @param json UTF-8 text of one JSON object
   * @throws InputRefused {@code scenario.json} when the text is no JSON object, {@code
   *     scenario.unknownField} and {@code scenario.value} naming the field
   */
  public static Scenario read(byte[] json) {
    try {
      JsonNode given = FolderJson.STRICT.readTree(json);
      if (!(given instanceof ObjectNode)) {
        throw new InputRefused("scenario.json", "problem", new InputRefused("json.object"));
      }
      version(((ObjectNode) given).remove(VERSION));
      ObjectNode merged = FolderJson.STRICT.valueToTree(DEFAULT);
      if (given.has(TWO_PATHS)) {
        merged.set(TWO_PATHS, FolderJson.STRICT.valueToTree(TwoPaths.NONE));
      }
      overlay(merged, given);
      return FolderJson.STRICT.treeToValue(merged, Scenario.class);
    } catch (InputRefused refused) {
      throw refused;
    } catch (UnrecognizedPropertyException e) {
      throw new InputRefused("scenario.unknownField", "field", Unreadable.path(e));
    } catch (DatabindException e) {
      if (e.getCause() instanceof InputRefused refused) {
        throw refused;
      }
      throw new InputRefused("scenario.value", "field", Unreadable.path(e), "problem", problem(e));
    } catch (JacksonException e) {
      throw new InputRefused("scenario.json", "problem", Unreadable.problem(e));
    }
  }

  /** UTF-8 text, indented, ending in a line break; says which version of the schema it follows. */
  public static byte[] write(Scenario scenario) {
    ObjectNode whole = FolderJson.STRICT.createObjectNode().put(VERSION, SCHEMA_VERSION);
    whole.setAll((ObjectNode) FolderJson.STRICT.valueToTree(scenario));
    return TextFiles.pretty(whole);
  }

  private static void version(JsonNode given) {
    boolean known =
        given == null
            || given.isNull()
            || given.isInt() && given.intValue() >= 1 && given.intValue() <= SCHEMA_VERSION;
    if (!known) {
      throw new InputRefused(
          "field.range", "field", VERSION, "value", given, "low", 1, "high", SCHEMA_VERSION);
    }
  }

  private static void overlay(ObjectNode defaults, JsonNode given) {
    for (var field : given.properties()) {
      JsonNode old = defaults.get(field.getKey());
      if (old instanceof ObjectNode nested && field.getValue() instanceof ObjectNode) {
        overlay(nested, field.getValue());
      } else if (old == null || !field.getValue().isNull()) {
        defaults.set(field.getKey(), field.getValue());
      }
    }
  }

  /** What fits the field, or what its own rules say is wrong. */
  private static String problem(DatabindException e) {
    if (e.getCause() != null) {
      return line(e.getCause());
    }
    Class<?> fits = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    if (fits == null) {
      return line(e);
    }
    if (fits.isEnum()) {
      return Arrays.stream(fits.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", "));
    }
    Map<Class<?>, String> examples =
        Map.of(double.class, "1.5", int.class, "2", long.class, "42", boolean.class, "true, false");
    boolean list = Collection.class.isAssignableFrom(fits);
    return examples.getOrDefault(fits, list ? "[…]" : fits == String.class ? "\"…\"" : "{…}");
  }

  private static String line(Throwable e) {
    return e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
  }
}
