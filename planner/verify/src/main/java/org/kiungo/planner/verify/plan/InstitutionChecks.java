package org.kiungo.planner.verify.plan;

import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.InstitutionRule;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.law.PlaceLaw;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * Schools, clinics and others counted anew: what each place is said to take for them, how many have
 * a place, and what they have under the plan.
 */
public final class InstitutionChecks {

  private static final String FILE = "institutions.json";

  private final Facts facts;
  private final Claims claims;
  private final Ledger ledger;

  public InstitutionChecks(Facts facts, Claims claims, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.ledger = ledger;
  }

  /**
   * Holds the folder's institutions against its places; without any, no place may take for them.
   */
  public void check(FolderReader reader) {
    JsonNode kinds = reader.has(FILE) ? reader.document(FILE).get("kinds") : null;
    for (Settlement each : facts.settlements().values()) {
      double stated = Double.isNaN(each.institutionMbps()) ? 0 : each.institutionMbps();
      if (kinds != null || stated > 0) {
        ledger.about("institution.demand", each.id(), expected(each, kinds), stated);
      }
    }
    if (kinds != null) {
      for (JsonNode kind : kinds) {
        check(kind, reader.document(FILE).get("totals"));
      }
      goals(reader.document(FILE).get("goals"));
    }
  }

  private static double expected(Settlement settlement, JsonNode kinds) {
    double mbps = 0;
    for (JsonNode each : kinds == null ? java.util.List.<JsonNode>of() : kinds) {
      JsonNode kind = each.get("kind");
      mbps +=
          count(settlement, Fields.text(kind, "id"))
              * Fields.number(kind.get("busyHourMbps"), "value");
    }
    return mbps;
  }

  private static double count(Settlement settlement, String kind) {
    String stated = settlement.attributes().get("institutions." + kind);
    return stated == null ? 0 : Double.parseDouble(stated);
  }

  private void check(JsonNode joined, JsonNode totals) {
    String id = Fields.text(joined.get("kind"), "id");
    Map<String, Double> sums = new HashMap<>();
    double all = 0;
    for (Settlement each : facts.settlements().values()) {
      all += count(each, id);
    }
    for (SettlementService service : claims.services()) {
      Settlement place = facts.settlements().get(service.settlementId());
      double count = place == null ? 0 : count(place, id);
      if (count > 0) {
        add(sums, place, service, count);
      }
    }
    ledger.about("institution.joined", id, all, Fields.number(joined, "joined"));
    double each = Fields.number(joined.get("kind").get("busyHourMbps"), "value");
    for (JsonNode total : totals) {
      if (Fields.text(total, "kindId").equals(id)) {
        ledger.about("institution.joined", id, all, Fields.number(total, "institutions"));
        ledger.about("institution.totals", id, all * each, Fields.number(total, "demandMbps"));
        for (String name :
            new String[] {"servedToday", "servedByPlan", "basicByPlan", "unserved"}) {
          double expected = sums.getOrDefault(name, 0.0);
          ledger.about("institution.totals", id + " " + name, expected, Fields.number(total, name));
        }
      }
    }
  }

  /** The goals are the scenario's, and as many are connected, and missing, as is said. */
  private void goals(JsonNode outcomes) {
    JsonNode asked = facts.scenario().path("institutions").path("goals");
    ledger.about("institution.goal", "", asked.size(), outcomes.size());
    for (int k = 0; k < Math.min(asked.size(), outcomes.size()); k++) {
      String kind = Fields.text(asked.get(k), "kind");
      ledger.same("institution.goal", kind, kind, Fields.text(outcomes.get(k), "kindId"));
      InstitutionRule rule = facts.rules().institutions().get(k);
      int byYear = asked.get(k).path("byYear").asInt(0);
      double all = 0;
      for (Settlement each : facts.settlements().values()) {
        all += PlaceLaw.count(rule, each);
      }
      double connected = 0;
      for (SettlementService service : claims.services()) {
        Settlement place = facts.settlements().get(service.settlementId());
        long count = place == null ? 0 : PlaceLaw.count(rule, place);
        if (count > 0) {
          connected += connected(place, service, count, byYear);
        }
      }
      double share = asked.get(k).path("shareRatio").asDouble(0);
      double missing = Math.max(0, share * all - connected);
      ledger.about("institution.goal", kind, all, Fields.number(outcomes.get(k), "institutions"));
      ledger.about(
          "institution.goal", kind, connected, Fields.number(outcomes.get(k), "connected"));
      ledger.holds(
          "institution.goal",
          kind,
          Math.abs(missing - Fields.number(outcomes.get(k), "missing")) < 1e-5,
          missing,
          Fields.number(outcomes.get(k), "missing"));
    }
  }

  private static double connected(
      Settlement place, SettlementService service, double count, int byYear) {
    Map<String, Double> sums = new HashMap<>();
    add(sums, place, service, count);
    boolean late = byYear > 0 && service.buildYear() > byYear;
    double built = sums.getOrDefault("servedByPlan", 0.0) + sums.getOrDefault("basicByPlan", 0.0);
    return sums.get("servedToday") + (late ? 0 : built);
  }

  /** Of the institutions of a place as many are covered today as of its people. */
  private static void add(
      Map<String, Double> sums, Settlement place, SettlementService service, double count) {
    double people = place.population();
    double left = people > 0 ? count * (PeopleServed.below(place) / people) : count;
    sums.merge("servedToday", count - left, Double::sum);
    double rest = left;
    for (PartService part : service.each()) {
      double share = left * (service.parts().isEmpty() ? 1 : part.shareRatio());
      if (part.status() == Status.STANDARD) {
        sums.merge("servedByPlan", share, Double::sum);
        rest -= share;
      } else if (part.status() == Status.BASIC) {
        sums.merge("basicByPlan", share, Double::sum);
        rest -= share;
      }
    }
    sums.merge("unserved", rest, Double::sum);
  }
}
