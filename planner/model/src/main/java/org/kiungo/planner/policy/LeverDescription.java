package org.kiungo.planner.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.model.value.InputRefused;

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
 * @param excludes ids of levers that cannot be pulled at the same time; each of them excludes this
 *     one too
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

  /** The description of a lever. */
  public static LeverDescription of(PolicyLever lever) {
    return of(lever.getClass());
  }

  /** The description of the levers of a type. */
  static LeverDescription of(Class<?> type) {
    Lever lever = type.getAnnotation(Lever.class);
    if (lever == null || !type.isRecord()) {
      throw new IllegalStateException(type.getName() + " is no record with @Lever");
    }
    Map<String, Double> neutral = values(neutral(type));
    return new LeverDescription(
        type,
        lever.id(),
        lever.group(),
        List.of(lever.changes()),
        lever.effect(),
        lever.source(),
        lever.assumed(),
        Arrays.stream(lever.excludes()).map(e -> e.getAnnotation(Lever.class).id()).toList(),
        Arrays.stream(type.getRecordComponents())
            .map(each -> Knob.of(each, neutral.get(each.getName())))
            .toList());
  }

  private static PolicyLever neutral(Class<?> type) {
    try {
      return (PolicyLever) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " needs a constructor without arguments", e);
    }
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
   *     {@code field.range} or {@code field.whole} for a value out of range
   */
  public PolicyLever with(Map<String, Double> values) {
    List<String> names = settings.stream().map(Knob::name).toList();
    TreeSet<String> wrong = new TreeSet<>(values.keySet());
    wrong.removeAll(names);
    names.stream().filter(name -> !values.containsKey(name)).forEach(wrong::add);
    if (!wrong.isEmpty()) {
      String known = String.join(", ", names);
      throw new InputRefused(
          "lever.setting",
          "field",
          "levers",
          "setting",
          wrong.first(),
          "lever",
          id,
          "known",
          known);
    }
    return make(knob -> values.get(knob.name()));
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

  private PolicyLever make(ToDoubleFunction<Knob> valueOf) {
    Object[] values = new Object[settings.size()];
    for (int k = 0; k < values.length; k++) {
      double value = valueOf.applyAsDouble(settings.get(k));
      settings.get(k).require(value);
      values[k] = settings.get(k).boxed(value);
    }
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return (PolicyLever) type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Refuses values, in the order of a record's components, that lie out of their ranges. */
  public static void require(Class<? extends PolicyLever> type, double... values) {
    RecordComponent[] components = type.getRecordComponents();
    for (int k = 0; k < values.length; k++) {
      Knob.of(components[k], values[k]).require(values[k]);
    }
  }
}
