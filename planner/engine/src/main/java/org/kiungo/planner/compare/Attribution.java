package org.kiungo.planner.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;

/**
 * How much of the difference between two plans each changed assumption brings. Every mixture of the
 * two scenarios is asked for: 2^n for Shapley values, 2n otherwise. The plans themselves are the
 * ends, so that what is shared out is the difference that a comparison of the two tells.
 *
 * @param changes assumptions, in the order in which the third column changes them
 * @param total second outcome less the first, by metric of {@link Outcome#METRICS}
 * @param margin of the total: a difference within it is none
 * @param parts one row per assumption
 * @param pairs one row per two assumptions, in their order; none without Shapley values
 * @param publicKnown false when revenue is not known; the public column then means nothing
 * @param plans mixtures asked for
 */
public record Attribution(
    List<Change> changes,
    Sums total,
    Sums margin,
    List<Part> parts,
    List<Pair> pairs,
    boolean publicKnown,
    int plans) {

  /** More assumptions than this get no Shapley values. */
  public static final int MOST_FOR_SHAPLEY = 10;

  /** Sets of more assumptions than this are not told apart. */
  private static final int MOST = 60;

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
   * @param margin what the plans that it is told from may be off by together, ≥ 0: of the Shapley
   *     value where there is one, else of the part in order; what is not larger cannot be told from
   *     nothing. NaN where a plan has no bound
   */
  public record Part(String name, Sums alone, Sums inOrder, Sums shapley, Sums margin) {}

  /**
   * What two assumptions bring together.
   *
   * @param first index of one among the parts
   * @param second index of the other
   * @param beyond both changed and nothing else, less what each brings alone: above 0 they
   *     strengthen, below 0 they replace one another
   */
  public record Pair(int first, int second, Sums beyond) {}

  /**
   * Attributes the difference between two plans on the same facts, which may differ in what their
   * scenarios choose: institutions among them.
   *
   * @throws InputRefused {@code attribution.stopped} when {@code stop} ends it early
   */
  public static Attribution between(
      PlanFolder from, PlanFolder to, Progress progress, BooleanSupplier stop) {
    Assumptions assumptions = Assumptions.between(from.scenario(), to.scenario());
    int n = assumptions.changes().size();
    Mixtures mixtures =
        new Mixtures(
            scenario ->
                scenario.institutions().equals(to.scenario().institutions())
                    ? to.problem()
                    : from.problem(),
            assumptions::with,
            expected(n),
            progress,
            stop);
    mixtures.start(0, from.plan(), from.certificate());
    if (n > 0) {
      mixtures.start((1L << n) - 1, to.plan(), to.certificate());
    }
    return of(assumptions.changes(), mixtures::outcome, mixtures::marginRatio);
  }

  /**
   * Attributes the difference between two scenarios on the same facts.
   *
   * @throws InputRefused {@code attribution.stopped} when {@code stop} ends it early
   */
  public static Attribution of(
      PlanningProblem problem,
      Scenario from,
      Scenario to,
      Progress progress,
      BooleanSupplier stop) {
    Assumptions assumptions = Assumptions.between(from, to);
    return of(problem, assumptions.changes(), assumptions::with, progress, stop);
  }

  /**
   * Attributes what changes of a scenario bring, whatever they are.
   *
   * @param mixture the scenario with some of the changes made, as bits
   * @throws InputRefused as the other; {@code attribution.many} above {@value #MOST} changes
   */
  public static Attribution of(
      PlanningProblem problem,
      List<Change> changes,
      LongFunction<Scenario> mixture,
      Progress progress,
      BooleanSupplier stop) {
    Mixtures mixtures =
        new Mixtures(scenario -> problem, mixture, expected(changes.size()), progress, stop);
    return of(changes, mixtures::outcome, mixtures::marginRatio);
  }

  /** Mixtures that a number of changes asks for. */
  private static int expected(int n) {
    if (n > MOST) {
      throw new InputRefused("attribution.many", "changes", n, "most", MOST);
    }
    return n <= MOST_FOR_SHAPLEY ? 1 << n : 2 * n;
  }

  /**
   * True when two problems hold the same facts, whatever terms they were read with and whichever
   * institutions were joined to them.
   */
  public static boolean sameFacts(PlanningProblem a, PlanningProblem b) {
    PlanningProblem facts = a.withoutInstitutions();
    return facts.equals(b.withTerms(a.standard(), a.money()).withoutInstitutions());
  }

  /**
   * Attributes a difference whose outcomes are known or can be found.
   *
   * @param outcomeOf outcome with a set of assumptions changed, as bits; asked once for each, few
   *     changes before many
   * @param marginRatioOf by how much its plan may be off, once it has been asked for
   */
  static Attribution of(
      List<Change> changes, LongFunction<Outcome> outcomeOf, LongToDoubleFunction marginRatioOf) {
    int n = changes.size();
    Map<Long, Outcome> known = new HashMap<>();
    LongFunction<long[]> units = set -> known.computeIfAbsent(set, outcomeOf::apply).units();
    boolean each = n <= MOST_FOR_SHAPLEY;
    (each ? LongStream.range(0, 1L << n) : LongStream.concat(singles(n), prefixes(n)))
        .boxed()
        .sorted(Comparator.comparingInt(Long::bitCount))
        .forEach(units::apply);
    long[][] shapley = each ? new ShapleyValues(n, units).values() : null;
    Margins margins = new Margins(n, units, marginRatioOf);
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      long before = (1L << k) - 1;
      parts.add(
          new Part(
              changes.get(k).name(),
              difference(units, 0, 1L << k),
              difference(units, before, before | 1L << k),
              each ? Sums.of(shapley[k]) : null,
              each ? margins.shapley(k) : margins.of(before, before | 1L << k)));
    }
    boolean publicKnown = known.values().stream().allMatch(Outcome::publicKnown);
    Sums total = difference(units, 0, (1L << n) - 1);
    List<Pair> pairs = each ? pairs(n, units) : List.of();
    Sums margin = margins.of(0, (1L << n) - 1);
    return new Attribution(changes, total, margin, parts, pairs, publicKnown, known.size());
  }

  private static List<Pair> pairs(int n, LongFunction<long[]> units) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        long[] beyond = less(units, 1L << i, 1L << i | 1L << j);
        long[] alone = less(units, 0, 1L << j);
        for (int metric = 0; metric < alone.length; metric++) {
          beyond[metric] -= alone[metric];
        }
        pairs.add(new Pair(i, j, Sums.of(beyond)));
      }
    }
    return pairs;
  }

  private static LongStream singles(int n) {
    return LongStream.range(0, n).map(k -> 1L << k);
  }

  private static LongStream prefixes(int n) {
    return LongStream.rangeClosed(0, n).map(k -> (1L << k) - 1);
  }

  private static Sums difference(LongFunction<long[]> units, long from, long to) {
    return Sums.of(less(units, from, to));
  }

  private static long[] less(LongFunction<long[]> units, long from, long to) {
    long[] a = units.apply(from);
    long[] b = units.apply(to);
    long[] difference = new long[a.length];
    for (int metric = 0; metric < a.length; metric++) {
      difference[metric] = b[metric] - a[metric];
    }
    return difference;
  }
}
