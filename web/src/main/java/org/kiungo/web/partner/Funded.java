package org.kiungo.web.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.partner.Currency;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.PartnerAccount;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.Relaxation;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.project.FairShares;
import org.kiungo.planner.project.Project;
import org.kiungo.web.funding.ConditionWords;
import org.kiungo.web.funding.FundingChange;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.WholePeople;
import org.kiungo.web.plan.document.ProjectState;

/**
 * Who pays for a plan, as programs and pages read it.
 *
 * @param planId the plan, or the one the question was about
 * @param totals sums
 * @param certificate value and bound in weighted people
 * @param laterUsd paid by money that comes after what it pays for is built, USD
 * @param phases in which projects are signed and paid
 * @param payers partners, in the ledger's order
 * @param projects rows of the ledger, by phase, those with most people first
 * @param relaxations what would be funded under fewer conditions, most people first
 * @param shares what districts pay of what several use
 * @param change against the payments before; null where there were none, or nothing was asked
 */
public record Funded(
    String planId,
    FundingResult.Totals totals,
    Certificate certificate,
    double laterUsd,
    List<PhaseYears> phases,
    List<Payer> payers,
    List<Row> projects,
    List<Relaxed> relaxations,
    List<FairShares.Share> shares,
    FundingLoss change) {

  /**
   * A partner and its money.
   *
   * @param instrument as what it gives money, a phrase
   * @param clauses what it asks
   * @param account what becomes of its money
   * @param elsewhere true when its money is for other countries than those of the plan
   * @param source who says so; empty when nobody does
   * @param assumed what of it nobody published
   */
  public record Payer(
      String letter,
      String name,
      String kind,
      String instrument,
      Currency currency,
      List<Envelope> envelopes,
      List<Clause> clauses,
      PartnerAccount account,
      boolean elsewhere,
      String source,
      List<String> assumed) {

    /** All that comes in, USD. */
    public double inUsd() {
      return account.inUsd().stream().mapToDouble(each -> each).sum();
    }

    /** All that is spent, or guaranteed, USD. */
    public double spentUsd() {
      return inUsd() - account.leftUsd();
    }
  }

  /**
   * A condition.
   *
   * @param code as files name it
   * @param sentence in the reader's language
   * @param binds true when more people would be reached without it
   */
  public record Clause(String code, String sentence, boolean binds) {}

  /**
   * A project's row.
   *
   * @param project what it is
   * @param paidUsd by letter of who pays; empty where nobody does
   * @param mayNot letters of those who may not pay for any of its work
   */
  public record Row(ProjectLine project, Map<String, Double> paidUsd, List<String> mayNot) {

    public boolean funded() {
      return !paidUsd.isEmpty();
    }

    /** What each pays of it, 0–1 by letter, rounded so that all of them add up. */
    public Map<String, Double> shares() {
      double[] shares =
          WholePeople.shares(
              paidUsd.values().stream().mapToDouble(usd -> usd / project.costUsd()).toArray());
      Map<String, Double> byLetter = new TreeMap<>();
      paidUsd.keySet().forEach(letter -> byLetter.put(letter, shares[byLetter.size()]));
      return byLetter;
    }
  }

  /**
   * What would be otherwise.
   *
   * @param sentence of the condition that falls; empty where the envelope grows
   */
  public record Relaxed(Relaxation found, String sentence) {}

  /**
   * @param before payments of before the question; null for none
   * @param states how far projects have come, as far as somebody said
   */
  static Funded of(
      String planId,
      PlanFolder folder,
      FundingResult result,
      FundingResult before,
      Map<String, ProjectState> states,
      Words words) {
    Set<String> binding = new HashSet<>();
    List<Relaxed> relaxed = new ArrayList<>();
    for (Relaxation each : result.relaxations()) {
      binding.add(each.partner() + ":" + each.condition());
      relaxed.add(
          new Relaxed(each, sentence(result.partnership().get(each.partner()), each, words)));
    }
    List<Payer> payers = new ArrayList<>();
    List<PartnerAccount> accounts = result.accounts();
    for (int k = 0; k < accounts.size(); k++) {
      Partner partner = result.partnership().partners().get(k);
      payers.add(payer(partner, accounts.get(k), result.countries(), binding, words));
    }
    return new Funded(
        planId,
        result.totals(),
        result.certificate(),
        result.laterUsd(),
        result.phases(),
        payers,
        rows(result, states),
        relaxed,
        FairShares.ofDistricts(folder.problem(), folder.plan()),
        before == null
            ? null
            : FundingLoss.of(FundingChange.between(before, result), before, result, folder));
  }

  private static Payer payer(
      Partner partner,
      PartnerAccount account,
      Set<String> countries,
      Set<String> binding,
      Words words) {
    List<Clause> clauses = new ArrayList<>();
    for (Condition each : partner.conditions()) {
      clauses.add(
          new Clause(
              each.code(),
              ConditionWords.of(each, words),
              binding.contains(partner.letter() + ":" + each.code())));
    }
    return new Payer(
        partner.letter(),
        partner.name(),
        partner.kind().word(),
        ConditionWords.instrument(partner, words),
        partner.currency(),
        partner.envelopes(),
        clauses,
        account,
        partner.isElsewhere(countries),
        partner.source(),
        partner.assumed());
  }

  private static String sentence(Partner partner, Relaxation relaxed, Words words) {
    return partner.conditions().stream()
        .filter(each -> each.code().equals(relaxed.condition()))
        .findFirst()
        .map(each -> ConditionWords.of(each, words))
        .orElse("");
  }

  private static List<Row> rows(FundingResult result, Map<String, ProjectState> states) {
    Map<String, Map<String, Long>> ledger = result.ledger();
    List<Row> rows = new ArrayList<>();
    List<ProjectLine> lines = ProjectLine.of(result.projects(), states);
    for (Project each : result.projects()) {
      Map<String, Double> paid = new TreeMap<>();
      ledger
          .getOrDefault(each.id(), Map.of())
          .forEach((letter, cents) -> paid.put(letter, cents / 100.0));
      List<String> mayNot =
          result.partnership().partners().stream()
              .filter(partner -> !result.partnership().mayPay(partner, each))
              .map(Partner::letter)
              .toList();
      rows.add(new Row(lines.get(rows.size()), paid, mayNot));
    }
    rows.sort(
        Comparator.comparingInt((Row r) -> r.project().phase())
            .thenComparing(r -> !r.funded())
            .thenComparingDouble(r -> -r.project().people())
            .thenComparing(r -> r.project().id()));
    return rows;
  }
}
