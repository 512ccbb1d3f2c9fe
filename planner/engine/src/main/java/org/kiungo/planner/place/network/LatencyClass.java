package org.kiungo.planner.place.network;

/** Classes of round trips that maps colour and legends name. */
public enum LatencyClass {
  /** Up to 10 ms: as over a local exchange. */
  UP_TO_10,
  /** Up to 50 ms. */
  UP_TO_50,
  /** Up to 150 ms. */
  UP_TO_150,
  /** Up to 300 ms: the limit of transparent conversation (ITU-T G.114). */
  UP_TO_300,
  /** Longer. */
  OVER_300,
  /** No service. */
  UNSERVED;

  /** The class of a round trip; {@link #UNSERVED} for not-a-number. */
  public static LatencyClass of(double roundTripMs) {
    if (Double.isNaN(roundTripMs)) {
      return UNSERVED;
    }
    return roundTripMs <= 10
        ? UP_TO_10
        : roundTripMs <= 50
            ? UP_TO_50
            : roundTripMs <= 150 ? UP_TO_150 : roundTripMs <= 300 ? UP_TO_300 : OVER_300;
  }
}
