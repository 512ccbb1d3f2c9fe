package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.Scenario;

/**
 * How much of the difference between two plans each changed assumption brings. Every mixture of the
 * two scenarios is asked for: 2^n for Shapley values, 2n otherwise.
 *
 * @param changes assumptions, in the order in which the third column changes them
 * @param total second outcome less the first, by metric of {@link Outcome#METRICS}
 * @param parts one row per assumption
 * @param publicKnown false when revenue is not known; the public column then means nothing
 * @param plans mixtures asked for
 */
public record Attribution(
    List<Change> changes, Sums total, List<Part> parts, boolean publicKnown, int plans) {

  /** More assumptions than this get no Shapley values. */
  public static final int MOST_FOR_SHAPLEY = 10;

  /** A difference by metric of {@link Outcome#METRICS}. */
  public record Sums(
      double weightedPeople,
      double peopleStandard,
      double peopleBasic,
      double lifetimeCostUsd,
      double publicUsd) {

    static Sums of(long[] units) {
      return new Sums(
          Outcome.value(0, units[0]),
          Outcome.value(1, units[1]),
          Outcome.value(2, units[2]),
          Outcome.value(3, units[3]),
          Outcome.value(4, units[4]));
    }
  }

  /**
   * What one assumption brings.
   *
   * @param name of the assumption
   * @param alone this one changed and nothing else; these need not add up
   * @param inOrder this one changed after those above it; these add up to the total exactly
   * @param shapley mean over all orders; these add up to the total exactly; null for more than
   *     {@value #MOST_FOR_SHAPLEY} assumptions
   */
  public record Part(String name, Sums alone, Sums inOrder, Sums shapley) {}

  /**
   * Attributes the difference between two scenarios on the same facts.
   *
   * @throws org.kiungo.planner.model.InputRefused {@code attribution.stopped} when {@code stop}
   *     ends it early
   */
  public static Attribution of(
      PlanningProblem problem,
      Scenario from,
      Scenario to,
      Progress progress,
      BooleanSupplier stop) {
    Assumptions assumptions = Assumptions.between(from, to);
    int n = assumptions.changes().size();
    int expected = n <= MOST_FOR_SHAPLEY ? 1 << n : 2 * n;
    Mixtures mixtures = new Mixtures(problem, assumptions, expected, progress, stop);
    return of(assumptions.changes(), mixtures::outcome);
  }

  /** True when two problems hold the same facts, whatever terms they were read with. */
  public static boolean sameFacts(PlanningProblem a, PlanningProblem b) {
    return a.equals(b.withTerms(a.standard(), a.money()));
  }

  /**
   * Attributes a difference whose outcomes are known or can be found.
   *
   * @param outcomeOf outcome with a set of assumptions changed, as bits; asked once for each, few
   *     changes before many
   */
  static Attribution of(List<Change> changes, LongFunction<Outcome> outcomeOf) {
    int n = changes.size();
    Map<Long, Outcome> known = new HashMap<>();
    LongFunction<long[]> units = set -> known.computeIfAbsent(set, outcomeOf::apply).units();
    boolean each = n <= MOST_FOR_SHAPLEY;
    (each ? LongStream.range(0, 1L << n) : LongStream.concat(singles(n), prefixes(n)))
        .boxed()
        .sorted(Comparator.comparingInt(Long::bitCount))
        .forEach(units::apply);
    long[][] shapley = each ? new ShapleyValues(n, units).values() : null;
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      long before = (1L << k) - 1;
      parts.add(
          new Part(
              changes.get(k).name(),
              difference(units, 0, 1L << k),
              difference(units, before, before | 1L << k),
              each ? Sums.of(shapley[k]) : null));
    }
    boolean publicKnown = known.values().stream().allMatch(Outcome::publicKnown);
    Sums total = difference(units, 0, (1L << n) - 1);
    return new Attribution(changes, total, parts, publicKnown, known.size());
  }

  private static LongStream singles(int n) {
    return LongStream.range(0, n).map(k -> 1L << k);
  }

  private static LongStream prefixes(int n) {
    return LongStream.rangeClosed(0, n).map(k -> (1L << k) - 1);
  }

  private static Sums difference(LongFunction<long[]> units, long from, long to) {
    long[] a = units.apply(from);
    long[] b = units.apply(to);
    long[] difference = new long[a.length];
    for (int metric = 0; metric < a.length; metric++) {
      difference[metric] = b[metric] - a[metric];
    }
    return Sums.of(difference);
  }
}
