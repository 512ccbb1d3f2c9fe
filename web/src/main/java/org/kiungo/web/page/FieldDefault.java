package org.kiungo.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;

/**
 * What a field of the scenario form holds unless somebody knows better, and why.
 *
 * @param field record component of the scenario
 * @param value in the form's unit
 * @param unit key of its unit; empty for none
 * @param year of the source; 0 when assumed
 * @param source publication; empty when assumed
 */
record FieldDefault(String field, double value, String unit, int year, String source) {

  private static final String PYTAL = "pytal, https://github.com/edwardoughton/pytal";
  private static final String UNIVERSAL =
      "Oughton, Comini, Foster and Hall 2022, Policy choices can help keep 4G and 5G universal"
          + " broadband affordable, https://arxiv.org/abs/2101.07820";
  private static final String LATENCY =
      "FCC 20-5, Rural Digital Opportunity Fund: low latency is a round trip of at most 100 ms,"
          + " https://docs.fcc.gov/public/attachments/FCC-20-5A1.pdf";

  /** True when no source gives it: Kiungo's own choice, for the planner to judge. */
  public boolean assumed() {
    return source.isEmpty();
  }

  /** The source as a reader sees it. */
  public Cited cited(Figures figures) {
    return Cited.of(figures.source(source));
  }

  /** Of every field that has one, by its name. */
  static Map<String, FieldDefault> all() {
    ServiceStandard standard = ServiceStandard.DEFAULT;
    Money money = Money.DEFAULT;
    Map<String, FieldDefault> all = new LinkedHashMap<>();
    put(all, "firstYear", money.firstYear(), "", 0, "");
    put(all, "lastYear", money.lastYear(), "", 0, "");
    put(all, "downlinkMbps", standard.downlinkMbps(), "ui.unit.mbps", 2022, UNIVERSAL);
    put(all, "roundTripMs", standard.roundTripMs(), "ui.unit.ms", 2020, LATENCY);
    put(all, "adoptionRatio", standard.adoptionRatio() * 100, "ui.unit.percent", 0, "");
    put(all, "basicDownlinkMbps", standard.basicDownlinkMbps(), "ui.unit.mbps", 2021, PYTAL);
    put(all, "basicWeightRatio", standard.basicWeightRatio(), "ui.unit.of-one", 0, "");
    put(all, "overbookingFactor", standard.overbookingFactor(), "ui.unit.adopters", 2021, PYTAL);
    double usd = DefaultBudget.USD_PER_PERSON_WITHOUT_4G;
    put(all, "budgetUsd", usd, "ui.unit.usd-per-person-without", 0, "");
    put(all, "discountRateRatio", money.discountRateRatio() * 100, "ui.unit.percent-real", 0, "");
    return all;
  }

  private static void put(
      Map<String, FieldDefault> all,
      String field,
      double value,
      String unit,
      int year,
      String source) {
    all.put(field, new FieldDefault(field, value, unit, year, source));
  }
}
