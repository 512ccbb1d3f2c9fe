package org.kiungo.geodata.reference.facts;

import static org.kiungo.geodata.reference.facts.CsvTable.evidence;
import static org.kiungo.geodata.reference.facts.CsvTable.list;
import static org.kiungo.geodata.reference.facts.CsvTable.location;
import static org.kiungo.geodata.reference.facts.CsvTable.number;
import static org.kiungo.geodata.reference.facts.CsvTable.toVerify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/** Rows of the facts tables as records: the only place that knows the tables' columns. */
final class FactRows {

  private FactRows() {}

  static List<CountryFacts> countries(List<CSVRecord> rows) {
    Map<String, List<Fact>> facts = new TreeMap<>();
    Map<String, Map<String, String>> names = new TreeMap<>();
    for (CSVRecord row : rows) {
      String iso3 = row.get("iso3");
      Fact fact = fact(row);
      facts.computeIfAbsent(iso3, k -> new ArrayList<>()).add(fact);
      if (fact.field().startsWith("name_")) {
        names
            .computeIfAbsent(iso3, k -> new LinkedHashMap<>())
            .put(fact.field().substring("name_".length()), fact.value());
      }
    }
    return facts.keySet().stream()
        .map(
            iso3 ->
                new CountryFacts(
                    iso3, TerritoryNames.completed(iso3, names.get(iso3)), facts.get(iso3)))
        .toList();
  }

  static Fact fact(CSVRecord row) {
    return new Fact(
        row.get("field"),
        row.get("value"),
        row.get("unit"),
        row.get("year"),
        row.get("source_name"),
        row.get("source_url"),
        row.get("licence"),
        Confidence.of(row.get("confidence"), row.get("source_name"), row.get("source_url")),
        !toVerify(row).isEmpty());
  }

  static ExchangePoint exchangePoint(CSVRecord row) {
    return new ExchangePoint(
        row.get("iso3"),
        row.get("name"),
        row.get("city"),
        location(row),
        row.get("year_started"),
        row.get("status"),
        row.get("peeringdb_ix_id"),
        evidence(row, "as_of"));
  }

  static LandingCity landingCity(CSVRecord row) {
    List<LandingCity.Cable> cables =
        list(row, "cables").stream()
            .map(c -> new LandingCity.Cable(c.replace("*", "").strip(), c.contains("*")))
            .toList();
    return new LandingCity(
        row.get("iso3"),
        row.get("city"),
        location(row),
        row.get("coord_basis").startsWith("rough"),
        cables,
        row.get("first_year"),
        evidence(row, "as_of"));
  }

  static RecMembership rec(CSVRecord row) {
    return new RecMembership(
        row.get("iso3"),
        row.get("rec"),
        row.get("valid_from"),
        row.get("valid_to"),
        row.get("status"),
        evidence(row, "as_of"));
  }

  static ResearchNetwork researchNetwork(CSVRecord row) {
    return new ResearchNetwork(
        row.get("iso3"),
        row.get("acronym"),
        row.get("name"),
        row.get("regional_network"),
        row.get("website"),
        evidence(row, "as_of"));
  }

  static Regulator regulator(CSVRecord row) {
    return new Regulator(
        row.get("iso3"),
        row.get("regulator"),
        row.get("acronym"),
        row.get("website"),
        row.get("usf_exists"),
        row.get("usf_name"),
        row.get("itu_generation"),
        evidence(row, "as_of"));
  }

  static DataLaw dataLaw(CSVRecord row) {
    Evidence law =
        new Evidence(
            row.get("law_basis"),
            row.get("law_url"),
            row.get("law_year"),
            Confidence.of(row.get("law_confidence"), row.get("law_basis"), row.get("law_url")),
            toVerify(row));
    Evidence malabo =
        new Evidence(
            row.get("malabo_source"),
            row.get("malabo_url"),
            row.get("malabo_as_of"),
            row.get("malabo_ratified").equals("conflict") ? Confidence.LOW : Confidence.MEDIUM,
            toVerify(row));
    return new DataLaw(
        row.get("iso3"),
        row.get("law_name"),
        row.get("law_year"),
        row.get("malabo_ratified"),
        row.get("malabo_date"),
        law,
        malabo);
  }

  static LocalisationRule localisationRule(CSVRecord row) {
    String place = row.get("rule").replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
    return new LocalisationRule(
        row.get("iso3"),
        row.get("data_class"),
        LocalisationRule.Place.valueOf(place),
        row.get("detail"),
        evidence(row, "as_of"));
  }

  static EconomicFigure economicFigure(CSVRecord row) {
    return new EconomicFigure(
        row.get("iso3"),
        row.get("indicator"),
        number(row, "value_low"),
        number(row, "value_high"),
        row.get("unit"),
        row.get("note"),
        evidence(row, "year"));
  }

  static FundingPartner fundingPartner(CSVRecord row) {
    boolean continent = row.get("iso3").equals(EconomicFigure.CONTINENT);
    return new FundingPartner(
        continent ? List.of() : list(row, "iso3"),
        row.get("funder"),
        row.get("programme"),
        list(row, "instrument"),
        row.get("eligible_countries"),
        row.get("eligible_themes"),
        row.get("typical_conditions"),
        number(row, "envelope_value"),
        row.get("unit"),
        evidence(row, "year"));
  }

  static ServiceFigure serviceFigure(CSVRecord row) {
    return new ServiceFigure(
        row.get("service_kind"),
        row.get("name"),
        row.get("metric"),
        number(row, "value"),
        row.get("unit"),
        row.get("data_class"),
        row.get("redundancy"),
        row.get("note"),
        evidence(row, "year"));
  }

  static MastCount mastCount(CSVRecord row) {
    return new MastCount(
        row.get("iso3"),
        MastCount.Counted.valueOf(row.get("counted")),
        row.get("who"),
        Integer.parseInt(row.get("masts")),
        evidence(row, "as_of"));
  }

  static WomenOnline womenOnline(CSVRecord row) {
    return new WomenOnline(
        row.get("iso3"),
        WomenOnline.Measure.valueOf(row.get("measure")),
        WomenOnline.Among.valueOf(row.get("among")),
        row.get("region"),
        number(row, "women_pct") / 100,
        number(row, "men_pct") / 100,
        evidence(row, "as_of"));
  }
}
