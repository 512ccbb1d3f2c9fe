package org.kiungo.web.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.DataLaw;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.reference.facts.RecMembership;
import org.kiungo.geodata.reference.facts.Regulator;

/**
 * Regulatory readiness of a country as data beside a plan: facts with their source and confidence,
 * gaps as gaps. No score is made of them.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param items regulator, universal-service fund, generation of regulation, data law, Malabo
 *     convention, regional communities
 */
public record Readiness(String iso3, List<Item> items) {

  /**
   * One fact.
   *
   * @param field key of its name, {@code readiness.<field>}
   * @param value empty when it was not looked up
   * @param source empty when none stands behind it
   * @param sourceUrl empty when none
   * @param asOf date of the source, as it writes it
   * @param confidence null when not known
   * @param mustVerify true when no source was read yet
   */
  public record Item(
      String field,
      String value,
      String source,
      String sourceUrl,
      String asOf,
      Confidence confidence,
      boolean mustVerify) {

    /** True when it was not looked up. */
    public boolean isGap() {
      return value.isEmpty();
    }
  }

  /** What is known about a country on a date. */
  public static Readiness of(Reference reference, String iso3, LocalDate date) {
    List<Item> items = new ArrayList<>();
    Regulator r = reference.facts().findRegulator(iso3).orElse(null);
    Evidence evidence = r == null ? null : r.evidence();
    String name =
        r == null ? "" : r.name() + (r.acronym().isEmpty() ? "" : " (" + r.acronym() + ")");
    items.add(item("regulator", name, evidence, "regulator"));
    items.add(item("website", r == null ? "" : r.website(), evidence, "website"));
    items.add(item("fund", r == null ? "" : fund(r), evidence, "usf_name"));
    items.add(item("generation", r == null ? "" : r.ituGeneration(), evidence, "itu_generation"));
    DataLaw law = reference.facts().findDataLaw(iso3).orElse(null);
    items.add(
        law == null || law.law().isEmpty()
            ? item("law", "", null, "")
            : item(
                "law",
                law.law().contains(law.year()) ? law.law() : law.law() + ", " + law.year(),
                law.evidence(),
                "law"));
    items.add(
        item(
            "malabo",
            law == null ? "" : answer(law.malaboRatified()),
            law == null ? null : law.malaboEvidence(),
            "malabo_ratified"));
    List<RecMembership> recs = reference.recs(iso3, date);
    items.add(
        item(
            "communities",
            recs.stream().map(RecMembership::rec).sorted().collect(Collectors.joining(", ")),
            recs.isEmpty() ? null : recs.get(0).evidence(),
            "rec"));
    return new Readiness(iso3, List.copyOf(items));
  }

  /** "no (2023-06 list)" answers no; the date of the list stands with the source. */
  private static String answer(String fact) {
    return fact.isEmpty() ? "" : fact.split(" ")[0];
  }

  private static String fund(Regulator r) {
    return r.fundName().isEmpty() ? r.universalServiceFund() : r.fundName();
  }

  private static Item item(String field, String value, Evidence evidence, String column) {
    return value.isEmpty() || evidence == null
        ? new Item(field, "", "", "", "", null, false)
        : new Item(
            field,
            value,
            evidence.source(),
            evidence.sourceUrl(),
            evidence.asOf(),
            evidence.confidence(),
            evidence.mustVerify(column));
  }
}
