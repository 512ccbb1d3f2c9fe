package org.kiungo.web.funding;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.condition.Communities;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Countries;
import org.kiungo.planner.partner.condition.MostShare;
import org.kiungo.web.language.Words;

/** Conditions and instruments as sentences. */
public final class ConditionWords {

  private ConditionWords() {}

  /** The sentence of a condition, its record's components in their order. */
  public static String of(Condition condition, Words words) {
    List<Object> arguments = new ArrayList<>();
    for (RecordComponent each : condition.getClass().getRecordComponents()) {
      try {
        Object value = each.getAccessor().invoke(condition);
        arguments.add(
            condition instanceof Countries only
                ? names(only, words)
                : condition instanceof Communities members
                    ? String.join(
                        ", ", members.communities().stream().map(words::community).toList())
                    : value instanceof List<?> list ? joined(list) : value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    boolean everywhere = condition instanceof MostShare share && share.exceptDistricts().isEmpty();
    String key = "condition." + condition.code() + (everywhere ? ".everywhere" : "");
    return words.text(key, arguments.toArray());
  }

  /** What kind of money it is: grant, loan of so many years. */
  public static String instrument(Partner partner, Words words) {
    return words.text(
        "instrument." + partner.instrument().type().word(),
        partner.instrument().rateRatio(),
        partner.instrument().tenorYears(),
        partner.instrument().graceYears());
  }

  private static String names(Countries only, Words words) {
    return only.countries().stream()
        .map(iso3 -> name(iso3, words))
        .collect(Collectors.joining(", "));
  }

  /** Of one of the 54 countries; of any other its code. */
  private static String name(String iso3, Words words) {
    return Reference.builtIn().countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .map(each -> each.name(words.language()))
        .orElse(iso3);
  }

  private static String joined(List<?> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }
}
