package org.kiungo.planner.verify.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;

/**
 * Phases: nobody is served before what serves him stands, nothing is built before its way to the
 * network, no phase spends what has not come in, and what is told of each is so.
 */
public final class PhaseChecks {

  private static final String FILE = "programme.csv";

  private final Facts facts;
  private final Claims claims;
  private final Payments payments;
  private final Ledger ledger;
  private double weightedPersonYears;
  private final double[] weights;
  private final double[] weightedPeople;
  private final double[] floorRatios;

  public PhaseChecks(Facts facts, Claims claims, Payments payments, Ledger ledger) {
    this.facts = facts;
    this.claims = claims;
    this.payments = payments;
    this.ledger = ledger;
    weights = new double[payments.count()];
    weightedPeople = new double[payments.count()];
    floorRatios = new double[payments.count()];
  }

  /** True where the scenario has phases. */
  public boolean isProgramme() {
    return payments.isPhased();
  }

  /** True where the plan is to cost least. */
  public boolean isLeast() {
    return Fields.text(facts.scenario(), "goal").startsWith("LEAST_");
  }

  /** Least share of people with service in any district, at the end of each phase. */
  public double[] floorRatios() {
    return floorRatios.clone();
  }

  /** The same on the mean of all years. */
  public double floorRatio() {
    double sum = 0;
    double years = 0;
    for (int t = 0; t < weights.length; t++) {
      sum += weights[t] * floorRatios[t];
      years += weights[t];
    }
    return sum / years;
  }

  /** What a person served until the end of each phase counts for it, years. */
  public double[] weights() {
    return weights.clone();
  }

  /** Whom the plan serves until the end of each phase, weighted. */
  public double[] weightedPeople() {
    return weightedPeople.clone();
  }

  /** Checks a plan with phases; one without has none to tell. */
  public void check(FolderReader reader) {
    if (!payments.isPhased()) {
      if (!claims.phases().isEmpty()) {
        ledger.holds("phase.account", "", false, "no phases", claims.phases().size());
      }
      return;
    }
    order();
    numbers();
    accounts();
    payments.checkRest();
    table(reader);
  }

  private void order() {
    Map<String, AccessSite> sites = new HashMap<>();
    Map<String, BuiltLink> linkFrom = new HashMap<>();
    claims.sites().forEach(site -> sites.put(site.id(), site));
    claims.links().forEach(link -> linkFrom.put(link.fromId(), link));
    ledger.rule("phase.service");
    ledger.rule("phase.order");
    for (SettlementService service : claims.services()) {
      for (PartService part : service.each()) {
        AccessSite site = sites.get(part.siteId());
        if (site != null) {
          boolean stands = site.buildYear() <= service.buildYear();
          ledger.holds(
              "phase.service",
              service.settlementId(),
              stands,
              "≥ " + site.buildYear(),
              service.buildYear());
        }
      }
    }
    for (AccessSite site : claims.sites()) {
      after(site.id(), site.buildYear(), linkFrom.get(site.placeId()));
    }
    for (BuiltLink link : claims.links()) {
      after(link.id(), link.buildYear(), linkFrom.get(link.toId()));
    }
  }

  private void after(String id, int buildYear, BuiltLink nearer) {
    if (nearer != null) {
      boolean inOrder = nearer.buildYear() <= buildYear;
      ledger.holds("phase.order", id, inOrder, "≥ " + nearer.buildYear(), buildYear);
    }
  }

  /** The number of the phase beside each build year is that of the year. */
  private void numbers() {
    ledger.rule("phase.number");
    claims
        .phaseNumbers()
        .forEach(
            (id, stated) -> {
              int expected = 0;
              for (int t = 0; t < payments.count(); t++) {
                expected = payments.firstYear(t) == stated.buildYear() ? t + 1 : expected;
              }
              ledger.same("phase.number", id, expected, stated.phase());
            });
  }

