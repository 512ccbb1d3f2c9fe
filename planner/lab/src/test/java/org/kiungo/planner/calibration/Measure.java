package org.kiungo.planner.calibration;

import java.util.function.ToDoubleFunction;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;

/** What a deployment's report and a plan can both say. */
enum Measure {
  CAPEX_USD_PER_SITE(
      "USD of everything a site", built -> built.totals().capexUsd() / built.masts()),
  SITE_CAPEX_USD(
      "USD a mast with its equipment",
      built -> built.plans().mapToDouble(Measure::siteCapexUsd).sum() / built.masts()),
  CAPEX_USD_PER_PERSON(
      "USD of capex a person", built -> built.totals().capexUsd() / built.people()),
  LIFETIME_USD_PER_PERSON(
      "USD over ten years a person", built -> built.totals().lifetimeCostUsd() / built.people()),
  PEOPLE_PER_SITE("people a mast", built -> built.peopleAtSites() / built.masts()),
  USERS_PER_HOTSPOT(
      "users a hot spot", built -> built.peopleAtSites() * built.adoptionRatio() / built.units()),
  FIBRE_KM_PER_MILLION_PEOPLE(
      "km of fibre a million people", built -> built.fibreKm() / built.people() * 1e6),
  FIBRE_USD_PER_ROUTE_KM("USD a kilometre of route", built -> perKm(built.fibre()));

  /** So long a trunk that its ends hardly count. */
  private static final double TRUNK_KM = 100;

  final String words;
  private final ToDoubleFunction<Built> of;

  Measure(String words, ToDoubleFunction<Built> of) {
    this.words = words;
    this.of = of;
  }

  double of(Built built) {
    return of.applyAsDouble(built);
  }

  private static double siteCapexUsd(Plan plan) {
    return plan.sites().stream().mapToDouble(Plan.AccessSite::capexUsd).sum();
  }

  private static double perKm(Medium fibre) {
    return LinkCost.firstSystemCapexUsd(fibre, TRUNK_KM) / (TRUNK_KM * fibre.routeFactor().value());
  }
}
