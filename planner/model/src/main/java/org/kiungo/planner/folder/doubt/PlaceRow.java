package org.kiungo.planner.folder.doubt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One place, a row of {@code places.csv}.
 *
 * @param futures in so many plans made for futures it gets service
 * @param kind one of {@link #PLACES}
 * @param planned true when the plan in doubt serves it
 * @param technologyId what serves it in most of those plans; empty where none does
 * @param technologyRatio share of those plans in which it is that one, 0–1; NaN where none does
 * @param decisiveLayer the layer whose draws tell best in which plans it is; empty where none tells
 *     more than how many there are
 * @param rightRatio share of futures told right by one split of that layer's draws; NaN likewise
 */
public record PlaceRow(
    String settlementId,
    int futures,
    String kind,
    boolean planned,
    String technologyId,
    double technologyRatio,
    String decisiveLayer,
    double rightRatio) {

  /** In all, in nine of ten, in some, in none. */
  public static final List<String> PLACES = List.of("always", "nearly", "depends", "never");

  /** Whether it is in nine of ten futures' plans, or in all. */
  @JsonIgnore
  public boolean isInMost() {
    return PLACES.indexOf(kind) < 2;
  }
}
