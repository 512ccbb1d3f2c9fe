package org.kiungo.planner.model.money;

import org.kiungo.planner.model.value.InputRefused;

/**
 * A market term of a country. The name is what files, forms and scenarios call it; unit and range
 * say what may be entered where nobody has published a figure.
 */
public enum EconomicTerm {
  /** Revenue per adopter in the low wealth tier. */
  ARPU_LOW("arpuLowUsdPerMonth", "USD/month", 0, 100),
  /** In the middle tier. */
  ARPU_MIDDLE("arpuMiddleUsdPerMonth", "USD/month", 0, 200),
  /** In the high tier. */
  ARPU_HIGH("arpuHighUsdPerMonth", "USD/month", 0, 500),
  /** Growth of revenue per adopter in constant money, per year. */
  ARPU_GROWTH("arpuGrowthRatio", "ratio per year", -0.2, 0.2),
  /** Taxes, as a share of network cost. */
  TAX("taxRatio", "ratio", 0, 1),
  /** Running the business, as a share of network cost. */
  ADMINISTRATION("administrationRatio", "ratio", 0, 1),
  /** Return the operator asks for beyond the cost of capital, as a share of network cost. */
  MARGIN("marginRatio", "ratio", 0, 1),
  /** Licence for the horizon, per MHz and person covered. */
  SPECTRUM("spectrumUsdPerMhzPop", "USD/MHz/person", 0, 10),
  /** Rate at which operators finance capex, per year. */
  COST_OF_CAPITAL("costOfCapitalRatio", "ratio per year", 0, 1),
  /** Levy for universal service, as a share of revenue. */
  UNIVERSAL_SERVICE_LEVY("universalServiceLevyRatio", "ratio", 0, 1),
  /** Share of that levy which is paid out where money is missing. */
  UNIVERSAL_SERVICE_DISBURSED("universalServiceDisbursedRatio", "ratio", 0, 1),
  /** What visitors of other operators bring, as a share of the operator's own revenue. */
  ROAMING_REVENUE("roamingRevenueRatio", "ratio", 0, 1),
  /** Share of surpluses that operators spend on deficits. */
  CROSS_SUBSIDY("crossSubsidyRatio", "ratio", 0, 1),
  /** Share of capex paid with public money up front. */
  CAPEX_SUBSIDY("capexSubsidyRatio", "ratio", 0, 1),
  /** Share of opex paid with public money. */
  OPEX_SUBSIDY("opexSubsidyRatio", "ratio", 0, 1),
  /** Price of grid energy for business. */
  GRID_TARIFF("gridTariffUsdPerKwh", "USD/kWh", 0, 2),
  /** Price of diesel at the pump. */
  DIESEL("dieselUsdPerLitre", "USD/litre", 0, 10),
  /** What a kilowatt peak of panels gives in the darkest month. */
  SUN("sunKwhPerKwpDay", "kWh/kWp/day", 0.5, 8),
  /** Core, interconnection and transit, in place of what the catalogue has. */
  TRANSIT("transitUsdPerMbpsYear", "USD/Mbps/year", 0, 10_000),
  /** Units of the local currency for a dollar, on a date. */
  LOCAL_CURRENCY("localCurrencyPerUsd", "local currency per USD", 1e-6, 1e9);

  private final String term;
  private final String unit;
  private final double low;
  private final double high;

  EconomicTerm(String term, String unit, double low, double high) {
    this.term = term;
    this.unit = unit;
    this.low = low;
    this.high = high;
  }

  /** Name in files and forms, such as {@code taxRatio}. */
  public String term() {
    return term;
  }

  /** Unit of its figures. */
  public String unit() {
    return unit;
  }

  /** Least value that may be entered. */
  public double low() {
    return low;
  }

  /** Greatest value that may be entered. */
  public double high() {
    return high;
  }

  /**
   * The term of a name.
   *
   * @throws InputRefused {@code term.unknown} naming it and those that exist
   */
  public static EconomicTerm of(String name) {
    for (EconomicTerm each : values()) {
      if (each.term.equals(name)) {
        return each;
      }
    }
    String known =
        String.join(", ", java.util.Arrays.stream(values()).map(EconomicTerm::term).toList());
    throw new InputRefused("term.unknown", "field", "marketTerms", "term", name, "known", known);
  }
}
