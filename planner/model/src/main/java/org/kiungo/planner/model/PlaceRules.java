package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * Rules that hold at some places and not at others.
 *
 * @param ruralOperators operators who share all of a site where few people live, ≥ 1; 1 = none
 * @param ruralBelowPeoplePerKm2 density below which a settlement counts as rural
 * @param obligedFromPeople settlements of at least so many people must be served; 0 = no obligation
 * @param equity what a person counts in the objective, by group
 * @param institutions what schools, clinics and others count there, and whether they must be served
 * @param closedBorders true where no link may cross from one country into another
 * @param serviceAbroadUsdPerYear what each place pays that a site in another country serves; NaN =
 *     a site serves its own country alone
 */
@RecordBuilder
public record PlaceRules(
    int ruralOperators,
    double ruralBelowPeoplePerKm2,
    double obligedFromPeople,
    List<EquityWeight> equity,
    List<InstitutionRule> institutions,
    boolean closedBorders,
    double serviceAbroadUsdPerYear)
    implements PlaceRulesBuilder.With {

  /** No rule at all. */
  public static final PlaceRules NONE =
      new PlaceRules(1, 300, 0, List.of(), List.of(), false, Double.NaN);

  public PlaceRules {
    equity = List.copyOf(equity);
    institutions = List.copyOf(institutions);
  }

  /** The same weights; nobody need be served. */
  public PlaceRules withoutObligations() {
    return withObligedFromPeople(0)
        .withInstitutions(
            institutions.stream()
                .map(each -> new InstitutionRule(each.columns(), each.weightPeople(), false))
                .toList());
  }

  /**
   * What a person of a settlement counts in the objective; 1 without weights. The institutions of a
   * place count with its people: of those that stand where half have service, half have it.
   */
  public double weightRatio(Settlement settlement) {
    double ratio = 1;
    for (EquityWeight each : equity) {
      ratio *= each.covers(settlement) ? each.weightRatio() : 1;
    }
    for (InstitutionRule each : institutions) {
      if (each.weightPeople() > 0 && settlement.population() > 0) {
        ratio += each.weightPeople() * each.count(settlement) / settlement.population();
      }
    }
    return ratio;
  }

  /**
   * True where a licence obliges operators to serve, or a goal asks for whatever stands there; only
   * people not served yet count.
   */
  public boolean obliges(Settlement settlement) {
    return settlement.unservedPopulation() > 0
        && (obligedFromPeople > 0 && settlement.population() >= obligedFromPeople
            || institutions.stream()
                .anyMatch(each -> each.mustBeServed() && each.count(settlement) > 0));
  }

  /** True where a shared rural network stands. */
  public boolean sharesAt(Settlement place) {
    return ruralOperators > 1 && place.population() < ruralBelowPeoplePerKm2 * place.areaKm2();
  }

  /**
   * A technology as one operator pays for it at a place: its share of everything on the site where
   * a shared rural network stands. Of a settlement of unknown area, and of a tower away from
   * settlements, nothing says that it is rural. What is built where building costs more is bought
   * at that price, its energy as elsewhere.
   *
   * @param place where the site stands; null = an existing tower
   */
  public AccessTechnology at(Settlement place, AccessTechnology technology) {
    boolean shared = place != null && sharesAt(place);
    AccessTechnology paid =
        shared ? technology.withSiteCosts(f -> f.times(1.0 / ruralOperators)) : technology;
    return place != null && place.siteCostRatio() > 1
        ? paid.withSiteCapex(f -> f.times(place.siteCostRatio()))
        : paid;
  }
}
