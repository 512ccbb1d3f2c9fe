package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.verify.check.Ledger;
import tools.jackson.databind.JsonNode;

/**
 * What a certificate, or a row of one, says of its bound: that it is what the proof gives, no more
 * and no less, by the method and at the price of the proof. A name or a number beside a proof that
 * is not the proof's own would be believed with it.
 */
final class StatedBound {

  /** Literature name of what {@link ProofReplay} replays. */
  static final String PRICED = "Lagrangian price with Wong's dual ascent, loads charged privately";

  /** Before it where districts are weighed. */
  static final String DISTRICTS = "weighted districts, ";

  /** Behind it where the proof has branches, or a bound without a price. */
  static final String BRANCHED = ", branch and bound";

  /** Behind it where countries have prices of their own. */
  static final String BY_COUNTRY = ", one price a country";

  /** Behind all of it where costs are those of public money. */
  static final String PUBLIC = ", costs as public money";

  private static final double TOLERANCE_RATIO = 1e-9;

  private final boolean most;
  private final List<ProofPrices> prices = new ArrayList<>();
  private double worst = Double.NaN;
  private int branches;

  /**
   * @param most true for a bound from above
   */
  StatedBound(boolean most) {
    this.most = most;
  }

  /** Takes what a branch proves, at its prices per cent of millionths of a person. */
  void branch(double value, ProofPrices price) {
    branch(value);
    prices.add(price);
  }

  /** Takes what a branch proves without a price. */
  void branch(double value) {
    branches++;
    boolean isWorse = Double.isNaN(worst) || (most ? value > worst : value < worst);
    worst = isWorse ? value : worst;
  }

  /** What holds in every branch. */
  double worst() {
    return worst;
  }

  /** Holds method and price against what is stated. */
  void named(JsonNode stated, boolean floor, boolean isPublic, Ledger ledger) {
    String method =
        (floor ? DISTRICTS : "")
            + PRICED
            + (branches > 1 || prices.isEmpty() ? BRANCHED : "")
            + (areByCountry() ? BY_COUNTRY : "")
            + (isPublic ? PUBLIC : "");
    ledger.same("bound.method", "", method, Fields.text(stated, "method"));
    double lambda = Fields.number(stated, "lambdaPeoplePerUsd");
    boolean priced =
        floor || prices.isEmpty()
            ? Double.isNaN(lambda)
            : prices.stream().anyMatch(each -> isSame(usd(each.common()), lambda));
    ledger.holds(
        "bound.price",
        "",
        priced,
        floor || prices.isEmpty() ? "none" : usd(prices.get(0).common()),
        lambda);
    byCountry(stated.path("lambdaByCountryPeoplePerUsd"), ledger);
  }

  private boolean areByCountry() {
    return !prices.isEmpty() && prices.get(0).areByCountry();
  }

  private void byCountry(JsonNode stated, Ledger ledger) {
    Map<String, Double> due = prices.isEmpty() ? Map.of() : prices.get(0).byCountry();
    ledger.same("bound.price", "by country", due.keySet(), Set.copyOf(stated.propertyNames()));
    due.forEach(
        (country, price) -> {
          double found = stated.path(country).asDouble(Double.NaN);
          ledger.holds("bound.price", country, isSame(usd(price), found), usd(price), found);
        });
  }

  private static double usd(double perCent) {
    return perCent * 100 / 1e6;
  }

  private static boolean isSame(double one, double other) {
    return Math.abs(one - other) <= TOLERANCE_RATIO * Math.abs(one);
  }
}
