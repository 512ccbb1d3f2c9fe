package org.kiungo.planner.verify.law;

import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.InstitutionRule;
import org.kiungo.planner.model.PlaceRules;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.formula.PeopleServed;

/** What rules say of one place. */
public final class PlaceLaw {

  /** People per km² from which a place is urban: towns and cities of the Degree of Urbanisation. */
  private static final double URBAN_PEOPLE_PER_KM2 = 300;

  private PlaceLaw() {}

  /**
   * What a person counts: the weights of all groups he is in, multiplied, and what the institutions
   * of his place count, divided among its people.
   */
  public static double weight(PlaceRules rules, Settlement s) {
    double weight = 1;
    for (EquityWeight each : rules.equity()) {
      if (each.group().equals(group(each.layer(), s))) {
        weight *= each.weightRatio();
      }
    }
    for (InstitutionRule each : rules.institutions()) {
      if (each.weightPeople() > 0 && s.population() > 0) {
        weight += each.weightPeople() * count(each, s) / s.population();
      }
    }
    return weight;
  }

  private static String group(String layer, Settlement s) {
    switch (layer) {
      case "country":
        return s.country();
      case "district":
        return s.district().isEmpty() ? null : s.country() + "/" + s.district();
      case "density":
        if (Double.isNaN(s.areaKm2())) {
          return null;
        }
        boolean urban = !(s.population() < URBAN_PEOPLE_PER_KM2 * s.areaKm2());
        return urban ? "urban" : "rural";
      default:
        return s.attributes().get(layer);
    }
  }

  /** Institutions of some kinds at a place. */
  public static long count(InstitutionRule rule, Settlement s) {
    long count = 0;
    for (String column : rule.columns()) {
      count += Long.parseLong(s.attributes().getOrDefault(column, "0"));
    }
    return count;
  }

  /** True where somebody without service must get it, by a licence or for what stands there. */
  public static boolean obliges(PlaceRules rules, Settlement s) {
    if (PeopleServed.below(s) == 0) {
      return false;
    }
    boolean large = rules.obligedFromPeople() > 0 && s.population() >= rules.obligedFromPeople();
    return large
        || rules.institutions().stream()
            .anyMatch(each -> each.mustBeServed() && count(each, s) > 0);
  }
}
