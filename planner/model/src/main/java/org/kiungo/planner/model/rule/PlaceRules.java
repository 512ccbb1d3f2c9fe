package org.kiungo.planner.model.rule;

import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;

/**
 * Rules that hold at some places and not at others.
 *
 * @param ruralOperators operators who share all of a site where few people live, ≥ 1; 1 = none
 * @param ruralBelowPeoplePerKm2 density below which a settlement counts as rural
 * @param obligedFromPeople settlements of at least so many people must be served; 0 = no obligation
 * @param equity what a person counts in the objective, by group
 */
public record PlaceRules(
    int ruralOperators,
    double ruralBelowPeoplePerKm2,
    double obligedFromPeople,
    List<EquityWeight> equity) {

  /** No rule at all. */
  public static final PlaceRules NONE = new PlaceRules(1, 300, 0, List.of());

  public PlaceRules {
    equity = List.copyOf(equity);
  }

  /** The same rules, rural sites shared by other operators. */
  public PlaceRules withRuralOperators(int operators) {
    return new PlaceRules(operators, ruralBelowPeoplePerKm2, obligedFromPeople, equity);
  }

  /** The same rules with another obligation. */
  public PlaceRules withObligedFromPeople(double people) {
    return new PlaceRules(ruralOperators, ruralBelowPeoplePerKm2, people, equity);
  }

  /** The same rules under other weights. */
  public PlaceRules withEquity(List<EquityWeight> weights) {
    return new PlaceRules(ruralOperators, ruralBelowPeoplePerKm2, obligedFromPeople, weights);
  }

  /** What a person of a settlement counts in the objective; 1 without weights. */
  public double weightRatio(Settlement settlement) {
    double ratio = 1;
    for (EquityWeight each : equity) {
      ratio *= each.covers(settlement) ? each.weightRatio() : 1;
    }
    return ratio;
  }

  /** True where a licence obliges operators to serve; only people not served yet count. */
  public boolean obliges(Settlement settlement) {
    return obligedFromPeople > 0
        && settlement.unservedPopulation() > 0
        && settlement.population() >= obligedFromPeople;
  }

  /** True where a shared rural network stands. */
  public boolean sharesAt(Settlement place) {
    return ruralOperators > 1 && place.population() < ruralBelowPeoplePerKm2 * place.areaKm2();
  }

  /**
   * A technology as one operator pays for it at a place: its share of everything on the site where
   * a shared rural network stands. Of a settlement of unknown area, and of a tower away from
   * settlements, nothing says that it is rural.
   *
   * @param place where the site stands; null = an existing tower
   */
  public AccessTechnology at(Settlement place, AccessTechnology technology) {
    boolean shared = place != null && sharesAt(place);
    return shared ? technology.withSiteCosts(f -> f.times(1.0 / ruralOperators)) : technology;
  }
}
