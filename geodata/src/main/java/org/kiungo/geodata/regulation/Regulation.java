package org.kiungo.geodata.regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.openness.rule.GateRules;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.geodata.reference.facts.DataLaw;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.reference.facts.FactTables;

/**
 * How countries regulate: the tables of this package and what the national facts say of it. The
 * tables are newer: on a topic that they hold of a country they take the place of the facts.
 */
public final class Regulation {

  private static final List<RegulationFact> ROWS =
      CsvTable.rows(Regulation.class.getResourceAsStream("regulation.csv")).stream()
          .map(Regulation::fact)
          .toList();

  private static final List<BroadbandTarget> TARGETS =
      CsvTable.rows(Regulation.class.getResourceAsStream("targets.csv")).stream()
          .map(Regulation::target)
          .toList();

  private final Reference reference;

  public Regulation(Reference reference) {
    this.reference = reference;
  }

  /**
   * What was found of a country.
   *
   * @throws org.kiungo.planner.model.value.InputRefused {@code country.unknown}
   */
  public CountryRegulation country(String iso3) {
    reference.country(iso3);
    List<RegulationFact> newer = ROWS.stream().filter(each -> each.iso3().equals(iso3)).toList();
    Set<Topic> replaced = newer.stream().map(RegulationFact::topic).collect(Collectors.toSet());
    List<RegulationFact> found = new ArrayList<>();
    market(iso3, found);
    data(iso3, found);
    found.removeIf(each -> replaced.contains(each.topic()));
    gates(iso3, found);
    found.addAll(newer);
    return CountryRegulation.of(iso3, found, targets(iso3));
  }

  /**
   * True when every source says that a country ratified the Malabo Convention; where they disagree
   * it counts as not ratified.
   */
  public boolean ratifiedMalabo(String iso3) {
    List<RegulationFact> told = country(iso3).on(Topic.MALABO_CONVENTION);
    return !told.isEmpty() && told.stream().allMatch(each -> each.code().equals("YES"));
  }

  /** Targets of a country, of the African Union or of the United Nations, in the file's order. */
  public static List<BroadbandTarget> targets(String scope) {
    return TARGETS.stream().filter(each -> each.scope().equals(scope)).toList();
  }

  private void market(String iso3, List<RegulationFact> found) {
    FactTables facts = reference.facts();
    facts
        .findRegulator(iso3)
        .ifPresent(
            each -> {
              found.add(
                  RegulationFact.of(
                      iso3,
                      Topic.REGULATOR,
                      each.name() + (each.acronym().isEmpty() ? "" : " (" + each.acronym() + ")"),
                      each.evidence()));
              if (!each.ituGeneration().isEmpty()) {
                found.add(
                    RegulationFact.of(
                        iso3, Topic.REGULATION_GENERATION, each.ituGeneration(), each.evidence()));
              }
            });
    facts.economics(iso3).stream()
        .filter(each -> each.indicator().equals("mobile_operators"))
        .map(
            each -> figure(iso3, Topic.MOBILE_BRANDS, each.low(), each.high(), "", each.evidence()))
        .forEach(found::add);
    facts.economics(iso3).stream()
        .filter(each -> each.indicator().equals("spectrum_auction_paid"))
        .map(
            each ->
                figure(
                    iso3,
                    Topic.SPECTRUM_PAID,
                    each.low(),
                    each.high(),
                    each.unit(),
                    each.evidence()))
        .forEach(found::add);
  }

  private static RegulationFact figure(
      String iso3, Topic topic, double low, double high, String unit, Evidence evidence) {
    return new RegulationFact(iso3, topic, "", low, high, unit, evidence);
  }

  private static void gates(String iso3, List<RegulationFact> found) {
    GateRules.of(iso3).stream()
        .map(
            each ->
                RegulationFact.of(
                    iso3,
                    Topic.valueOf(each.about().name()),
                    each.state().name(),
                    new Evidence(
                        each.source(), each.sourceUrl(), each.year(), Confidence.MEDIUM, Set.of())))
        .forEach(found::add);
  }

  private void data(String iso3, List<RegulationFact> found) {
    FactTables facts = reference.facts();
    facts.findDataLaw(iso3).ifPresent(each -> law(iso3, each, found));
    facts.localisationRules(iso3).stream()
        .map(
            each ->
                RegulationFact.of(
                    iso3,
                    Topic.valueOf(each.dataClass().toUpperCase(Locale.ROOT) + "_DATA"),
                    each.place().name(),
                    each.evidence()))
        .forEach(found::add);
  }

  private static void law(String iso3, DataLaw law, List<RegulationFact> found) {
    if (!law.law().isEmpty()) {
      found.add(RegulationFact.of(iso3, Topic.DATA_LAW, law.law(), law.evidence()));
    }
    // "no (2023-06 list)" holds its date twice
    String standing = law.malaboRatified().split(" ")[0].toUpperCase(Locale.ROOT);
    if (!standing.isEmpty()) {
      found.add(RegulationFact.of(iso3, Topic.MALABO_CONVENTION, standing, law.malaboEvidence()));
    }
  }

  private static RegulationFact fact(CSVRecord row) {
    return new RegulationFact(
        row.get("iso3"),
        Topic.valueOf(row.get("topic")),
        row.get("value"),
        CsvTable.number(row, "low"),
        CsvTable.number(row, "high"),
        row.get("unit"),
        CsvTable.evidence(row, "year"));
  }

  private static BroadbandTarget target(CSVRecord row) {
    return new BroadbandTarget(
        row.get("scope"),
        BroadbandTarget.Measure.valueOf(row.get("measure")),
        CsvTable.number(row, "amount"),
        CsvTable.number(row, "mbps"),
        row.get("generation"),
        row.get("by_year"),
        row.get("document"),
        CsvTable.evidence(row, "year"));
  }
}
