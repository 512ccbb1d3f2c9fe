package org.kiungo.planner.partner.condition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Income groups of the World Bank, the poorest first.
 *
 * @see <a href="https://datahelpdesk.worldbank.org/knowledgebase/articles/906519">World Bank
 *     Country and Lending Groups</a>
 */
public enum IncomeGroup {
  LOW,
  LOWER_MIDDLE,
  UPPER_MIDDLE,
  HIGH;

  /** As files write it: {@code lower-middle}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its word, or as the World Bank writes it ({@code Lower middle income}). */
  public static Optional<IncomeGroup> find(String text) {
    String word =
        text == null
            ? ""
            : text.toLowerCase(Locale.ROOT).replace(" income", "").strip().replace(' ', '-');
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