  private void accounts() {
    JsonNode phases = facts.scenario().path("phases");
    ledger.same("phase.account", "", phases.size(), claims.phases().size());
    PhaseSums sums = new PhaseSums(facts, weightedPeople);
    double[] standard = sums.standard;
    double[] basic = sums.basic;
    double[] weighted = weightedPeople;
    for (SettlementService service : claims.services()) {
      Settlement settlement = facts.settlements().get(service.settlementId());
      int phase = phaseOf(service.buildYear());
      if (settlement != null && phase >= 0) {
        service.each().forEach(part -> sums.add(settlement, part, phase, payments.count()));
      }
    }
    for (Replaced each : claims.replaced()) {
      Settlement settlement = facts.settlements().get(each.settlementId());
      int phase = phaseOf(each.buildYear());
      if (settlement != null && phase >= 0) {
        sums.add(settlement, each.service(), phase, phaseOf(each.replacedYear()));
      }
    }
    double inUsd = 0;
    long paid = 0;
    double years = 1;
    boolean discounted = "DISCOUNTED".equals(facts.scenario().path("personYears").asString(""));
    for (int t = 0; t < payments.count(); t++) {
      JsonNode phase = phases.get(t);
      inUsd += Fields.number(phase, "budgetUsd");
      paid += payments.cents(t);
      long in = Cost.within(inUsd);
      String id = Integer.toString(t + 1);
      ledger.holds("phase.money", id, paid <= in, "≤ " + in + " cents", paid);
      floorRatios[t] = sums.floors.ratio(t);
      target(id, phase, weighted[t]);
      int length = (int) (Fields.number(phase, "lastYear") - Fields.number(phase, "firstYear")) + 1;
      for (int k = 0; k < length; k++) {
        weights[t] += discounted ? years : 1;
        years /= 1 + facts.money().discountRateRatio();
      }
      weightedPersonYears += weights[t] * weighted[t];
      if (t < claims.phases().size()) {
        JsonNode stated = claims.phases().get(t);
        near("phase.account", id, t + 1, stated, "phase");
        for (String field : List.of("firstYear", "lastYear", "budgetUsd")) {
          near("phase.account", id, Fields.number(phase, field), stated, field);
        }
        near("phase.account", id, Cost.usd(payments.cents(t)), stated, "spentUsd");
        near("phase.account", id, Cost.usd(in - paid), stated, "carriedUsd");
        double regrettedUsd = Cost.usd(payments.regretted(t));
        boolean told = stated.has("regrettedUsd");
        if (told || regrettedUsd > 0) {
          near("phase.account", id, regrettedUsd, stated, "regrettedUsd");
        }
        near("phase.people", id, standard[t], stated, "peopleServed");
        near("phase.people", id, basic[t], stated, "peopleBasic");
        near("phase.people", id, weighted[t], stated, "weightedPeople");
        near("phase.people", id, length * standard[t], stated, "personYears");
        near("phase.people", id, weights[t] * weighted[t], stated, "weightedPersonYears");
      }
    }
  }

  /** Whoever asked for a share of people by the end of a phase gets it. */
  private void target(String id, JsonNode phase, double served) {
    JsonNode share = phase.path("targetRatio");
    ledger.rule("phase.target");
    if (share.isNumber()) {
      double wanted = facts.wantedPeople(share.doubleValue());
      double slack = 1e-9 * Math.max(1, wanted);
      ledger.holds("phase.target", id, served >= wanted - slack, "≥ " + wanted, served);
    }
  }

  private int phaseOf(int buildYear) {
    for (int t = 0; t < payments.count(); t++) {
      if (payments.firstYear(t) == buildYear) {
        return t;
      }
    }
    return -1;
  }

  private void near(String code, String id, double expected, JsonNode stated, String field) {
    ledger.about(code, id + " " + field, expected, Fields.number(stated, field));
  }

  /** The table for spreadsheets tells what {@code plan.json} does. */
  private void table(FolderReader reader) {
    List<CSVRecord> records = new ArrayList<>();
    try (InputStream in = reader.open(FILE)) {
      Rows.read(FILE, in, records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ledger.same("phase.table", "", claims.phases().size(), records.size());
    try {
      for (int t = 0; t < Math.min(records.size(), claims.phases().size()); t++) {
        for (var field : claims.phases().get(t).properties()) {
          double found = Cells.number(records.get(t), field.getKey());
          String where = (t + 1) + " " + field.getKey();
          ledger.about("phase.table", where, field.getValue().doubleValue(), found);
        }
      }
    } catch (InputRefused e) {
      throw Unreadable.file(FILE, e);
    }
  }

  /** The objective of a programme. */
  public double weightedPersonYears() {
    return weightedPersonYears;
  }
}
