package org.kiungo.planner.policy;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.InputRefused;

/**
 * A lever as its record describes it: what it changes, in which unit and range, with its source.
 *
 * @param type the record
 * @param id name in scenario files
 * @param group heading
 * @param changes record components of the problem that it changes
 * @param effect direction when pulled
 * @param source of the mechanism and the range
 * @param assumed true when no source gives the range
 * @param excludes ids of levers that cannot be pulled at the same time
 * @param settings what can be set
 */
public record LeverDescription(
    Class<?> type,
    String id,
    Lever.Group group,
    List<String> changes,
    Lever.Effect effect,
    String source,
    boolean assumed,
    List<String> excludes,
    List<Knob> settings) {

  /** What a number of a setting may be. */
  public enum Kind {
    YES_NO,
    WHOLE,
    REAL
  }

  /**
   * A setting of a lever.
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
      String name,
      Kind kind,
      String unit,
      double low,
      double high,
      double neutral,
      double example) {}

  /** All levers, by heading, then in the order of the registry. */
  public static List<LeverDescription> all() {
    return Arrays.stream(PolicyLever.class.getPermittedSubclasses())
        .map(LeverDescription::of)
        .sorted(Comparator.comparing(LeverDescription::group).thenComparing(LeverDescription::id))
        .toList();
  }

  /** The description of a lever. */
  public static LeverDescription of(PolicyLever lever) {
    return of(lever.getClass());
  }

  static LeverDescription of(Class<?> type) {
    Lever lever = type.getAnnotation(Lever.class);
    return new LeverDescription(
        type,
        lever.id(),
        lever.group(),
        List.of(lever.changes()),
        lever.effect(),
        lever.source(),
        lever.assumed(),
        Arrays.stream(lever.excludes()).map(e -> e.getAnnotation(Lever.class).id()).toList(),
        Arrays.stream(type.getRecordComponents()).map(LeverDescription::knob).toList());
  }

  private static Knob knob(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    Kind kind =
        component.getType() == boolean.class
            ? Kind.YES_NO
            : component.getType() == int.class ? Kind.WHOLE : Kind.REAL;
    return new Knob(
        component.getName(),
        kind,
        setting.unit(),
        setting.low(),
        setting.high(),
        setting.neutral(),
        setting.example());
  }

  /**
   * The lever of an id.
   *
   * @throws InputRefused {@code lever.unknown} naming it and those that exist
   */
  public static LeverDescription named(String id) {
    return all().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InputRefused(
                    "lever.unknown",
                    "field",
                    "levers",
                    "lever",
                    id,
                    "known",
                    String.join(", ", all().stream().map(LeverDescription::id).toList())));
  }

  /** The lever at its neutral setting. */
  public PolicyLever neutral() {
    return make(Knob::neutral);
  }

  /** The lever pulled a little. */
  public PolicyLever example() {
    return make(Knob::example);
  }

  /**
   * The lever with these settings.
   *
   * @param values by name; yes/no as 0 or 1
   * @throws InputRefused {@code lever.setting} for a name it does not have or that is missing,
   *     {@code field.range} for a value out of range
   */
  public PolicyLever with(Map<String, Double> values) {
    for (String name : values.keySet()) {
      if (settings.stream().noneMatch(knob -> knob.name().equals(name))) {
        throw misnamed(name);
      }
    }
    return make(
        knob -> {
          Double value = values.get(knob.name());
          if (value == null) {
            throw misnamed(knob.name());
          }
          return value;
        });
  }

  private InputRefused misnamed(String name) {
    String known = String.join(", ", settings.stream().map(Knob::name).toList());
    return new InputRefused(
        "lever.setting", "field", "levers", "setting", name, "lever", id, "known", known);
  }

  /** Settings of a lever by name, yes/no as 0 or 1. */
  public static Map<String, Double> values(PolicyLever lever) {
    Map<String, Double> values = new LinkedHashMap<>();
    try {
      for (RecordComponent component : lever.getClass().getRecordComponents()) {
        Object value = component.getAccessor().invoke(lever);
        values.put(
            component.getName(),
            value instanceof Boolean yes ? (yes ? 1.0 : 0.0) : ((Number) value).doubleValue());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  /**
   * Refuses a list that pulls a lever twice or two that exclude one another.
   *
   * @return the levers in the order in which they are applied: by heading, then id, so that a plan
   *     does not depend on the order in which they were written down
   */
  public static List<PolicyLever> ordered(List<PolicyLever> levers) {
    List<PolicyLever> ordered = new ArrayList<>(levers);
    Comparator<LeverDescription> byPlace =
        Comparator.comparing(LeverDescription::group).thenComparing(LeverDescription::id);
    ordered.sort(Comparator.comparing(LeverDescription::of, byPlace));
    for (int k = 1; k < ordered.size(); k++) {
      LeverDescription one = of(ordered.get(k));
      for (PolicyLever other : ordered.subList(0, k)) {
        String second = of(other).id();
        if (one.id().equals(second) || one.excludes().contains(second)) {
          throw new InputRefused(
              "lever.together", "field", "levers", "one", second, "other", one.id());
        }
      }
    }
    return List.copyOf(ordered);
  }

  private PolicyLever make(ToDoubleFunction<Knob> valueOf) {
    Object[] values = new Object[settings.size()];
    for (int k = 0; k < values.length; k++) {
      Knob knob = settings.get(k);
      double value = valueOf.applyAsDouble(knob);
      require(knob, value);
      values[k] =
          switch (knob.kind()) {
            case YES_NO -> value == 1;
            case WHOLE -> (int) value;
            case REAL -> value;
          };
    }
    try {
      Constructor<?> canonical = type.getDeclaredConstructors()[0];
      return (PolicyLever) canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Refuses a value out of its setting's range, or between whole numbers where only those fit. */
  private static void require(Knob knob, double value) {
    boolean whole = knob.kind() == Kind.REAL || value == Math.rint(value);
    if (!(value >= knob.low() && value <= knob.high() && whole)) {
      throw new InputRefused(
          "field.range",
          "field",
          knob.name(),
          "value",
          value,
          "low",
          knob.low(),
          "high",
          knob.high());
    }
  }

  /** Refuses values, in the order of a record's components, that lie out of their ranges. */
  static void require(Class<? extends PolicyLever> type, double... values) {
    RecordComponent[] components = type.getRecordComponents();
    for (int k = 0; k < values.length; k++) {
      require(knob(components[k]), values[k]);
    }
  }
}
