package org.kiungo.web.ogc;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * What a feature is asked for. As CQL2 has it there are three answers: yes, no, and not known where
 * a value that is asked for is not there; features are chosen by a yes.
 */
@FunctionalInterface
interface Condition {

  /**
   * @return null = not known
   */
  Boolean test(Feature feature);

  /** A value of a feature: String, Number, Boolean, or null. */
  @FunctionalInterface
  interface Value extends Function<Feature, Object> {}

  static Value column(String name) {
    return feature -> feature.attributes().get(name);
  }

  default boolean chooses(Feature feature) {
    return Boolean.TRUE.equals(test(feature));
  }

  default Condition not() {
    return feature -> {
      Boolean told = test(feature);
      return told == null ? null : (Boolean) !told;
    };
  }

  static Condition all(List<Condition> conditions) {
    return joined(conditions, false);
  }

  static Condition any(List<Condition> conditions) {
    return joined(conditions, true);
  }

  /** One of the deciding kind decides; else one that is not known leaves all of it so. */
  private static Condition joined(List<Condition> conditions, boolean deciding) {
    return feature -> {
      boolean known = true;
      for (Condition each : conditions) {
        Boolean told = each.test(feature);
        if (told == null) {
          known = false;
        } else if (told == deciding) {
          return deciding;
        }
      }
      return known ? (Boolean) !deciding : null;
    };
  }

  /**
   * Compares two values of one kind.
   *
   * @param wanted of the sign of the first less the second
   */
  static Condition compared(Value first, Value second, IntPredicate wanted) {
    return feature -> {
      Object a = first.apply(feature);
      Object b = second.apply(feature);
      return a == null || b == null ? null : (Boolean) wanted.test(order(a, b));
    };
  }

  private static int order(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return x instanceof Long && y instanceof Long
          ? Long.compare(x.longValue(), y.longValue())
          : Double.compare(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return Boolean.compare(x, y);
    }
    return Integer.signum(a.toString().compareTo(b.toString()));
  }

  /** True where nothing is known. */
  static Condition isNull(Value value) {
    return feature -> value.apply(feature) == null;
  }

  /** True where a feature lies nowhere that is known. */
  static Condition isPlaceless() {
    return feature -> feature.geometry() == null || feature.geometry().isEmpty();
  }

  /** Any of some values. */
  static Condition in(Value value, List<Value> wanted) {
    return any(wanted.stream().map(each -> compared(value, each, sign -> sign == 0)).toList());
  }

  /** Text of a pattern, in which % stands for any text, _ for one sign, \ before either of them. */
  static Condition like(Value value, String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int k = 0; k < pattern.length(); k++) {
      char c = pattern.charAt(k);
      if (c == '\\' && k + 1 < pattern.length()) {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(++k))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    Pattern compiled = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return feature -> {
      Object text = value.apply(feature);
      return text == null ? null : (Boolean) compiled.matcher(text.toString()).matches();
    };
  }

  /**
   * Whether a feature lies on some ground.
   *
   * @param placeless what is told of a feature without a place
   */
  static Condition on(Geometry ground, Boolean placeless) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(Objects.requireNonNull(ground));
    return feature -> {
      Geometry at = feature.geometry();
      return at == null ? placeless : (Boolean) prepared.intersects(at);
    };
  }
}
