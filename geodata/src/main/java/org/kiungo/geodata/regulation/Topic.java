package org.kiungo.geodata.regulation;

/** What a fact is about, in the order in which countries are compared. */
public enum Topic {
  /** Mobile brands in operation: an upper bound of the operators. */
  MOBILE_BRANDS(false),
  REGULATOR(false),
  REGULATOR_WEBSITE(false),
  /** Generation of regulation by the ITU's tracker, G1 to G5. */
  REGULATION_GENERATION(false),
  LICENCE_SYSTEM(true),
  /** Classes of licences as the law or the regulator names them. */
  LICENCE_CLASSES(false),
  EXCLUSIVE_RIGHTS(true),
  GATEWAY(true),
  LANDING(true),
  /** Terms on which others may use a landing. */
  ACCESS(true),
  RIGHT_OF_WAY(true),
  RIGHT_OF_WAY_FEE(false),
  INFRASTRUCTURE_SHARING(true),
  NATIONAL_ROAMING(true),
  /** Who holds how much mobile spectrum. */
  SPECTRUM_HOLDING(false),
  SPECTRUM_CAP(true),
  /** What awards brought, spread over their years. */
  SPECTRUM_PAID(false),
  UNIVERSAL_SERVICE_FUND(false),
  /** What operators pay into the fund; without a lower end the figure is the most. */
  UNIVERSAL_SERVICE_LEVY(true),
  DATA_LAW(false),
  /** Who sees to the data law. */
  DATA_AUTHORITY(false),
  MALABO_CONVENTION(true),
  HEALTH_DATA(true),
  GOVERNMENT_DATA(true),
  EDUCATION_DATA(true),
  FINANCE_DATA(true),
  GENERAL_DATA(true);

  private final boolean coded;

  Topic(boolean coded) {
    this.coded = coded;
  }

  /** True when a value is one of a few words that mean the same everywhere, not a name. */
  public boolean isCoded() {
    return coded;
  }
}
