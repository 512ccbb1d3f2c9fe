package org.kiungo.planner.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.GuaranteedBy;
import org.kiungo.planner.partner.condition.ResultsBased;
import org.kiungo.planner.project.Project;

/**
 * What becomes of one partner's money.
 *
 * @param letter of the partner
 * @param inUsd that comes in each phase
 * @param spentUsd paid in each phase; of a guarantor what is guaranteed
 * @param leftUsd not used at the end
 * @param projects it pays for a part of
 * @param othersUsdPerUsd what others pay for those projects for each of its dollars; NaN when it
 *     pays nothing
 * @param people of those projects, weighted, by its share of their cost
 * @param peoplePerUsd the same for each of its dollars; NaN when it pays nothing
 * @param onResultsUsd paid on proof of service
 * @param grantElementUsd what of it is a gift
 * @param debtService interest and repayment by year, from the year after the money comes; none of
 *     what is no loan
 */
public record PartnerAccount(
    String letter,
    List<Double> inUsd,
    List<Double> spentUsd,
    double leftUsd,
    int projects,
    double othersUsdPerUsd,
    double people,
    double peoplePerUsd,
    double onResultsUsd,
    double grantElementUsd,
    List<YearAmount> debtService) {

  /** An amount of one year, USD. */
  public record YearAmount(int year, double usd) {}

  /**
   * @param dated false as folders of before had it: loans paid out when their phase begins
   */
  static PartnerAccount of(Partner partner, FundingResult result, boolean dated) {
    Map<String, Project> byId = new HashMap<>();
    result.projects().forEach(each -> byId.put(each.id(), each));
    long[] in = partner.centsByPhase(result.phases());
    long[] spent = result.spentCents(partner);
    long others = 0;
    double people = 0;
    int projects = 0;
    for (Map.Entry<String, Map<String, Long>> row : result.ledger().entrySet()) {
      Project project = byId.get(row.getKey());
      long own = row.getValue().getOrDefault(partner.letter(), 0L);
      if (own > 0) {
        projects++;
        others += project.costCents() - own;
        people +=
            (project.peopleServed() + result.basicWeight() * project.peopleBasic())
                * own
                / project.costCents();
      }
    }
    double paidUsd = AssetCost.usd(sum(spent));
    long[] used = partner.instrument().pays() ? spent : guaranteed(partner, result, byId);
    return new PartnerAccount(
        partner.letter(),
        usd(in),
        usd(used),
        AssetCost.usd(sum(in) - sum(used)),
        projects,
        AssetCost.usd(others) / paidUsd,
        people,
        people / paidUsd,
        cents(paidUsd * onResultsRatio(partner)),
        cents(paidUsd * partner.instrument().grantElementRatio()),
        debtService(
            partner.instrument(),
            dated
                ? Draws.of(partner, spent, result.phases())
                : Draws.inFirstYears(spent, result.phases())));
  }

  /** Cents that a guarantor stands for by phase, each payment rounded up. */
  private static long[] guaranteed(
      Partner guarantor, FundingResult result, Map<String, Project> byId) {
    Map<String, Double> cover = new HashMap<>();
    for (Partner each : result.partnership().partners()) {
      for (Condition condition : each.conditions()) {
        if (condition instanceof GuaranteedBy by && by.partner().equals(guarantor.letter())) {
          cover.put(each.letter(), by.coverRatio());
        }
      }
    }
    double[] drawn = new double[result.phases().size()];
    for (Payment each : result.payments()) {
      drawn[byId.get(each.projectId()).phase() - 1] +=
          each.cents() * cover.getOrDefault(each.partner(), 0.0);
    }
    long[] cents = new long[drawn.length];
    for (int t = 0; t < drawn.length; t++) {
      cents[t] = Math.round(drawn[t]);
    }
    return cents;
  }

  private static double onResultsRatio(Partner partner) {
    double ratio = 0;
    for (Condition condition : partner.conditions()) {
      ratio = Math.max(ratio, condition instanceof ResultsBased on ? on.shareRatio() : 0);
    }
    return ratio;
  }

  private static List<YearAmount> debtService(Instrument instrument, Draws draws) {
    double[] service = instrument.debtService();
    Map<Integer, Double> byYear = new TreeMap<>();
    draws
        .centsByYear()
        .forEach(
            (drawn, cents) -> {
              for (int year = 0; year < service.length; year++) {
                byYear.merge(drawn + 1 + year, AssetCost.usd(cents) * service[year], Double::sum);
              }
            });
    List<YearAmount> amounts = new ArrayList<>();
    byYear.forEach((year, usd) -> amounts.add(new YearAmount(year, cents(usd))));
    return amounts;
  }

  private static double cents(double usd) {
    return AssetCost.usd(AssetCost.cents(usd));
  }

  private static long sum(long[] cents) {
    long sum = 0;
    for (long each : cents) {
      sum += each;
    }
    return sum;
  }

  private static List<Double> usd(long[] cents) {
    List<Double> usd = new ArrayList<>();
    for (long each : cents) {
      usd.add(AssetCost.usd(each));
    }
    return usd;
  }
}
