package org.kiungo.web.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.reference.facts.RecMembership;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.geodata.regulation.RegulationFact;
import org.kiungo.geodata.regulation.Topic;

/**
 * Regulatory readiness of a country as data beside a plan: facts with their source and confidence,
 * gaps as gaps. No score is made of them.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param items regulator and its website, universal-service fund, generation of regulation, data
 *     law and who sees to it, Malabo convention, regional communities
 */
public record Readiness(String iso3, List<Item> items) {

  /** Fields in the order they are shown, with their topics. */
  private static final Map<String, Topic> FIELDS = fields();

  private static Map<String, Topic> fields() {
    Map<String, Topic> fields = new LinkedHashMap<>();
    fields.put("regulator", Topic.REGULATOR);
    fields.put("website", Topic.REGULATOR_WEBSITE);
    fields.put("fund", Topic.UNIVERSAL_SERVICE_FUND);
    fields.put("generation", Topic.REGULATION_GENERATION);
    fields.put("law", Topic.DATA_LAW);
    fields.put("authority", Topic.DATA_AUTHORITY);
    fields.put("malabo", Topic.MALABO_CONVENTION);
    return fields;
  }

  /** Name of the topic of a field. */
  public static String topic(String field) {
    return field.equals("communities") ? "COMMUNITIES" : FIELDS.get(field).name();
  }

  /**
   * One fact.
   *
   * @param field key of its name, {@code readiness.<field>}
   * @param code word that means the same everywhere, {@code regulation.value.<code>}; empty when
   *     the value is a name
   * @param value a name, or the date behind the code; both empty when it was not looked up
   * @param source empty when none stands behind it
   * @param sourceUrl empty when none
   * @param asOf date of the source, as it writes it
   * @param confidence null when not known
   */
  public record Item(
      String field,
      String code,
      String value,
      String source,
      String sourceUrl,
      String asOf,
      Confidence confidence) {

    /** True when it was not looked up. */
    public boolean isGap() {
      return code.isEmpty() && value.isEmpty();
    }
  }

  /** What is known about a country on a date; a field twice where sources disagree. */
  public static Readiness of(Reference reference, String iso3, LocalDate date) {
    CountryRegulation known = new Regulation(reference).country(iso3);
    List<Item> items = new ArrayList<>();
    FIELDS.forEach(
        (field, topic) -> {
          known.on(topic).forEach(fact -> items.add(item(field, fact)));
          if (known.on(topic).isEmpty()) {
            items.add(gap(field));
          }
        });
    List<RecMembership> recs = reference.recs(iso3, date);
    String names = recs.stream().map(RecMembership::rec).sorted().collect(Collectors.joining(", "));
    items.add(
        recs.isEmpty()
            ? gap("communities")
            : item("communities", "", names, recs.get(0).evidence()));
    return new Readiness(iso3, List.copyOf(items));
  }

  private static Item item(String field, RegulationFact fact) {
    return item(field, fact.code(), fact.detail(), fact.evidence());
  }

  private static Item item(String field, String code, String value, Evidence evidence) {
    return new Item(
        field,
        code,
        value,
        evidence.source(),
        evidence.sourceUrl(),
        evidence.asOf(),
        evidence.confidence());
  }

  private static Item gap(String field) {
    return new Item(field, "", "", "", "", "", null);
  }
}
