package org.kiungo.planner.doubt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kiungo.planner.model.value.InputRefused;

/** A layer of figures that may be wrong. */
public enum DoubtLayer {
  /**
   * Share of a place's people covered today, between its low and its high end; of all places, over
   * the whole of the range that is published.
   */
  COVERAGE,
  /** What people use, between the ends of the catalogue's figures. */
  DEMAND,
  /** Prices, between the ends of the catalogue's figures. */
  PRICES,
  /** People: ±{@value #COUNTRY_RATIO} of all, ±{@value #PLACE_RATIO} of each place, assumed. */
  PEOPLE;

  /** No source gives either range. */
  static final double COUNTRY_RATIO = 0.05;

  static final double PLACE_RATIO = 0.20;

  /** In files and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True where the range is taken, since no source gives one. */
  public boolean isAssumed() {
    return this == PEOPLE;
  }

  /**
   * Layers by id, in the order of this enum.
   *
   * @throws InputRefused {@code doubt.layer} where an id is unknown or none is given
   */
  public static List<DoubtLayer> of(List<String> ids) {
    Set<DoubtLayer> layers = EnumSet.noneOf(DoubtLayer.class);
    List<String> all = new ArrayList<>();
    for (DoubtLayer each : values()) {
      all.add(each.id());
      if (ids.contains(each.id())) {
        layers.add(each);
      }
    }
    for (String id : ids) {
      if (!all.contains(id)) {
        throw new InputRefused("doubt.layer", "field", "layers", "layer", id);
      }
    }
    if (layers.isEmpty()) {
      throw new InputRefused("doubt.layer", "field", "layers", "layer", "");
    }
    return List.copyOf(layers);
  }
}
