package org.kiungo.planner.model.border;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.InputRefused;

/**
 * What a link across some borders costs beside its length and its ends; as {@code border/*.yaml}
 * has it. Renewed with the link.
 *
 * @param id of its file
 * @param name shown to users
 * @param pairs borders as {@link #border} names them; empty = all that no other file names
 * @param capexUsd permits, regeneration and the fibre pair to the other side, of each link
 * @param opexUsdPerYear second licence and upkeep, of each link
 * @param delayYears until the permits are there
 */
@RecordBuilder
public record BorderPrice(
    String id,
    String name,
    List<String> pairs,
    Figure capexUsd,
    Figure opexUsdPerYear,
    Figure delayYears)
    implements BorderPriceBuilder.With {

  public BorderPrice {
    pairs = pairs == null ? List.of() : List.copyOf(pairs);
    for (String each : pairs) {
      if (!each.matches("[A-Z]{3}-[A-Z]{3}") || each.compareTo(border(each)) != 0) {
        throw new InputRefused("border.pair", "pair", each);
      }
    }
    if (capexUsd == null || opexUsdPerYear == null || delayYears == null) {
      throw new InputRefused("border.figure", "id", String.valueOf(id));
    }
  }

  private static String border(String pair) {
    return border(pair.substring(0, 3), pair.substring(4));
  }

  /** The name of the border of two countries: both codes, the first of the alphabet first. */
  public static String border(String iso3, String other) {
    return iso3.compareTo(other) < 0 ? iso3 + "-" + other : other + "-" + iso3;
  }

  /** The same at prices times factors. */
  public BorderPrice times(double capexFactor, double opexFactor) {
    return with()
        .capexUsd(capexUsd.times(capexFactor))
        .opexUsdPerYear(opexUsdPerYear.times(opexFactor))
        .build();
  }
}
