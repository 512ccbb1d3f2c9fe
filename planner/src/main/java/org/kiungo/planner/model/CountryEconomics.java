package org.kiungo.planner.model;

/**
 * Market terms of a country. A term that nobody has published is {@code null}: screens ask for it,
 * and what depends on it is reported as not known.
 *
 * @param country ISO 3166-1 alpha-3
 * @param arpuLowUsdPerMonth revenue per adopter in the low wealth tier
 * @param arpuMiddleUsdPerMonth in the middle tier
 * @param arpuHighUsdPerMonth in the high tier
 * @param taxRatio on network cost, 0–1
 * @param administrationRatio of network cost, 0–1
 * @param marginRatio return on network cost beyond the cost of capital, 0–1
 * @param spectrumUsdPerMhzPop licence for the horizon, per MHz and person covered
 * @param costOfCapitalRatio at which operators finance capex, per year, 0–1
 * @param universalServiceLevyRatio of revenue, 0–1
 * @param crossSubsidyRatio share of surpluses that operators spend on deficits, 0–1
 * @param capexSubsidyRatio share of capex paid with public money up front, 0–1
 * @param opexSubsidyRatio share of opex paid with public money, 0–1
 */
public record CountryEconomics(
    String country,
    Figure arpuLowUsdPerMonth,
    Figure arpuMiddleUsdPerMonth,
    Figure arpuHighUsdPerMonth,
    Figure taxRatio,
    Figure administrationRatio,
    Figure marginRatio,
    Figure spectrumUsdPerMhzPop,
    Figure costOfCapitalRatio,
    Figure universalServiceLevyRatio,
    Figure crossSubsidyRatio,
    Figure capexSubsidyRatio,
    Figure opexSubsidyRatio) {
  /** The same terms with another taxRatio. */
  public CountryEconomics withTaxRatio(Figure changed) {
    return new CountryEconomics(
        country,
        arpuLowUsdPerMonth,
        arpuMiddleUsdPerMonth,
        arpuHighUsdPerMonth,
        changed,
        administrationRatio,
        marginRatio,
        spectrumUsdPerMhzPop,
        costOfCapitalRatio,
        universalServiceLevyRatio,
        crossSubsidyRatio,
        capexSubsidyRatio,
        opexSubsidyRatio);
  }

  /** The same terms with another spectrumUsdPerMhzPop. */
  public CountryEconomics withSpectrumUsdPerMhzPop(Figure changed) {
    return new CountryEconomics(
        country,
        arpuLowUsdPerMonth,
        arpuMiddleUsdPerMonth,
        arpuHighUsdPerMonth,
        taxRatio,
        administrationRatio,
        marginRatio,
        changed,
        costOfCapitalRatio,
        universalServiceLevyRatio,
        crossSubsidyRatio,
        capexSubsidyRatio,
        opexSubsidyRatio);
  }

  /** The same terms with another universalServiceLevyRatio. */
  public CountryEconomics withUniversalServiceLevyRatio(Figure changed) {
    return new CountryEconomics(
        country,
        arpuLowUsdPerMonth,
        arpuMiddleUsdPerMonth,
        arpuHighUsdPerMonth,
        taxRatio,
        administrationRatio,
        marginRatio,
        spectrumUsdPerMhzPop,
        costOfCapitalRatio,
        changed,
        crossSubsidyRatio,
        capexSubsidyRatio,
        opexSubsidyRatio);
  }

  /** The same terms with another capexSubsidyRatio. */
  public CountryEconomics withCapexSubsidyRatio(Figure changed) {
    return new CountryEconomics(
        country,
        arpuLowUsdPerMonth,
        arpuMiddleUsdPerMonth,
        arpuHighUsdPerMonth,
        taxRatio,
        administrationRatio,
        marginRatio,
        spectrumUsdPerMhzPop,
        costOfCapitalRatio,
        universalServiceLevyRatio,
        crossSubsidyRatio,
        changed,
        opexSubsidyRatio);
  }

  /** The same terms with another opexSubsidyRatio. */
  public CountryEconomics withOpexSubsidyRatio(Figure changed) {
    return new CountryEconomics(
        country,
        arpuLowUsdPerMonth,
        arpuMiddleUsdPerMonth,
        arpuHighUsdPerMonth,
        taxRatio,
        administrationRatio,
        marginRatio,
        spectrumUsdPerMhzPop,
        costOfCapitalRatio,
        universalServiceLevyRatio,
        crossSubsidyRatio,
        capexSubsidyRatio,
        changed);
  }
}
