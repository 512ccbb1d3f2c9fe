package org.kiungo.geodata.layer;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.table.NumberText;

/**
 * What an area of floods, seasons or other hazards means for new sites.
 *
 * @param closed true where none may be built
 * @param costRatio what building one costs over what it costs elsewhere, ≥ 1
 */
public record HazardEffect(boolean closed, double costRatio) {

  /** A ratio beyond is a percentage or a mistake. */
  private static final double MOST = 10;

  private static final Pattern CLOSED =
      Pattern.compile(
          "(?i)clos|ban|forbid|prohib|ferm|interdi|fechad|proibid|cerrad|مغلق|ممنوع|imefungwa");

  /**
   * What two columns say: a word that closes, or a ratio, which may stand in either of them.
   *
   * @return empty where neither says anything that can be used
   */
  public static Optional<HazardEffect> of(String effect, String costRatio) {
    if (CLOSED.matcher(effect).find() && !CellWords.deny(effect)) {
      return Optional.of(new HazardEffect(true, 1));
    }
    String told = costRatio.isEmpty() ? effect : costRatio;
    // nothing from 1 to 10 has thousands: a comma is a point
    double ratio = NumberText.of(told.replace(',', '.'), false).value();
    return ratio >= 1 && ratio <= MOST
        ? Optional.of(new HazardEffect(false, ratio))
        : Optional.empty();
  }
}
