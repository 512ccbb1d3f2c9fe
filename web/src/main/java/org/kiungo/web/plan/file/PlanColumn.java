package org.kiungo.web.plan.file;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.cost.AssetCost;

/**
 * A column of a plan's layer. Files and their code book are made of the same list, so that none is
 * without its meaning.
 *
 * @param <T> what a row is
 * @param name as files have it
 * @param type of its values
 * @param origin where its values come from
 * @param allowed names that may stand there, in order; empty where they are no list
 * @param value of a row; null = not known, or none
 */
record PlanColumn<T>(
    String name, Field.Type type, Origin origin, List<String> allowed, Function<T, Object> value) {

  /** Where values come from. */
  enum Origin {
    /** From the inputs. */
    GIVEN,
    /** Decided by the plan. */
    CHOSEN,
    /** From decisions, inputs and cost book. */
    COMPUTED,
    /** Said by people about a project. */
    SAID;

    /** As bundles name it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static <T> PlanColumn<T> text(String name, Origin origin, Function<T, String> value) {
    return new PlanColumn<>(name, Field.Type.TEXT, origin, List.of(), value::apply);
  }

  static <T> PlanColumn<T> whole(String name, Origin origin, Function<T, Number> value) {
    return new PlanColumn<>(
        name,
        Field.Type.INTEGER,
        origin,
        List.of(),
        row -> {
          Number number = value.apply(row);
          return number == null ? null : (Object) number.longValue();
        });
  }

  /** Not a number is not known. */
  static <T> PlanColumn<T> number(String name, Origin origin, Function<T, Double> value) {
    return new PlanColumn<>(
        name,
        Field.Type.REAL,
        origin,
        List.of(),
        row -> {
          Double number = value.apply(row);
          return number == null || number.isNaN() ? null : number;
        });
  }

  /** USD of an amount in cents. */
  static <T> PlanColumn<T> usd(String name, Function<T, Long> cents) {
    return number(
        name,
        Origin.COMPUTED,
        row -> {
          Long amount = cents.apply(row);
          return amount == null ? null : (Double) AssetCost.usd(amount);
        });
  }

  static <T> PlanColumn<T> truth(String name, Origin origin, Function<T, Boolean> value) {
    return new PlanColumn<>(
        name, Field.Type.BOOLEAN, origin, List.of("true", "false"), value::apply);
  }

  /** One of an enumeration's names; empty where there is none. */
  static <T, E extends Enum<E>> PlanColumn<T> named(
      String name, Origin origin, Class<E> names, Function<T, E> value) {
    return PlanColumn.<T>text(
            name,
            origin,
            row -> {
              E one = value.apply(row);
              return one == null ? "" : one.name();
            })
        .of(List.of(names.getEnumConstants()).stream().map(Enum::name).toList());
  }

  /** The same where no other values may stand. */
  PlanColumn<T> of(List<String> values) {
    return new PlanColumn<>(name, type, origin, values, value);
  }

  Field field() {
    return new Field(name, type);
  }
}
