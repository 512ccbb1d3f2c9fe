package org.kiungo.planner.verify.plan;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.accounts.AccountChecks;
import org.kiungo.planner.verify.accounts.Accounts;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.accounts.CashChecks;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.Coverage;
import org.kiungo.planner.verify.formula.Discounting;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import org.kiungo.planner.verify.read.PartClaim;
import tools.jackson.databind.JsonNode;

/** The plan as a whole: totals, budget, locked choices, and that all files tell the same. */
public final class PlanChecks {

  private final Facts facts;
  private final Claims claims;
  private final Ledger ledger;

  public PlanChecks(Facts facts, Claims claims, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.ledger = ledger;
  }

  public void totals(JsonNode totals, ServiceChecks services, Cost cost) {
    ledger.sum("total.population", "", services.population(), number(totals, "population"));
    ledger.sum(
        "total.people", "", services.people(Status.BASELINE), number(totals, "peopleBaseline"));
    ledger.sum(
        "total.people", "", services.people(Status.STANDARD), number(totals, "peopleServed"));
    ledger.sum("total.people", "", services.people(Status.BASIC), number(totals, "peopleBasic"));
    ledger.sum(
        "total.people", "", services.people(Status.UNSERVED), number(totals, "peopleUnserved"));
    services.today().check(totals.path("today"), ledger);
    transit(totals.path("transit"), services.transit());
    ledger.cost(
        "total.cost",
        "",
        cost,
        new Ledger.Money3(
            number(totals, "capexUsd"),
            number(totals, "opexUsdPerYear"),
            number(totals, "lifetimeCostUsd")));
  }

  /** What traffic costs beyond the nodes is told apart where the catalogue has a price for it. */
  private void transit(JsonNode stated, Cost cost) {
    boolean told = stated.isObject();
    ledger.same("total.transit", "", facts.prices().traffic().areThere(), told);
    if (told) {
      ledger.cost(
          "total.transit",
          "",
          cost,
          new Ledger.Money3(
              0, number(stated, "opexUsdPerYear"), number(stated, "lifetimeCostUsd")));
    }
  }

  /** Public money recomputed from the accounts of every settlement. */
  public double publicMoney(FolderReader reader, JsonNode totals) {
    Accounts accounts = Accounts.of(facts, claims);
    double usd = accounts.publicUsd();
    double stated = number(totals, "viabilityGapUsd");
    // sums of dollars lose a last bit where sums of cents do not
    boolean same = Math.abs(usd - stated) <= 0.001 + accounts.unsureUsd();
    same |= Double.isNaN(usd) && Double.isNaN(stated);
    ledger.holds("total.publicMoney", "", same, usd, stated);
    new AccountChecks(accounts, ledger).check(reader, facts.market(), facts.settlements());
    new CashChecks(accounts, claims, Discounting.of(facts.money()), ledger).check(reader);
    JsonNode cap = facts.scenario().path("publicBudgetUsd");
    double least = usd - accounts.unsureUsd();
    boolean within = !cap.isNumber() || least <= cap.doubleValue();
    ledger.holds("publicBudget", "", within, "≤ " + cap, usd);
    return usd;
  }

  /** The sum that bounds public money is not above what the accounts of this plan say. */
  public void publicSum(BoundMoney money, double publicUsd) {
    Ledger aside = new Ledger();
    Payments payments = new Payments(money.facts(), claims, aside);
    SiteChecks sites = new SiteChecks(money.facts(), claims, payments, aside);
    LinkChecks links = new LinkChecks(money.facts(), claims, sites, payments, aside);
    ServiceChecks services =
        new ServiceChecks(money.facts(), claims, sites, links, payments, aside);
    NodeChecks nodes = new NodeChecks(money.facts(), claims, links, payments, aside);
    Cost cost = services.total().plus(sites.total()).plus(links.total()).plus(nodes.total());
    long forgone = 0;
    for (SettlementService service : claims.services()) {
      forgone += forgoneCents(money, service);
    }
    double leastUsd = money.leastUsd(cost.lifetimeCents() + forgone);
    ledger.holds("publicSum", "", publicUsd >= leastUsd, "≥ " + leastUsd, publicUsd);
  }

  private long forgoneCents(BoundMoney money, SettlementService service) {
    long all = money.facts().forgoneCents().getOrDefault(service.settlementId(), 0L);
    Settlement settlement = money.facts().settlements().get(service.settlementId());
    if (service.parts().isEmpty() || settlement == null) {
      return service.technologyId().isEmpty() ? all : 0;
    }
    PartService seen = service.parts().get(0);
    long lost = all - Coverage.ofSeen(all, PartClaim.seenRatio(facts, settlement, seen));
    return service.parts().get(1).technologyId().isEmpty() ? lost : 0;
  }

  public void budget(Cost cost) {
    double budgetUsd = Fields.number(facts.scenario(), "budgetUsd");
    boolean within = Double.isNaN(budgetUsd) || cost.leastLifetimeUsd() <= budgetUsd;
    ledger.holds("budget", "", within, budgetUsd, cost.lifetimeUsd());
  }

