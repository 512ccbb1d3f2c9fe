package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Sources of a layer as one: each record is there whole or not at all. */
final class RankedMerge {

  private RankedMerge() {}

  /**
   * Records of the first rank, then of the second what has its place beside them, and so on.
   *
   * @param sources in the order of their ranks
   * @param ground an empty one
   */
  static <T> List<T> of(List<Ranked<T>> sources, Supplier<Ground<T>> ground) {
    return kept(sources, ground).stream().flatMap(each -> each.records().stream()).toList();
  }

  /** The same, source by source. */
  static <T> List<Ranked<T>> kept(List<Ranked<T>> sources, Supplier<Ground<T>> ground) {
    List<Ranked<T>> merged = new ArrayList<>();
    Ground<T> taken = ground.get();
    Ground<T> replaced = ground.get();
    for (Ranked<T> source : sources) {
      Ground<T> above = source.fills() ? taken : replaced;
      List<T> kept = source.records().stream().filter(each -> !above.covers(each)).toList();
      merged.add(new Ranked<>(source.source(), source.use(), kept));
      kept.forEach(taken::add);
      if (source.replaces()) {
        kept.forEach(replaced::add);
      }
    }
    return merged;
  }
}
