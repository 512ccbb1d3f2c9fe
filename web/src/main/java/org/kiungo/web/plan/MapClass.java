package org.kiungo.web.plan;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.TechnologyFamily;

/**
 * What a byte of the points layer says of a place: 0 most of its people are without service, 1
 * served today ({@link org.kiungo.planner.model.Settlement#isServedToday}), and from 2 on the
 * family of technologies that the plan serves it with, in legend order. Bit 7 is kept for basic
 * service.
 *
 * @param value the byte, 2–127
 * @param family its meaning
 */
public record MapClass(int value, TechnologyFamily family) {

  static final int NONE = 0;
  static final int BASELINE = 1;
  static final int BASIC = 0x80;

  /** Counts changes of what the first two bytes mean. */
  private static final int MEANING = 2;

  private static final List<MapClass> ALL = all(TechnologyFamilies.builtIn());

  private static List<MapClass> all(TechnologyFamilies families) {
    List<MapClass> all = new ArrayList<>();
    for (TechnologyFamily each : families.inLegendOrder()) {
      all.add(new MapClass(BASELINE + 1 + all.size(), each));
    }
    if (BASELINE + all.size() >= BASIC) {
      throw new IllegalStateException(all.size() + " families do not fit into seven bits");
    }
    return List.copyOf(all);
  }

  /** Every family's, in legend order. */
  public static List<MapClass> all() {
    return ALL;
  }

  /** Changes with the meaning of any byte or its look: part of the address of what holds them. */
  public static String version() {
    return Integer.toHexString(31 * ALL.hashCode() + MEANING);
  }

  /** The byte of a family, or of the one that stands for families that are not installed. */
  static int of(String familyId) {
    TechnologyFamily shown = TechnologyFamilies.builtIn().shown(familyId);
    for (MapClass each : ALL) {
      if (each.family.equals(shown)) {
        return each.value;
      }
    }
    throw new IllegalStateException(familyId);
  }
}
