package org.kiungo.planner.partner.condition;

import java.util.List;

/**
 * Pays only where one of other partners pays for the same project too.
 *
 * @param partners letters
 */
public record OnlyWith(List<String> partners) implements Condition {
  public OnlyWith {
    partners = Stated.some("partners", partners);
  }

  @Override
  public List<String> oneOf() {
    return partners;
  }
}
