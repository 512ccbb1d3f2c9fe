package org.kiungo.planner.partner.condition;

import java.util.List;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Work;

/**
 * Of links, pays for these media only.
 *
 * @param media ids of the catalogue
 */
public record Media(List<String> media) implements Condition {
  public Media {
    media = Stated.some("media", media);
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return work.layer() == NetworkLayer.ACCESS
        || work.equipment().equals(Work.NODE)
        || media.contains(work.equipment());
  }
}
