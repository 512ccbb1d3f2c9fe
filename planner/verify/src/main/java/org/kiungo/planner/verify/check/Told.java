package org.kiungo.planner.verify.check;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;

/** What a rule asked for or found, as people read it: names and figures, nothing of Java. */
final class Told {

  /** Beyond these a figure is told with its power of ten. */
  private static final double LEAST = 1e-6;

  private static final double MOST = 1e15;

  private Told() {}

  static String of(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(Told::of).orElse("none");
    }
    if (value instanceof Collection<?> all) {
      StringJoiner each = new StringJoiner("; ");
      all.forEach(one -> each.add(of(one)));
      return all.isEmpty() ? "none" : each.toString();
    }
    return value instanceof Record parts ? parts(parts) : String.valueOf(value);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    boolean plain = size == 0 || size >= LEAST && size < MOST;
    if (!plain) {
      return String.valueOf(value);
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** Each part by its name, as in the files. */
  private static String parts(Record whole) {
    StringJoiner told = new StringJoiner(", ");
    for (RecordComponent each : whole.getClass().getRecordComponents()) {
      told.add(each.getName() + " " + of(part(whole, each)));
    }
    return told.toString();
  }

  static Object part(Object whole, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
