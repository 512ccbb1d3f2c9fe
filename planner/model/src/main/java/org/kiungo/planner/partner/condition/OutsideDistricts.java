package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.Work;

/**
 * Pays everywhere but in these districts.
 *
 * @param districts names as the plan has them
 */
public record OutsideDistricts(List<String> districts) implements Condition {
  public OutsideDistricts {
    districts = Stated.some("districts", districts);
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return !districts.contains(work.district());
  }
}
