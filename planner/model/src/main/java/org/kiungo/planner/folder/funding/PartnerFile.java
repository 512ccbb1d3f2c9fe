package org.kiungo.planner.folder.funding;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Currency;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.Instrument;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.CountryStanding;
import org.kiungo.planner.partner.condition.IncomeGroup;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Partners as a file, YAML or JSON alike; its schema is {@code partners.yaml.schema.json}. Whatever
 * is unknown, missing or out of range is refused with its place in the file.
 */
public final class PartnerFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private PartnerFile() {}

  /**
   * Reads partners.
   *
   * @param bytes YAML or JSON in UTF-8
   * @param name of the file, for refusals
   * @throws InputRefused {@code partners.*} naming file, place and remedy
   */
  public static Partnership read(byte[] bytes, String name) {
    JsonNode tree;
    try {
      tree = YAML.readTree(bytes);
    } catch (JacksonException e) {
      throw new InputRefused(
          "partners.unreadable", "file", name, "problem", e.getOriginalMessage());
    }
    return read(tree, name);
  }

  static Partnership read(JsonNode tree, String name) {
    PartnerFields file = new PartnerFields(tree, name, "");
    file.only("partners", "countries");
    List<Partner> partners = file.list("partners").stream().map(PartnerFile::partner).toList();
    List<CountryStanding> countries =
        file.has("countries")
            ? file.list("countries").stream().map(PartnerFile::country).toList()
            : List.of();
    return file.checked(() -> new Partnership(partners, countries));
  }

  private static Partner partner(PartnerFields p) {
    p.only(
        "letter",
        "name",
        "kind",
        "instrument",
        "currency",
        "envelopes",
        "carriesOver",
        "conditions",
        "source",
        "assumed");
    Instrument instrument = instrument(p.object("instrument"));
    Currency currency = p.has("currency") ? currency(p.object("currency")) : Currency.USD;
    List<Envelope> envelopes = p.list("envelopes").stream().map(PartnerFile::envelope).toList();
    List<Condition> conditions =
        p.has("conditions")
            ? p.list("conditions").stream().map(PartnerFile::condition).toList()
            : List.of();
    return p.checked(
        () ->
            new Partner(
                p.text("letter"),
                p.text("name"),
                p.choice("kind", Partner.Kind.values(), Partner.Kind::word),
                instrument,
                currency,
                envelopes,
                !p.has("carriesOver") || p.flag("carriesOver"),
                conditions,
                p.has("source") ? p.text("source") : "",
                p.has("assumed") ? p.texts("assumed") : List.of()));
  }

  private static Instrument instrument(PartnerFields i) {
    i.only("type", "rateRatio", "tenorYears", "graceYears");
    return i.checked(
        () ->
            new Instrument(
                i.choice("type", Instrument.Type.values(), Instrument.Type::word),
                i.has("rateRatio") ? i.number("rateRatio") : 0,
                i.has("tenorYears") ? i.whole("tenorYears") : 0,
                i.has("graceYears") ? i.whole("graceYears") : 0));
  }

  private static Currency currency(PartnerFields c) {
    c.only("code", "usdPerUnit", "date");
    return c.checked(
        () ->
            new Currency(
                c.text("code"), c.number("usdPerUnit"), c.has("date") ? c.text("date") : ""));
  }

  private static Envelope envelope(PartnerFields e) {
    e.only("firstYear", "lastYear", "amount");
    return e.checked(
        () -> new Envelope(e.whole("firstYear"), e.whole("lastYear"), e.number("amount")));
  }

  private static CountryStanding country(PartnerFields c) {
    c.only("country", "incomeGroup", "communities");
    IncomeGroup group =
        c.has("incomeGroup")
            ? c.choice("incomeGroup", IncomeGroup.values(), IncomeGroup::word)
            : null;
    return new CountryStanding(
        c.text("country"), group, c.has("communities") ? c.texts("communities") : List.of());
  }

  /** A condition's fields are its record's components; lists may be left out. */
  private static Condition condition(PartnerFields c) {
    Class<?>[] all = Condition.class.getPermittedSubclasses();
    Class<?> type = c.choice("rule", all, Condition::code);
    List<String> fields = new ArrayList<>(List.of("rule"));
    List<Object> values = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent each : type.getRecordComponents()) {
      fields.add(each.getName());
      types.add(each.getType());
    }
    c.only(fields.toArray(String[]::new));
    for (RecordComponent each : type.getRecordComponents()) {
      values.add(value(c, each));
    }
    return c.checked(
        () -> {
          try {
            return (Condition)
                type.getDeclaredConstructor(types.toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
          } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InputRefused refused) {
              throw refused;
            }
            throw new IllegalStateException(e);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Object value(PartnerFields c, RecordComponent component) {
    String name = component.getName();
    if (component.getType() == double.class) {
      return c.number(name);
    }
    if (component.getType() == String.class) {
      return c.text(name);
    }
    return c.has(name) ? c.texts(name) : null;
  }

  /** Partners as the file has them, in JSON. */
  public static byte[] write(Partnership partnership) throws IOException {
    return org.kiungo.planner.folder.TextFiles.pretty(PartnerTree.of(partnership));
  }
}
