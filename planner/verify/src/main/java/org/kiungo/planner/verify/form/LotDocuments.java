package org.kiungo.planner.verify.form;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import tools.jackson.databind.JsonNode;

/**
 * What registries are told of lots: each of them once and no other, as a project with its lifetime
 * cost; what is neither built nor signed in a tender with what it costs to build.
 */
final class LotDocuments {

  private static final String RULE = "lots.documents";

  private LotDocuments() {}

  static void check(String name, JsonNode document, Lots lots, Ledger ledger) {
    boolean projects = document.has("projects");
    JsonNode tender = document.path("releases").path(0).path("tender");
    JsonNode told = projects ? document.path("projects") : tender.path("lots");
    List<Lot> due = new ArrayList<>(lots.lots());
    if (!projects) {
      due.removeIf(each -> each.state() != Lot.State.PLANNED);
      long cents = due.stream().mapToLong(each -> Cost.cents(each.cost().capexUsd())).sum();
      ledger.same(RULE, name, cents, Cost.cents(tender.path("value").path("amount").asDouble(-1)));
    }
    ledger.same(RULE, name, due.size(), told.size());
    for (int k = 0; k < Math.min(due.size(), told.size()); k++) {
      Lot lot = due.get(k);
      JsonNode each = told.get(k);
      String where = name + " " + lot.id();
      String id = each.path("id").asString("");
      boolean own = id.equals(lot.id()) || id.endsWith("-" + lot.id());
      ledger.holds(RULE, where, own, lot.id(), id);
      boolean project = each.has("budget");
      JsonNode money = project ? each.path("budget").path("amount") : each.path("value");
      double usd = project ? lot.cost().lifetimeUsd() : lot.cost().capexUsd();
      long cents = Cost.cents(money.path("amount").asDouble(-1));
      ledger.same(RULE, where, Cost.cents(usd), cents);
      ledger.same(RULE, where, lot.name(), each.path("title").asString(""));
    }
  }
}
