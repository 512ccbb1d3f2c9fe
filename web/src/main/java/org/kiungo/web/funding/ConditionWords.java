package org.kiungo.web.funding;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.condition.Condition;
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
        arguments.add(value instanceof List<?> list ? joined(list) : value);
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

  private static String joined(List<?> values) {
    return String.join(", ", values.stream().map(String::valueOf).toList());
  }
}
