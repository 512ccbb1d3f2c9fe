package org.kiungo.web.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.kiungo.web.language.Words;

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
   * @param others what other sources name, newest first; without others of their own
   */
  public record Item(
      String field,
      String code,
      String value,
      String source,
      String sourceUrl,
      String asOf,
      Confidence confidence,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Item> others) {

    /** By date, newest first; what has no date comes last. */
    static final Comparator<Item> NEWEST_FIRST = Comparator.comparing(Item::asOf).reversed();

    Item with(List<Item> further) {
      return new Item(
          field, code, value, source, sourceUrl, asOf, confidence, List.copyOf(further));
    }

    /** True when it was not looked up. */
    public boolean isGap() {
      return code.isEmpty() && value.isEmpty();
    }
  }

  /**
   * What is known about a country on a date. Where sources name several things the newest stands,
   * with the others beside it.
   */
  public static Readiness of(Reference reference, String iso3, LocalDate date) {
    CountryRegulation known = new Regulation(reference).country(iso3);
    List<Item> items = new ArrayList<>();
    FIELDS.forEach(
        (field, topic) -> {
          List<Item> found =
              known.on(topic).stream()
                  .map(fact -> item(field, fact))
                  .sorted(Item.NEWEST_FIRST)
                  .toList();
          items.add(
              found.isEmpty() ? gap(field) : found.get(0).with(found.subList(1, found.size())));
        });
    List<RecMembership> recs = reference.recs(iso3, date);
    String names = recs.stream().map(RecMembership::rec).sorted().collect(Collectors.joining(", "));
    items.add(
        recs.isEmpty()
            ? gap("communities")
            : item("communities", "", names, recs.get(0).evidence()));
    return new Readiness(iso3, List.copyOf(items));
  }

  /** What other sources name of a fact, in a sentence with dates; empty without any. */
  public static String others(Item item, boolean cited, Words words) {
    if (item.others().isEmpty()) {
      return "";
    }
    List<String> named =
        item.others().stream()
            .map(
                each ->
                    words.text(
                        each.asOf().isEmpty() ? "readiness.other-undated" : "readiness.other",
                        each.code().isEmpty()
                            ? words.source(each.value())
                            : words.text("regulation.value." + each.code()),
                        each.asOf(),
                        words.source(each.source()),
                        cited ? 1 : 0))
            .toList();
    return words.text("readiness.others", words.joined(named));
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
        evidence.confidence(),
        List.of());
  }

  private static Item gap(String field) {
    return new Item(field, "", "", "", "", "", null, List.of());
  }
}
