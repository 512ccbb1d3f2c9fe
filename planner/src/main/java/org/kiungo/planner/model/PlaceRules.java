package org.kiungo.planner.model;

/**
 * Rules that hold at some places and not at others.
 *
 * @param ruralOperators operators who share all of a site where few people live, ≥ 1; 1 = none
 * @param ruralBelowPeoplePerKm2 density below which a settlement counts as rural
 * @param obligedFromPeople settlements of at least so many people must be served; 0 = no obligation
 */
public record PlaceRules(
    int ruralOperators, double ruralBelowPeoplePerKm2, double obligedFromPeople) {

  /** No rule at all. */
  public static final PlaceRules NONE = new PlaceRules(1, 300, 0);

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
