package org.kiungo.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;

/**
 * The technologies that share one colour and symbol.
 *
 * @param family id of a registered family
 * @param technologies its members
 */
record FamilyTechnologies(String family, List<AccessTechnology> technologies) {

  /** Families that have members, in legend order. */
  static List<FamilyTechnologies> of(Catalogue catalogue) {
    return TechnologyFamilies.builtIn().inLegendOrder().stream()
        .map(each -> new FamilyTechnologies(each.id(), members(catalogue, each.id())))
        .filter(each -> !each.technologies().isEmpty())
        .toList();
  }

  private static List<AccessTechnology> members(Catalogue catalogue, String family) {
    TechnologyFamilies families = TechnologyFamilies.builtIn();
    return catalogue.technologies().stream()
        .filter(each -> families.shown(each.family()).id().equals(family))
        .toList();
  }

  /** Their identities, comma-separated, as the API's technology filter takes them. */
  public String ids() {
    return technologies.stream().map(AccessTechnology::id).collect(Collectors.joining(","));
  }
}
