package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.Work;

/**
 * Pays in these countries only.
 *
 * @param countries ISO 3166-1 alpha-3
 */
public record Countries(List<String> countries) implements Condition {
  public Countries {
    countries = Stated.some("countries", countries);
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return countries.contains(work.country());
  }
}
