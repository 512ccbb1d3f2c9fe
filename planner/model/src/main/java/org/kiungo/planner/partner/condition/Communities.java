package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.Work;

/**
 * Pays only in members of these regional economic communities; a country whose membership is not
 * known is none.
 *
 * @param communities abbreviations, such as ECOWAS
 */
public record Communities(List<String> communities) implements Condition {
  public Communities {
    communities = Stated.some("communities", communities);
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return standing.communities().stream().anyMatch(communities::contains);
  }
}
