package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.Work;

/**
 * Pays in these districts only.
 *
 * @param districts names as the plan has them
 */
public record Districts(List<String> districts) implements Condition {
  public Districts {
    districts = Stated.some("districts", districts);
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return districts.contains(work.district());
  }
}
