package org.kiungo.planner.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * What a plan says of its value and of the bound on it; whether that is so, {@code verify} says.
 *
 * @param sense MAXIMISE or MINIMISE
 * @param value the plan's objective value, recomputed from its decisions
 * @param bound no plan within the stated candidate graph and rules is better than this; NaN when no
 *     bound is available
 * @param gapRatio (bound − value)/bound when maximising, (value − bound)/value when minimising; NaN
 *     without a bound
 * @param lambdaPeoplePerUsd price of money at which the bound was found; NaN when not priced
 * @param method literature name of the bound
 * @param candidateGraph which links the bound ranges over, in words a planner can check
 * @param relaxed rules the bound leaves out (it stays valid; they widen the gap)
 * @param seed random seed of the run
 * @param steps moves that local search tried; in a plan folder, those that it may try
 * @param engineVersion of Kiungo
 * @param catalogueVersion hash of the catalogue
 * @param endedBy what ended the search
 * @param rows of a programme, one for each phase; empty where there are no phases
 * @param lambdaByCountryPeoplePerUsd price of money of each country with a budget of its own, by
 *     ISO 3166-1 alpha-3, no lower than that of all other money; empty where one price is all
 */
public record Certificate(
    Sense sense,
    double value,
    double bound,
    double gapRatio,
    double lambdaPeoplePerUsd,
    String method,
    String candidateGraph,
    List<String> relaxed,
    long seed,
    long steps,
    String engineVersion,
    String catalogueVersion,
    End endedBy,
    List<Row> rows,
    Map<String, Double> lambdaByCountryPeoplePerUsd) {

  /**
   * The part of a programme's bound that one phase has. The bound is Σ weight · boundPeople, of a
   * floor Σ weight · boundRatio over Σ weight, of least cost Σ weight · boundUsd less Σ weight ·
   * cumulativeUsd of all rows but the last phase's. Where the row is proven by itself, no more
   * weighted people are served until the end of its phase; where money waits for later phases, the
   * rows hold as a sum only.
   *
   * @param phase its number, the first being 1
   * @param cumulativeUsd money that came in until then
   * @param weight what a person served until the end of the phase counts for it, years; of least
   *     cost the price of money paid until then, the last phase's being 1
   * @param boundPeople weighted people; a bound of its own only where {@code waitingRatio} is 0;
   *     NaN where the goal is another
   * @param lambdaPeoplePerUsd price of money in the row
   * @param waitingRatio what money of later phases is worth, in money of this row: Σ weight · λ of
   *     later rows over weight · λ; 0 where the row is proven by itself
   * @param method of the row's bound
   * @param candidateGraph of the row
   * @param boundRatio of a floor: no district need fall short of a higher share, 0–1; else NaN
   * @param boundUsd of least cost: what stands at the end of the phase has no lower rent; else NaN
   */
  public record Row(
      int phase,
      double cumulativeUsd,
      double weight,
      double boundPeople,
      double lambdaPeoplePerUsd,
      double waitingRatio,
      String method,
      String candidateGraph,
      double boundRatio,
      double boundUsd) {

    /** A row that bounds people. */
    public Row(
        int phase,
        double cumulativeUsd,
        double weight,
        double boundPeople,
        double lambdaPeoplePerUsd,
        double waitingRatio,
        String method,
        String candidateGraph) {
      this(
          phase,
          cumulativeUsd,
          weight,
          boundPeople,
          lambdaPeoplePerUsd,
          waitingRatio,
          method,
          candidateGraph,
          Double.NaN,
          Double.NaN);
    }
  }

  /** Direction of an objective. */
  public enum Sense {
    MAXIMISE,
    MINIMISE
  }

  /** What ends a search. */
  public enum End {
    /** Nothing was left to search for: bound and plan meet. */
    OPTIMUM,
    /** A small question was branched on as far as its limit on work lets it. */
    BRANCHES,
    /** Moves, where the question is small and asks for rules that are not branched on. */
    RULES,
    /** All moves of the local search were tried, which is the last of its limits on work. */
    MOVES,
    /** Other limits that count work, such as rounds: the same input gives the same bytes again. */
    WORK,
    /** The time limit that was asked for, before all that: another run may find another plan. */
    CLOCK,
    /** A person, likewise. */
    STOP
  }

  /** Bound and value this near are the same, counted in another order. */
  private static final double ALIKE = 1e-9;

  public Certificate {
    relaxed = List.copyOf(relaxed);
    endedBy = endedBy == null ? End.WORK : endedBy;
    rows = rows == null ? List.of() : List.copyOf(rows);
    // certificates of before countries had prices have none
    lambdaByCountryPeoplePerUsd =
        lambdaByCountryPeoplePerUsd == null
            ? Map.of()
            : Collections.unmodifiableMap(new TreeMap<>(lambdaByCountryPeoplePerUsd));
  }

  /** Of a search that did all its work. */
  public Certificate(
      Sense sense,
      double value,
      double bound,
      double gapRatio,
      double lambdaPeoplePerUsd,
      String method,
      String candidateGraph,
      List<String> relaxed,
      long seed,
      long steps,
      String engineVersion,
      String catalogueVersion) {
    this(
        sense,
        value,
        bound,
        gapRatio,
        lambdaPeoplePerUsd,
        method,
        candidateGraph,
        relaxed,
        seed,
        steps,
        engineVersion,
        catalogueVersion,
        End.WORK,
        List.of(),
        Map.of());
  }

  /** The same of the search that a scenario asks for. */
  public Certificate withSearch(long asked, long mostSteps) {
    return new Certificate(
        sense,
        value,
        bound,
        gapRatio,
        lambdaPeoplePerUsd,
        method,
        candidateGraph,
        relaxed,
        asked,
        mostSteps,
        engineVersion,
        catalogueVersion,
        endedBy,
        rows,
        lambdaByCountryPeoplePerUsd);
  }

  /** The same proof of a search that ended so. */
  public Certificate withEnd(End end) {
    return new Certificate(
        sense,
        value,
        bound,
        gapRatio,
        lambdaPeoplePerUsd,
        method,
        candidateGraph,
        relaxed,
        seed,
        steps,
        engineVersion,
        catalogueVersion,
        end,
        rows,
        lambdaByCountryPeoplePerUsd);
  }

  /** True where bound and value meet: only then may it say that its search ended at an optimum. */
  public boolean meetsBound() {
    return gapRatio <= ALIKE;
  }

  /**
   * The same, saying what ended its search if that was not said before.
   *
   * @param stop that the search asked
   * @param pulled true when it was told to end
   */
  public Certificate endedBy(BooleanSupplier stop, boolean pulled) {
    if (meetsBound()) {
      return withEnd(End.OPTIMUM);
    }
    if (pulled) {
      return withEnd(stop instanceof Stop who ? who.end() : End.STOP);
    }
    return endedBy != End.WORK ? this : withEnd(steps > 0 ? End.MOVES : End.WORK);
  }

  /** The same of a programme, proven by rows. */
  public Certificate withRows(List<Row> proven) {
    return new Certificate(
        sense,
        value,
        bound,
        gapRatio,
        lambdaPeoplePerUsd,
        method,
        candidateGraph,
        relaxed,
        seed,
        steps,
        engineVersion,
        catalogueVersion,
        endedBy,
        proven,
        lambdaByCountryPeoplePerUsd);
  }

  /** The same at prices of countries with budgets of their own. */
  public Certificate withLambdaByCountry(Map<String, Double> peoplePerUsd) {
    return new Certificate(
        sense,
        value,
        bound,
        gapRatio,
        lambdaPeoplePerUsd,
        method,
        candidateGraph,
        relaxed,
        seed,
        steps,
        engineVersion,
        catalogueVersion,
        endedBy,
        rows,
        peoplePerUsd);
  }

  /**
   * The same bound beside another plan of the same question, which is an optimum no more where the
   * two do not meet.
   */
  public Certificate withValue(double better) {
    double still = sense == Sense.MINIMISE ? Math.min(bound, better) : bound;
    Certificate beside =
        new Certificate(
            sense,
            better,
            still,
            gapRatio(sense, better, still),
            lambdaPeoplePerUsd,
            method,
            candidateGraph,
            relaxed,
            seed,
            steps,
            engineVersion,
            catalogueVersion,
            endedBy,
            rows,
            lambdaByCountryPeoplePerUsd);
    return endedBy == End.OPTIMUM && !beside.meetsBound() ? beside.withEnd(End.WORK) : beside;
  }

  /**
   * By how much the best answer to the same question may still exceed this one, as a share of what
   * this one comes to: (bound − value)/value when maximising, (value − bound)/value when
   * minimising. Of two plans, a difference within what both may be off is none.
   *
   * @return ≥ 0; infinite where nothing is reached and something may be; NaN without a bound
   */
  public double marginRatio() {
    double missing = Math.abs(bound - value);
    return missing == 0 ? 0 : missing / Math.abs(value);
  }

  /** The gap's definition, in one place. */
  public static double gapRatio(Sense sense, double value, double bound) {
    if (Double.isNaN(bound)) {
      return Double.NaN;
    }
    double whole = sense == Sense.MAXIMISE ? bound : value;
    double missing = sense == Sense.MAXIMISE ? bound - value : value - bound;
    return whole == 0 ? 0 : missing / whole;
  }
}
