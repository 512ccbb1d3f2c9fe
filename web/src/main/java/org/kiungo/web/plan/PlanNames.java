package org.kiungo.web.plan;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.model.value.InputRefused;

/** Names of plans: within a country each is another plan's; the second of a name is numbered. */
final class PlanNames {

  /** As the table keeps them. */
  static final int LONGEST = 200;

  private static final int ROOM_FOR_NUMBER = 8;

  private PlanNames() {}

  /**
   * The name, or the first number of it that is free: {@code Benin}, {@code Benin (2)}, …
   *
   * @param taken names that are others' already; case does not tell them apart
   */
  static String free(String wanted, Collection<String> taken) {
    String name = shortened(wanted.strip(), LONGEST);
    if (name.isEmpty()) {
      return name; // each reader is told what such a plan strives for, in their language
    }
    Set<String> others = taken.stream().map(PlanNames::same).collect(Collectors.toSet());
    String free = name;
    for (int number = 2; others.contains(same(free)); number++) {
      free = shortened(name, LONGEST - ROOM_FOR_NUMBER) + " (" + number + ")";
    }
    return free;
  }

  /**
   * Nobody's name is cut without a word.
   *
   * @throws InputRefused {@code field.tooLong} for one that the table cannot keep
   */
  static void requireShort(String wanted) {
    int length = wanted.strip().length();
    if (length > LONGEST) {
      throw new InputRefused("field.tooLong", "field", "name", "found", length, "limit", LONGEST);
    }
  }

  /** Names that Kiungo makes may be too long, and others leave no room for a number. */
  private static String shortened(String name, int longest) {
    return name.substring(0, Math.min(name.length(), longest));
  }

  private static String same(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
