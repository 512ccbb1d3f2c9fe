package org.kiungo.planner.finance;

/**
 * What serving a place costs an operator and brings in, present value in cents.
 *
 * @param id settlement or region
 * @param networkCents its own share, its demand's share of sites and of links
 * @param capitalCents what financing capex costs beyond the discount rate
 * @param administrationCents running the business
 * @param taxCents on the network
 * @param levyCents universal service levy on revenue
 * @param spectrumCents licences
 * @param marginCents return the operator asks for
 * @param subsidyCents public money given before any gap is looked at
 * @param revenueCents from adopters
 */
public record Account(
    String id,
    long networkCents,
    long capitalCents,
    long administrationCents,
    long taxCents,
    long levyCents,
    long spectrumCents,
    long marginCents,
    long subsidyCents,
    long revenueCents) {

  /** Everything the operator has to recover, before subsidy. */
  public long costCents() {
    return networkCents
        + capitalCents
        + administrationCents
        + taxCents
        + levyCents
        + spectrumCents
        + marginCents;
  }

  /** Revenue and subsidy beyond cost; negative when something is missing. */
  public long balanceCents() {
    return revenueCents + subsidyCents - costCents();
  }

  /** Missing money before cross-subsidy: the viability gap. */
  public long gapCents() {
    return Math.max(0, -balanceCents());
  }

  /** Money to spare before cross-subsidy. */
  public long surplusCents() {
    return Math.max(0, balanceCents());
  }

  /** Sum of two accounts under a name. */
  public Account plus(Account other, String name) {
    return new Account(
        name,
        networkCents + other.networkCents,
        capitalCents + other.capitalCents,
        administrationCents + other.administrationCents,
        taxCents + other.taxCents,
        levyCents + other.levyCents,
        spectrumCents + other.spectrumCents,
        marginCents + other.marginCents,
        subsidyCents + other.subsidyCents,
        revenueCents + other.revenueCents);
  }

  /** An account without any entry. */
  public static Account empty(String id) {
    return new Account(id, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
