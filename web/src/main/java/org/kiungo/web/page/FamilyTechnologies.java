package org.kiungo.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;

/**
 * The technologies that share one colour and symbol.
 *
 * @param family as in the catalogue
 * @param technologies its members
 */
record FamilyTechnologies(String family, List<AccessTechnology> technologies) {

  /** Families that have members, in legend order. */
  static List<FamilyTechnologies> of(Catalogue catalogue) {
    return PlanView.FAMILIES.stream()
        .map(family -> new FamilyTechnologies(family, members(catalogue, family)))
        .filter(each -> !each.technologies().isEmpty())
        .toList();
  }

  private static List<AccessTechnology> members(Catalogue catalogue, String family) {
    return catalogue.technologies().stream().filter(each -> each.family().equals(family)).toList();
  }

  /** Their identities, comma-separated, as the API's technology filter takes them. */
  public String ids() {
    return technologies.stream().map(AccessTechnology::id).collect(Collectors.joining(","));
  }
}
