package org.kiungo.geodata.census;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.census.CensusDistricts.Area;
import org.kiungo.geodata.census.CensusDistricts.Drawing;
import org.kiungo.geodata.census.Reform.Side;

/** On which side of its country's reforms a table is, and the drawing that it is joined to. */
final class Sides {

  private final Map<Reform, Side> told;
  private final Map<Reform, Side> drawn = new LinkedHashMap<>();
  private final Map<Reform, Set<String>> joined = new LinkedHashMap<>();

  private Sides(Map<Reform, Side> told) {
    this.told = told;
  }

  /**
   * As a table's names tell it; what they leave open, as it is answered.
   *
   * @param answered before, since; empty for not answered
   */
  static Sides of(String iso3, Collection<String> names, String answered) {
    Map<Reform, Side> told = new LinkedHashMap<>();
    for (Reform each : Reform.of(iso3)) {
      Side side = each.side(names);
      boolean open = side == Side.UNSAID && !answered.isEmpty();
      told.put(each, open ? Side.valueOf(answered.toUpperCase(Locale.ROOT)) : side);
    }
    return new Sides(told);
  }

  /** Drawings of the table's side, or all where there is none of it. */
  List<Drawing> fitting(List<Drawing> drawings) {
    List<Drawing> fitting =
        drawings.stream()
            .filter(
                drawing ->
                    told.entrySet().stream()
                        .allMatch(
                            each -> {
                              Side there = each.getKey().side(names(drawing));
                              return each.getValue() == Side.UNSAID
                                  || there == each.getValue()
                                  || there == Side.UNSAID;
                            }))
            .toList();
    return fitting.isEmpty() ? drawings : fitting;
  }

  private static List<String> names(Drawing drawing) {
    return drawing.areas().stream().map(Area::name).toList();
  }

  /** The same beside the drawing that is taken; one without created names is of before. */
  Sides in(Drawing taken) {
    List<String> names = names(taken);
    for (Reform each : told.keySet()) {
      boolean since = each.side(names) == Side.SINCE;
      drawn.put(each, since ? Side.SINCE : Side.BEFORE);
    }
    return this;
  }

  /** The year of a reform on whose other side an area of this name is drawn; empty for none. */
  String contradicted(String name) {
    return told.keySet().stream()
        .filter(each -> each.changes(name))
        .filter(each -> told.get(each) != Side.UNSAID && told.get(each) != drawn.get(each))
        .map(each -> each.year() + "")
        .findFirst()
        .orElse("");
  }

  /** Counts a name that is joined. */
  void join(String name) {
    for (Reform each : told.keySet()) {
      if (each.changes(name)) {
        joined.computeIfAbsent(each, none -> new LinkedHashSet<>()).add(name);
      }
    }
  }

  /** The first reform of which nobody says the side, with names of both that are joined. */
  Optional<Reform> unsaid() {
    return joined.keySet().stream().filter(each -> told.get(each) == Side.UNSAID).findFirst();
  }

  /** Names of areas that a reform has changed. */
  Set<String> joined(Reform reform) {
    return joined.get(reform);
  }
}
