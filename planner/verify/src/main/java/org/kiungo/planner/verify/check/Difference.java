package org.kiungo.planner.verify.check;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * What a rule asked for against what it found: of two of a kind only the parts that differ, each by
 * its name as in the files, {@code budgetUsd 5; phases › 2 › budgetUsd 3}.
 *
 * @param expected of the first
 * @param found of the second
 */
record Difference(String expected, String found) {

  /** Nobody reads more parts than these, */
  private static final int MOST_PARTS = 5;

  /** nor more characters of one side. */
  private static final int LONGEST = 400;

  private static final String OF = " › ";

  static Difference of(Object expected, Object found) {
    List<Difference> parts = new ArrayList<>();
    if (isWhole(expected, found)) {
      compare("", expected, found, parts);
    }
    if (parts.isEmpty()) {
      parts.add(new Difference(Told.of(expected), Told.of(found)));
    }
    StringJoiner one = new StringJoiner("; ");
    StringJoiner other = new StringJoiner("; ");
    for (Difference each : parts.subList(0, Math.min(MOST_PARTS, parts.size()))) {
      one.add(each.expected);
      other.add(each.found);
    }
    if (parts.size() > MOST_PARTS) {
      one.add("…");
      other.add("…");
    }
    return new Difference(shortened(one.toString()), shortened(other.toString()));
  }

  private static String shortened(String told) {
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST - 1) + "…";
  }

  private static boolean isWhole(Object one, Object other) {
    return one instanceof Record && other != null && one.getClass() == other.getClass();
  }

  private static void compare(String path, Object one, Object other, List<Difference> parts) {
    if (Objects.equals(one, other)) {
      return;
    }
    if (isWhole(one, other)) {
      for (RecordComponent each : one.getClass().getRecordComponents()) {
        String name = path.isEmpty() ? each.getName() : path + OF + each.getName();
        compare(name, Told.part(one, each), Told.part(other, each), parts);
      }
    } else if (one instanceof Map<?, ?> due && other instanceof Map<?, ?> is) {
      Set<String> keys = new TreeSet<>();
      due.keySet().forEach(each -> keys.add(each.toString()));
      is.keySet().forEach(each -> keys.add(each.toString()));
      keys.forEach(each -> compare(path + OF + each, due.get(each), is.get(each), parts));
    } else if (one instanceof List<?> due && other instanceof List<?> is) {
      lists(path, due, is, parts);
    } else {
      parts.add(new Difference(path + " " + told(one), path + " " + told(other)));
    }
  }

  /** Of as many one by one, else what only one of them has. */
  private static void lists(String path, List<?> due, List<?> is, List<Difference> parts) {
    if (due.size() == is.size()) {
      for (int k = 0; k < due.size(); k++) {
        compare(path + OF + (k + 1), due.get(k), is.get(k), parts);
      }
    } else {
      parts.add(
          new Difference(path + " " + told(without(due, is)), path + " " + told(without(is, due))));
    }
  }

  private static List<?> without(List<?> some, Collection<?> others) {
    List<Object> left = new ArrayList<>(some);
    left.removeAll(others);
    return left;
  }

  private static String told(Object value) {
    return value == null ? "none" : Told.of(value);
  }
}
