package org.kiungo.planner.policy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A setting of a lever, as its record component describes it.
 *
 * @param name record component
 * @param kind what numbers it takes
 * @param unit of its value
 * @param low least value
 * @param high greatest value
 * @param neutral value at which nothing changes
 * @param example a modest pull
 */
public record Knob(
    String name, Kind kind, String unit, double low, double high, double neutral, double example) {

  /** What a number of a setting may be. */
  public enum Kind {
    /** No as 0, yes as 1. */
    YES_NO,
    WHOLE,
    REAL
  }

  static Knob of(RecordComponent component, double neutral) {
    Setting setting = component.getAnnotation(Setting.class);
    Class<?> type = component.getType();
    return new Knob(
        component.getName(),
        type == boolean.class ? Kind.YES_NO : type == int.class ? Kind.WHOLE : Kind.REAL,
        setting.unit(),
        setting.low(),
        setting.high(),
        neutral,
        setting.example());
  }

  /**
   * Refuses a value out of the setting's range, or between whole numbers where only those fit.
   *
   * @throws InputRefused {@code field.range} or {@code field.whole}
   */
  void require(double value) {
    boolean whole = kind == Kind.REAL || value == Math.rint(value);
    if (!(value >= low && value <= high)) {
      throw refused("field.range", plain(value));
    }
    if (!whole) {
      throw refused("field.whole", plain(value));
    }
  }

  /**
   * What a file or a command line says is no value of this kind.
   *
   * @param given as it was written
   * @return {@code field.yes-no}, {@code field.whole} or {@code field.range}
   */
  public InputRefused refused(String given) {
    return switch (kind) {
      case YES_NO -> refused("field.yes-no", given);
      case WHOLE -> refused("field.whole", given);
      case REAL -> refused("field.range", given);
    };
  }

  private InputRefused refused(String code, String given) {
    return new InputRefused(code, "field", name, "value", given, "low", low, "high", high);
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  /** The value as a record's constructor takes it. */
  Object boxed(double value) {
    return switch (kind) {
      case YES_NO -> value == 1;
      case WHOLE -> (int) value;
      case REAL -> value;
    };
  }
}
