package org.kiungo.planner.catalogue;

import java.util.regex.Pattern;
import org.kiungo.planner.model.value.InputRefused;

/**
 * How links of a medium are shown to others, as its look's file states it. Colour is never the only
 * carrier: dashes and width say the same.
 *
 * @param id the medium's
 * @param colour on the light map and in files for map programs, {@code #RRGGBB}
 * @param darkColour on the dark map, {@code #RRGGBB}
 * @param widthPx of the line on the map, 0.5–6 CSS pixels
 * @param dash lengths of dashes and gaps in CSS pixels, separated by blanks; empty = a solid line
 * @param transmissionMedium its code in the Open Fibre Data Standard, whose list is closed; empty =
 *     the standard has none
 */
public record MediumLook(
    String id,
    String colour,
    String darkColour,
    double widthPx,
    String dash,
    String transmissionMedium) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final Pattern DASH = Pattern.compile("(\\d{1,2}( \\d{1,2})+)?");
  private static final Pattern TRANSMISSION = Pattern.compile("(fibre|microwave|copper|coaxial)?");

  public MediumLook {
    transmissionMedium = transmissionMedium == null ? "" : transmissionMedium;
    require(ID, "id", id, "fibre");
    require(COLOUR, "colour", colour, "#0072B2");
    require(COLOUR, "darkColour", darkColour, "#3F9FDB");
    require(DASH, "dash", dash, "5 4");
    require(TRANSMISSION, "transmissionMedium", transmissionMedium, "microwave");
    if (!(widthPx >= 0.5 && widthPx <= 6)) {
      throw refusal("widthPx", String.valueOf(widthPx), "2.2");
    }
  }

  private static void require(Pattern pattern, String key, String value, String example) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw refusal(key, String.valueOf(value), example);
    }
  }

  private static InputRefused refusal(String key, String value, String example) {
    return new InputRefused("medium-look.value", "key", key, "value", value, "example", example);
  }
}
