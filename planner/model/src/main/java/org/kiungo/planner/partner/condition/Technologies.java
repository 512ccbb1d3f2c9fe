package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Work;

/**
 * Of access, pays for these technologies only.
 *
 * @param technologies ids of the catalogue
 */
public record Technologies(List<String> technologies) implements Condition {
  public Technologies {
    technologies = Stated.some("technologies", technologies);
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return work.layer() != NetworkLayer.ACCESS || technologies.contains(work.equipment());
  }
}
