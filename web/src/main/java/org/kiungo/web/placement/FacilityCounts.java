package org.kiungo.web.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kiungo.geodata.reference.facility.BuiltInFacilities;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.institution.InstitutionKind;

/**
 * What Kiungo carries of the institutions that use e-services.
 *
 * @param healthSites clinics and hospitals
 * @param schools of both levels
 * @param withoutHealthSites countries where cities stand in for them, ISO 3166-1 alpha-3
 * @param withoutSchools likewise for schools
 */
public record FacilityCounts(
    long healthSites, long schools, List<String> withoutHealthSites, List<String> withoutSchools) {

  static final FacilityCounts NONE = new FacilityCounts(0, 0, List.of(), List.of());

  /** Of some countries together. */
  public static FacilityCounts builtIn(Collection<String> countries) {
    List<InstitutionKind> kinds = CatalogueReader.builtInInstitutions();
    long allHealth = 0;
    long allSchools = 0;
    List<String> noHealth = new ArrayList<>();
    List<String> noSchools = new ArrayList<>();
    for (String iso3 : countries) {
      long health = 0;
      long schools = 0;
      for (BuiltInFacilities.Layer layer : BuiltInFacilities.of(iso3)) {
        InstitutionKind kind =
            kinds.stream()
                .filter(each -> each.id().equals(layer.kindId()))
                .findFirst()
                .orElseThrow();
        health += kind.isOf("clinic") ? layer.places().size() : 0;
        schools += kind.isOf("school") ? layer.places().size() : 0;
      }
      allHealth += health;
      allSchools += schools;
      if (health == 0) {
        noHealth.add(iso3);
      }
      if (schools == 0) {
        noSchools.add(iso3);
      }
    }
    return new FacilityCounts(allHealth, allSchools, noHealth, noSchools);
  }
}
