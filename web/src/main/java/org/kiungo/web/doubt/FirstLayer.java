package org.kiungo.web.doubt;

import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.folder.doubt.Doubt;

/**
 * The layer of figures whose truth is worth most, and whether the futures tell it apart from the
 * others: by more than the wider of its own and the second's intervals.
 */
public record FirstLayer(Doubt.Layer layer, boolean standsOut) {

  /** Null of a study without layers. */
  public static FirstLayer find(Doubt doubt) {
    List<Doubt.Layer> layers = ranked(doubt);
    if (layers.size() < 2) {
      return layers.isEmpty() ? null : new FirstLayer(layers.get(0), true);
    }
    Doubt.Regret first = layers.get(0).regret();
    Doubt.Regret second = layers.get(1).regret();
    double width = Math.max(first.halfWidth95(), second.halfWidth95());
    return new FirstLayer(layers.get(0), first.mean() - second.mean() > width);
  }

  /** Layers from the one whose truth is worth most. */
  public static List<Doubt.Layer> ranked(Doubt doubt) {
    return doubt.layers().stream()
        .sorted(Comparator.comparingDouble((Doubt.Layer each) -> -each.regret().mean()))
        .toList();
  }
}
