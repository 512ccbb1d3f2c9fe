package org.kiungo.web.funding;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.Condition;

/** Partners who leave, and conditions that fall. */
public final class Falling {

  private Falling() {}

  /**
   * The partners without what leaves or falls.
   *
   * @param without partners by name or letter, conditions as {@code letter:rule}
   * @throws InputRefused {@code partners.none} or {@code fund.rule} naming those there are
   */
  public static Partnership without(Partnership before, List<String> without) {
    Partnership now = before;
    for (String each : without) {
      int colon = each.indexOf(':');
      if (colon < 0) {
        now = now.without(now.get(each.strip()));
      } else {
        Partner partner = now.get(each.substring(0, colon).strip());
        now = now.with(partner.without(condition(partner, each.substring(colon + 1).strip())));
      }
    }
    return now;
  }

  private static Condition condition(Partner partner, String rule) {
    List<Condition> all = partner.conditions();
    return all.stream()
        .filter(c -> c.code().equals(rule))
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefused(
                    "fund.rule",
                    "partner",
                    partner.name(),
                    "rule",
                    rule,
                    "known",
                    String.join(", ", all.stream().map(Condition::code).toList())));
  }
}
