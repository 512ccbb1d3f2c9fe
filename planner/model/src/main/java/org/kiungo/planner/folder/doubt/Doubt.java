package org.kiungo.planner.folder.doubt;

import java.util.List;

/**
 * {@code doubt.json}: what a plan loses in futures in which today's figures turn out otherwise, in
 * weighted people. What is lost in a future is counted against a bound that no plan of that future
 * exceeds, so it is never told too small.
 *
 * @param futures drawn with all layers
 * @param futuresPerLayer drawn with one layer alone, of each; 0 where there is one layer
 * @param seed of every draw
 * @param steps moves that local search may try in each future
 * @param layers what is drawn
 * @param own values of the plans made for the futures
 * @param bound on every plan of a future
 * @param plan what the plan in doubt loses
 * @param best the plan that serves most in every first future of two, judged by the others
 * @param information what it is worth to know the future before choosing
 * @param places how many places are in how many of the futures' plans
 */
public record Doubt(
    int futures,
    int futuresPerLayer,
    long seed,
    long steps,
    List<Layer> layers,
    Interval own,
    Interval bound,
    Kept plan,
    Picked best,
    Information information,
    Places places) {

  /** Id of the plan in doubt among the candidates; those made for futures have the future's. */
  public static final String PLAN = "plan";

  public Doubt {
    layers = List.copyOf(layers);
  }

  /**
   * A layer of figures.
   *
   * @param id coverage, demand, prices or people
   * @param assumed true where its range is taken, since no source gives one
   * @param regret of the plan in doubt where this layer alone is drawn
   */
  public record Layer(String id, boolean assumed, Regret regret) {}

  /**
   * A mean over futures, from which the true one is away by more in one of twenty studies at most.
   *
   * @param halfWidth95 Student's, by one degree of freedom less than there are futures
   */
  public record Interval(double mean, double halfWidth95) {}

  /**
   * What a plan loses.
   *
   * @param mean over futures
   * @param halfWidth95 as of {@link Interval}
   * @param worst in one of them
   * @param cvar80 mean of the worst fifth
   * @param ofBoundRatio mean over the mean bound, 0–1
   */
  public record Regret(
      double mean, double halfWidth95, double worst, double cvar80, double ofBoundRatio) {}

  /**
   * @param trimmed its decisions at the future's figures, least people per USD left out until the
   *     budget pays for them
   * @param refilled the same, and what is left of the budget spent when the future is known
   */
  public record Kept(Regret trimmed, Regret refilled) {}

  /**
   * @param id of the candidate
   * @param judgedOn futures that had no part in the choice
   * @param regret in those, refilled
   */
  public record Picked(String id, int judgedOn, Regret regret) {}

  /** Weighted people whom knowing the future would bring at the most. */
  public record Information(double atLeast, double atMost) {}

  /** Places by {@link PlaceRow#PLACES}. */
  public record Places(int always, int nearly, int depends, int never) {}
}
