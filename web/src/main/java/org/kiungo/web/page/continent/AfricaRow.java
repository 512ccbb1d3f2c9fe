package org.kiungo.web.page.continent;

import org.kiungo.web.country.Country;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.sample.Stage;
import org.kiungo.web.today.CountryToday;

/**
 * A country in the table and on the map of Africa.
 *
 * @param name in the page's language
 * @param today who has 4G there
 * @param stage where its candidate plan stands; null when none is being made
 * @param plan the plan that stands for it, null without any
 * @param refused whether there are plans, and each is refused
 */
record AfricaRow(
    Country country,
    String name,
    CountryToday today,
    Stage stage,
    PlanSummary plan,
    boolean refused) {

  public String iso3() {
    return country.iso3();
  }

  /** Whether today's figures of this row are not those that its plan rests on. */
  public boolean onOtherData() {
    return plan != null && country.planOnOtherData();
  }

  /** People whom the plan brings to standard or basic service; NaN without a plan. */
  public double peopleGained() {
    return plan == null ? Double.NaN : plan.peopleGained();
  }
}
