package org.kiungo.planner.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.project.Project;

/**
 * Who pays for what, and what is proven about it.
 *
 * @param projects all of the plan's
 * @param partnership who may pay
 * @param phases of the programme
 * @param basicWeight what a person with basic service counts, 0–1
 * @param payments of funded projects, by project in their order, partner and work
 * @param certificate value and bound in weighted people
 * @param prices of money at which the bound was found
 * @param relaxations what would be funded under fewer conditions, most people first
 */
public record FundingResult(
    List<Project> projects,
    Partnership partnership,
    List<PhaseYears> phases,
    double basicWeight,
    List<Payment> payments,
    Certificate certificate,
    List<RowPrice> prices,
    List<Relaxation> relaxations) {

  /**
   * Sums.
   *
   * @param projects of the plan
   * @param projectsFunded paid in full
   * @param costUsd of the plan
   * @param fundedUsd paid
   * @param peopleServed brought to the standard by funded projects
   * @param peopleBasic brought to basic service by them
   * @param peopleNotFunded people of the plan, either way, whose projects nobody pays
   */
  public record Totals(
      int projects,
      int projectsFunded,
      double costUsd,
      double fundedUsd,
      double peopleServed,
      double peopleBasic,
      double peopleNotFunded) {}

  /** Cents by project and partner. */
  public Map<String, Map<String, Long>> ledger() {
    Map<String, Map<String, Long>> ledger = new TreeMap<>();
    for (Payment each : payments) {
      ledger
          .computeIfAbsent(each.projectId(), id -> new TreeMap<>())
          .merge(each.partner(), each.cents(), Long::sum);
    }
    return ledger;
  }

  /** Ids of projects that are paid in full; of those that cost nothing, once what they need is. */
  public Set<String> funded() {
    Set<String> funded = new TreeSet<>(ledger().keySet());
    for (boolean more = true; more; ) {
      more = false;
      for (Project each : projects) {
        if (each.costCents() == 0 && funded.containsAll(each.requires())) {
          more |= funded.add(each.id());
        }
      }
    }
    return funded;
  }

  /** Countries in which its projects stand, ISO 3166-1 alpha-3. */
  public Set<String> countries() {
    Set<String> countries = new TreeSet<>();
    projects.forEach(each -> each.works().keySet().forEach(work -> countries.add(work.country())));
    return countries;
  }

  public Totals totals() {
    Set<String> paid = funded();
    int funded = 0;
    double served = 0;
    double basic = 0;
    double left = 0;
    long cost = 0;
    for (Project each : projects) {
      cost += each.costCents();
      if (paid.contains(each.id())) {
        funded++;
        served += each.peopleServed();
        basic += each.peopleBasic();
      } else {
        left += each.peopleServed() + each.peopleBasic();
      }
    }
    long cents = payments.stream().mapToLong(Payment::cents).sum();
    return new Totals(
        projects.size(), funded, AssetCost.usd(cost), AssetCost.usd(cents), served, basic, left);
  }

  /** What became of every partner's money, in the partnership's order. */
  public List<PartnerAccount> accounts() {
    return accounts(true);
  }

  /** As folders of before had them: loans paid out when their phase begins, whenever they come. */
  public List<PartnerAccount> olderAccounts() {
    return accounts(false);
  }

  private List<PartnerAccount> accounts(boolean dated) {
    List<PartnerAccount> accounts = new ArrayList<>();
    for (Partner each : partnership.partners()) {
      accounts.add(PartnerAccount.of(each, this, dated));
    }
    return accounts;
  }

  /** Cents that a partner pays in each phase. */
  long[] spentCents(Partner partner) {
    Map<String, Integer> phaseOf = new HashMap<>();
    projects.forEach(each -> phaseOf.put(each.id(), each.phase()));
    long[] spent = new long[phases.size()];
    for (Payment each : payments) {
      if (each.partner().equals(partner.letter())) {
        spent[phaseOf.get(each.projectId()) - 1] += each.cents();
      }
    }
    return spent;
  }

  /**
   * What is paid by money of later years than the one in which its phase builds, USD. Whoever
   * builds must bridge it, which no cost of the plan counts.
   */
  public double laterUsd() {
    long cents = 0;
    for (Partner each : partnership.partners()) {
      cents += Draws.of(each, spentCents(each), phases).laterCents();
    }
    return AssetCost.usd(cents);
  }

  /** The same with what fewer conditions would bring. */
  public FundingResult with(List<Relaxation> found) {
    return new FundingResult(
        projects, partnership, phases, basicWeight, payments, certificate, prices, found);
  }
}
