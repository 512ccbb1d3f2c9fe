package org.kiungo.web.doubt;

import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.language.NamedPlaces;
import org.kiungo.web.plan.PlanContent;

/**
 * A place of a plan in doubt.
 *
 * @param settlementId of the problem
 * @param name shown to users, empty when it has none
 * @param near the nearest named place where this one has no name, null otherwise
 * @param lon degrees east
 * @param lat degrees north
 * @param modelled true when population or place is modelled
 * @param population residents; NaN when not known
 * @param futures in the plans made for so many futures it gets service
 * @param kind always, nearly, depends or never
 * @param planned true when the plan in doubt serves it
 * @param peopleGained whom the plan in doubt adds there
 * @param technologyId what serves it in most of those plans; empty where none does
 * @param technologyRatio share of those plans in which it is that one, 0–1; NaN where none does
 * @param decisiveLayer what tells best in which plans it is; empty where nothing does
 */
public record PlaceInDoubt(
    String settlementId,
    String name,
    NamedPlaces.Near near,
    double lon,
    double lat,
    boolean modelled,
    double population,
    int futures,
    String kind,
    boolean planned,
    double peopleGained,
    String technologyId,
    double technologyRatio,
    String decisiveLayer) {

  static PlaceInDoubt of(PlaceRow row, PlanContent.Place place, PlanContent plan) {
    Settlement at = place.settlement();
    return new PlaceInDoubt(
        at.id(),
        at.name(),
        at.name().isEmpty() ? plan.nearest(at.location()) : null,
        at.location().lon(),
        at.location().lat(),
        at.modelled(),
        at.population(),
        row.futures(),
        row.kind(),
        row.planned(),
        place.service().peopleServed(),
        row.technologyId(),
        row.technologyRatio(),
        row.decisiveLayer());
  }
}
