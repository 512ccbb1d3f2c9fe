package org.kiungo.geodata.feed;

import java.util.List;
import org.kiungo.planner.scenario.Feed;

/**
 * Records of one source of a layer, in the order of ranks among others.
 *
 * @param source as {@link Feed#source}
 * @param use what becomes of them
 * @param records of it
 */
public record Ranked<T>(String source, Feed.Use use, List<T> records) {

  public Ranked {
    records = List.copyOf(records);
  }

  /** Whether nothing of lower rank stays where it lies. */
  boolean replaces() {
    return use == Feed.Use.REPLACE || use == Feed.Use.ALONE;
  }

  /** Whether it gives way to everything of higher rank, replacing or not. */
  boolean fills() {
    return use == Feed.Use.FILL;
  }
}
