package org.kiungo.planner.partner.condition;

import java.util.List;

/**
 * Every dollar of the partner draws on the envelope of a guarantor, who pays nothing itself. A
 * guarantor stands for one partner.
 *
 * @param partner letter of a partner whose instrument is a guarantee
 * @param coverRatio of each payment that is guaranteed, above 0 to 1
 */
public record GuaranteedBy(String partner, double coverRatio) implements Condition {
  public GuaranteedBy {
    Stated.some("partner", partner == null ? List.of() : List.of(partner));
    Stated.ratio("coverRatio", coverRatio);
    if (coverRatio == 0) {
      throw Stated.refused("coverRatio", coverRatio, "> 0");
    }
  }
}
