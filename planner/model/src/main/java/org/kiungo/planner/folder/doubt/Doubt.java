package org.kiungo.planner.folder.doubt;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param choices for each objective the plan that does best in every first future of two, judged by
 *     the others
 * @param firstPhase what to sign with a first part of the budget; absent where none was asked for
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
    Choices choices,
    @JsonInclude(JsonInclude.Include.NON_NULL) FirstPhase firstPhase,
    Information information,
    Places places) {

  /** Id of the plan in doubt among the candidates; those made for futures have the future's. */
  public static final String PLAN = "plan";

  /** Id of the first phase of places that nine of ten futures' plans serve. */
  public static final String SURE = "sure";

  /** Most people on average, most in the worst tenth of futures, least lost in the worst future. */
  public static final List<String> OBJECTIVES = List.of("mean", "worstTenth", "worstRegret");

  public Doubt {
    layers = List.copyOf(layers);
  }

  /**
   * A layer of figures.
   *
   * @param id coverage, demand, prices or people
   * @param assumed true where its range is taken, since no source gives one
   * @param regret of the plan in doubt, refilled, where this layer alone is drawn: to be held
   *     against that of the same plan where all are
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
      double mean, double halfWidth95, double worst, double cvar80, double ofBoundRatio) {

    /** Whether the intervals of both meet, so that neither mean is told to be the larger. */
    public boolean overlaps(Regret other) {
      return Math.abs(mean - other.mean) <= halfWidth95 + other.halfWidth95;
    }
  }

  /**
   * @param trimmed its decisions at the future's figures, least people per USD left out until the
   *     budget pays for them
   * @param refilled the same, and what is left of the budget spent when the future is known
   */
  public record Kept(Regret trimmed, Regret refilled) {}

  /**
   * What may be chosen among the plan in doubt and those made for futures.
   *
   * @param judgedOn futures that had no part in any choice; all figures are of those
   * @param meanBound no plan has a higher mean
   * @param worstTenthBound no plan has a higher mean in its worst tenth
   * @param picked by {@link #OBJECTIVES}
   */
  public record Choices(
      int judgedOn, double meanBound, double worstTenthBound, List<Choice> picked) {

    public Choices {
      picked = List.copyOf(picked);
    }

    /** The choice for most people on average. */
    public Choice best() {
      return picked.get(0);
    }
  }

  /**
   * The best plan for an objective, refilled.
   *
   * @param objective one of {@link #OBJECTIVES}
   * @param id of the candidate
   * @param value of it
   * @param worstTenth mean of its least values, of one future in ten, of one at the least
   * @param regret what it loses
   * @param overPlan what it serves more than the plan in doubt; nothing is told apart within the
   *     half width
   */
  public record Choice(
      String objective,
      String id,
      Interval value,
      double worstTenth,
      Regret regret,
      Interval overPlan) {

    /** Whether more or fewer than the plan in doubt is told apart from as many. */
    public boolean differs() {
      return Math.abs(overPlan.mean()) > overPlan.halfWidth95();
    }
  }

  /**
   * What to sign now; what follows is chosen when the future is known, and leaves it as it is.
   *
   * @param usd the part of the budget
   * @param costUsd of the phase at today's figures
   * @param id of the candidate it is a part of, or {@link #SURE}
   * @param places that it serves
   * @param people weighted, at today's figures
   * @param sureInPlans of the places, those that nine of ten futures' plans serve
   * @param wholeIn futures in which nothing of it is lost: it is offered and the budget pays for it
   * @param judgedOn futures that had no part in the choice
   * @param regret in those, completed
   * @param oneShot of the plan in doubt in the same, trimmed
   * @param tried what the first phases bring that were chosen among, in their order: estimates on
   *     which the choice rests, never proven, and not to be held against the figures beside them,
   *     which are of the other futures
   * @param turn what decides what follows
   */
  public record FirstPhase(
      double usd,
      double costUsd,
      String id,
      int places,
      double people,
      int sureInPlans,
      int wholeIn,
      int judgedOn,
      Regret regret,
      Regret oneShot,
      List<Tried> tried,
      Turn turn) {

    public FirstPhase {
      tried = List.copyOf(tried);
    }
  }

  /**
   * @param id of the candidate
   * @param meanValue of the first phase, completed, in every first future of two: an estimate
   */
  public record Tried(String id, double meanValue) {}

  /**
   * One split of the futures in two that tells best which places the second phase serves.
   *
   * @param layer whose common factor splits them; empty where none tells more than how many of all
   *     futures' second phases serve a place
   * @param upTo the highest draw of the lower part; NaN where there is none
   * @param rightRatio share of all that second phases do at places that is told right, 0–1
   * @param plainRatio the same without any split
   * @param places that most second phases of one part serve and most of the other do not
   * @param lowValue mean value of the completed plans of the lower part; NaN where there is none
   * @param highValue of the upper
   */
  public record Turn(
      String layer,
      double upTo,
      double rightRatio,
      double plainRatio,
      int places,
      double lowValue,
      double highValue) {}

  /**
   * Weighted people whom knowing the future would bring at the most.
   *
   * @param atMost regret of the best of all candidates, in the futures that had no part in its
   *     choice; what it would bring the plan in doubt is {@link Kept#refilled}
   */
  public record Information(double atLeast, double atMost) {}

  /** Places by {@link PlaceRow#PLACES}. */
  public record Places(int always, int nearly, int depends, int never) {}
}
