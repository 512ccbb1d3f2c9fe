package org.kiungo.geodata.reference.facts;

/**
 * A published range of a telecom price, fee or rate.
 *
 * @param iso3 country, or {@code AFRICA} for the whole continent
 * @param indicator arpu, diesel_price, fibre_cost_per_km, fibre_project_cost_per_km,
 *     grid_price_business, leo_monthly_price, leo_terminal_price, mobile_operators,
 *     profit_tax_model, rural_light_site, solar_yield, spectrum_auction_paid, spectrum_fee,
 *     tower_site_4g_greenfield, wacc
 * @param low lower end
 * @param high upper end, equal to the lower when one figure is published
 * @param unit as USD/month, USD/litre, USD/MHz/pop, %
 * @param note how it was derived, empty when as published
 * @param evidence source and confidence
 */
public record EconomicFigure(
    String iso3,
    String indicator,
    double low,
    double high,
    String unit,
    String note,
    Evidence evidence) {

  /** Code of rows that speak of the whole continent. */
  public static final String CONTINENT = "AFRICA";

  /** True when no national figure was found and the continental range stands in. */
  public boolean isContinental() {
    return iso3.equals(CONTINENT);
  }
}
