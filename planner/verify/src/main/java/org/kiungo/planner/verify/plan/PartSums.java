package org.kiungo.planner.verify.plan;

import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;

/** What parts of a settlement's people should have together, held against what is stated. */
final class PartSums {

  private double people;
  private long bps;
  private Cost cost = Cost.ZERO;

  /** The service of the part with most people served, of equals the first. */
  private PartService main;

  private Status status;
  private double mostPeople;

  void left(PartService stated, Status now) {
    main = stated;
    status = now;
  }

  void served(PartService stated, Status now, double gained, long demandBps, Cost own) {
    main = stated;
    status = now;
    people = gained;
    mostPeople = gained;
    bps = demandBps;
    cost = own;
  }

  void add(PartSums part) {
    if (main == null || part.people > mostPeople) {
      main = part.main;
      status = part.status;
      mostPeople = part.people;
    }
    people += part.people;
    bps += part.bps;
    cost = cost.plus(part.cost);
  }

  boolean isServed() {
    return main != null && !main.technologyId().isEmpty();
  }

  Cost cost() {
    return cost;
  }

  /** Holds what is stated for one part against these; nothing where that is no technology. */
  void check(String id, PartService stated, Ledger ledger) {
    if (main == null) {
      return;
    }
    ledger.same("status", id, status, stated.status());
    ledger.about("people", id, people, stated.peopleServed());
    ledger.same("demand", id, bps, SiteChecks.bps(stated.demandMbps()));
    ledger.cost(
        "settlement.cost",
        id,
        cost,
        new Ledger.Money3(stated.capexUsd(), stated.opexUsdPerYear(), stated.lifetimeCostUsd()));
  }

  /** Holds what is stated for the settlement against these. */
  void check(String id, SettlementService stated, Ledger ledger) {
    check(id, stated.whole(), ledger);
    if (main != null && !stated.parts().isEmpty()) {
      ledger.same("service.parts", id, main.technologyId(), stated.technologyId());
      ledger.same("service.parts", id, main.siteId(), stated.siteId());
      ledger.about("service.parts", id, main.roundTripMs(), stated.roundTripMs());
    }
  }
}
