package org.kiungo.planner.partner.condition;

import java.util.List;

/**
 * Does not pay for a project that certain other partners pay for.
 *
 * @param partners letters
 */
public record NotWith(List<String> partners) implements Condition {
  public NotWith {
    partners = Stated.some("partners", partners);
  }

  @Override
  public List<String> noneOf() {
    return partners;
  }
}
