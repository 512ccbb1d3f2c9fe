package org.kiungo.planner.model;

import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Technologies that share a colour, a symbol and a place in legends, as their family's file states
 * it. Colour is never the only carrier: symbol and letter say the same.
 *
 * @param id file name in the registry: lower-case letters, digits and hyphens
 * @param name English name; other languages come from the message bundles under {@code
 *     ui.family.<id>}
 * @param order place in legends, ascending; families of the same place go by id
 * @param symbol SVG path about (0, 0), within −9 to 9 both ways
 * @param letter stands for the family in text, one letter or sign
 * @param colour on the light map, {@code #RRGGBB}
 * @param darkColour on the dark map, {@code #RRGGBB}
 * @param licenceExempt true for networks of fixed antennas and the like, which the lever
 *     licence-exempt-bands frees of licences
 * @param viaGateway true when traffic comes down at a gateway that may stand far away, so that
 *     round trips depend on where it stands
 * @param todaysTechnology the member that those who are served today are taken to use where no plan
 *     says it: near the backbone one that needs backhaul, beyond it one that stands free; null when
 *     this family has none
 */
public record TechnologyFamily(
    String id,
    String name,
    int order,
    String symbol,
    String letter,
    String colour,
    String darkColour,
    boolean licenceExempt,
    boolean viaGateway,
    String todaysTechnology) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PATH = Pattern.compile("[Mm][MmLlHhVvCcSsQqTtAaZz0-9 ,.\\-]+");
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  public TechnologyFamily {
    require(ID, "id", id, "leo");
    require(Pattern.compile("\\S.*"), "name", name, "Low-orbit satellite");
    require(PATH, "symbol", symbol, "M-6-6H6V6H-6z");
    require(Pattern.compile("\\S"), "letter", letter, "L");
    require(COLOUR, "colour", colour, "#0072B2");
    require(COLOUR, "darkColour", darkColour, "#3F9FDB");
  }

  private static void require(Pattern pattern, String key, String value, String example) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw new InputRefused(
          "family.value", "key", key, "value", String.valueOf(value), "example", example);
    }
  }
}