  /** No country spends more than its own cap, where it has one. */
  public void budgetsByCountry() {
    Map<String, Long> spent = spentByCountry();
    boolean one = facts.roads().borders().areOfOneCountry();
    for (var cap : facts.scenario().path("budgetsByCountry").properties()) {
      double usd = Cost.usd(spent.getOrDefault(one ? "" : cap.getKey(), 0L));
      double capUsd = cap.getValue().doubleValue();
      ledger.holds("budget.country", cap.getKey(), usd <= capUsd, "≤ " + capUsd, usd);
    }
  }

  /** Cents by the country where things stand, or where links start towards the network. */
  private Map<String, Long> spentByCountry() {
    Map<String, Long> spent = new HashMap<>();
    BiConsumer<String, Double> add =
        (id, usd) ->
            spent.merge(facts.roads().borders().country(id), Cost.cents(usd), Math::addExact);
    claims.services().forEach(each -> add.accept(each.settlementId(), each.lifetimeCostUsd()));
    claims.sites().forEach(each -> add.accept(each.placeId(), each.lifetimeCostUsd()));
    claims.links().forEach(each -> add.accept(each.fromId(), each.lifetimeCostUsd()));
    claims.second().links().forEach(each -> add.accept(each.fromId(), each.lifetimeCostUsd()));
    claims.upgrades().forEach(each -> add.accept(each.nodeId(), each.lifetimeCostUsd()));
    return spent;
  }

  /** Whoever asked for a share of people gets it; today's service counts. */
  public void target(ServiceChecks services) {
    double share = Fields.number(facts.scenario(), "targetRatio");
    ledger.rule("target");
    if (!Double.isNaN(share)) {
      double people = services.population();
      double served = services.weightedPeople();
      double wanted = facts.wantedPeople();
      ledger.holds("target", "", served >= wanted - 1e-9 * people, "≥ " + wanted, served);
    }
  }

  /** Nobody whom a licence obliges to serve is left out for want of money. */
  public void obligation() {
    ledger.rule("obligation");
    for (SettlementService service : claims.services()) {
      Settlement settlement = facts.settlements().get(service.settlementId());
      if (settlement != null && PlaceLaw.obliges(facts.rules(), settlement)) {
        for (PartService part : service.each()) {
          ledger.holds(
              "obligation",
              service.settlementId(),
              part.reason() != UnservedReason.OVER_BUDGET,
              "served",
              String.valueOf(part.reason()));
        }
      }
    }
  }

  public void locks() {
    ledger.rule("lock");
    Map<String, SettlementService> services = new HashMap<>();
    claims.services().forEach(s -> services.put(s.settlementId(), s));
    Map<String, String> places = new HashMap<>();
    claims.sites().forEach(each -> places.put(each.id(), each.placeId()));
    for (JsonNode lock : facts.scenario().get("locks")) {
      String id = Fields.text(lock, "settlementId");
      String technology = Fields.text(lock, "technologyId");
      boolean forbid = lock.get("forbid").booleanValue();
      SettlementService service = services.get(id);
      List<PartService> each = service == null ? List.of() : service.each();
      if (each.isEmpty()) {
        ledger.holds("lock", id, forbid, technology, "no such settlement");
      }
      // whom a locked technology does not reach is free
      for (PartService part : forbid || each.isEmpty() ? each : each.subList(0, 1)) {
        String found = part.technologyId();
        boolean named = found.equals(technology) || ("*".equals(technology) && !found.isEmpty());
        ledger.holds("lock", id, named != forbid, (forbid ? "not " : "") + technology, found);
        String placeId = lock.path("placeId").asString("");
        if (!placeId.isEmpty() && !forbid) {
          String at = places.getOrDefault(part.siteId(), "");
          ledger.holds("lock", id, at.equals(placeId), "a site at " + placeId, at);
        }
      }
    }
  }

  /** {@code plan.json} names the same decisions in the same order as the other files. */
  public void decisions(FolderReader reader) {
    Iterator<List<String>> services =
        claims.services().stream()
            .flatMap(s -> s.each().stream().map(part -> line(s, part)))
            .filter(line -> !line.get(1).isEmpty())
            .iterator();
    compare(reader, "settlements", services, line -> line);
    compare(reader, "sites", claims.sites().iterator(), PlanChecks::line);
    compare(reader, "links", claims.links().iterator(), PlanChecks::line);
  }

  private <T> void compare(
      FolderReader reader,
      String array,
      Iterator<T> expected,
      java.util.function.Function<T, List<String>> line) {
    ledger.rule("decisions");
    reader.elements(
        "plan.json",
        List.of("decisions", array),
        node -> {
          List<String> found = node.values().stream().map(JsonNode::asString).toList();
          Object asked = expected.hasNext() ? line.apply(expected.next()) : "no more";
          ledger.same("decisions", array, asked, found);
        });
    ledger.holds("decisions", array, !expected.hasNext(), "all of them", "fewer");
  }

  private static List<String> line(SettlementService s, PartService part) {
    List<String> line = List.of(s.settlementId(), part.technologyId(), part.siteId());
    return s.parts().isEmpty()
        ? line
        : Stream.concat(line.stream(), Stream.of(Double.toString(part.shareRatio()))).toList();
  }

  private static List<String> line(AccessSite s) {
    return List.of(s.id(), s.technologyId(), s.placeId());
  }

  private static List<String> line(BuiltLink l) {
    return List.of(l.id(), l.fromId(), l.toId(), l.mediumId());
  }

  private static double number(JsonNode totals, String name) {
    return Fields.number(totals, name);
  }
}
