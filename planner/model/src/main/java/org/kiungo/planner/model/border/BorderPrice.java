package org.kiungo.planner.model.border;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a link across some borders costs beside its length and its ends; as {@code border/*.yaml}
 * has it. Renewed with the link.
 *
 * @param id of its file
 * @param name shown to users
 * @param pairs borders as {@link #border} names them; empty = all that no other file names
 * @param media ids of those that it is the price of; empty = all that no other file of the same
 *     pairs names
 * @param capexUsd permits, regeneration and the fibre pair to the other side, of each link
 * @param opexUsdPerYear second licence and upkeep, of each link
 * @param delayYears until the permits are there
 */
@RecordBuilder
public record BorderPrice(
    String id,
    String name,
    List<String> pairs,
    List<String> media,
    Figure capexUsd,
    Figure opexUsdPerYear,
    Figure delayYears)
    implements BorderPriceBuilder.With {

  public BorderPrice {
    pairs = pairs == null ? List.of() : List.copyOf(pairs);
    media = media == null ? List.of() : List.copyOf(media);
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

  /**
   * How exactly this speaks of a medium across a border: of the border by name before of any, and
   * there of the medium by name before of all.
   *
   * @return 0 where it says nothing of it
   */
  public int fits(String border, String mediumId) {
    boolean spoken =
        (pairs.isEmpty() || pairs.contains(border))
            && (media.isEmpty() || media.contains(mediumId));
    return spoken ? 1 + (pairs.isEmpty() ? 0 : 2) + (media.isEmpty() ? 0 : 1) : 0;
  }

  /** The same at prices times factors. */
  public BorderPrice times(double capexFactor, double opexFactor) {
    return with()
        .capexUsd(capexUsd.times(capexFactor))
        .opexUsdPerYear(opexUsdPerYear.times(opexFactor))
        .build();
  }
}
