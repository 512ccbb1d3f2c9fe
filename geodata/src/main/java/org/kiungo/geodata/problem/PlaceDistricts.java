package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.Settlement;

/** Districts of settlements whose rows name none: by where they lie in their country. */
final class PlaceDistricts {

  private final Reference reference;
  private final Set<String> countries;

  PlaceDistricts(Reference reference) {
    this.reference = reference;
    countries = reference.countries().stream().map(CountryFacts::iso3).collect(Collectors.toSet());
  }

  /** The settlements in the same order; a place outside its country's land stays without. */
  List<Settlement> of(List<Settlement> settlements) {
    List<Settlement> located = new ArrayList<>(settlements.size());
    for (Settlement each : settlements) {
      boolean asked = each.district().isEmpty() && countries.contains(each.country());
      String district =
          asked
              ? reference
                  .findDistrict(each.country(), each.location())
                  .map(District::name)
                  .orElse("")
              : each.district();
      located.add(asked ? each.withDistrict(district) : each);
    }
    return located;
  }
}
