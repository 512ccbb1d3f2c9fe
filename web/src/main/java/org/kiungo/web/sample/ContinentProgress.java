package org.kiungo.web.sample;

import java.util.List;

/**
 * How far the first planning of the continent is.
 *
 * @param paused true while it was asked to wait: then no country runs
 * @param countriesWithPlan countries that have a plan that is not refused, whoever made it
 * @param countries in the order in which they are planned; empty when no candidates are wanted
 */
public record ContinentProgress(
    boolean paused, int countriesWithPlan, List<CountryStage> countries) {

  /**
   * One country's candidate plan.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @param budgetUsd what the plan may cost, by the rule of {@link SampleScenarios}
   * @param planId null until planned; of a plan that is to be deepened, that plan
   * @param gapRatio proven distance to the best possible plan; NaN until planned or without a bound
   */
  public record CountryStage(
      String iso3, Stage stage, double budgetUsd, String planId, double gapRatio) {

    CountryStage at(Stage changed) {
      return new CountryStage(iso3, changed, budgetUsd, planId, gapRatio);
    }
  }

  ContinentProgress withPlans(int countriesWithPlan) {
    return new ContinentProgress(paused, countriesWithPlan, countries);
  }

  /** Countries whose candidate is there. */
  public int getPlanned() {
    return count(Stage.PLANNED);
  }

  /** Countries without a candidate, for reasons that the log tells. */
  public int getFailed() {
    return count(Stage.FAILED);
  }

  public int getTotal() {
    return countries.size();
  }

  /** Countries that have a plan already, which is to become a better one. */
  public int countDeepened() {
    return (int)
        countries.stream()
            .filter(each -> each.planId() != null)
            .filter(each -> each.stage() == Stage.WAITING || each.stage() == Stage.RUNNING)
            .count();
  }

  /** Whether a country's first plan is being made, or waits its turn. */
  public boolean isComing(String iso3) {
    return countries.stream()
        .filter(each -> each.iso3().equals(iso3) && each.planId() == null)
        .anyMatch(each -> each.stage() == Stage.WAITING || each.stage() == Stage.RUNNING);
  }

  private int count(Stage stage) {
    return (int) countries.stream().filter(each -> each.stage() == stage).count();
  }

  /** Those in one stage. */
  public List<CountryStage> at(Stage stage) {
    return countries.stream().filter(each -> each.stage() == stage).toList();
  }
}
