package org.kiungo.planner.compare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.kiungo.planner.PlanResult;
import org.kiungo.planner.PlanningQuestion;
import org.kiungo.planner.Scenario;
import org.kiungo.planner.folder.Assumptions;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;

/**
 * How much of the difference between two plans each changed assumption brings. Every mixture of the
 * two scenarios is planned anew: 2^n plans for Shapley values, 2n otherwise.
 *
 * @param changes assumptions, in the order in which the third column changes them
 * @param total second outcome less the first, by metric of {@link Outcome#METRICS}
 * @param parts one row per assumption
 * @param publicKnown false when revenue is not known; the public column then means nothing
 * @param plans plans made
 */
public record Attribution(
    List<Change> changes, Sums total, List<Part> parts, boolean publicKnown, int plans) {

  /** More assumptions than this get no Shapley values. */
  public static final int MOST_FOR_SHAPLEY = 10;

  /** A difference by metric. */
  public record Sums(double people, double lifetimeCostUsd, double publicUsd) {
    static Sums of(long[] units) {
      return new Sums(
          Outcome.value(0, units[0]), Outcome.value(1, units[1]), Outcome.value(2, units[2]));
    }
  }

  /**
   * What one assumption brings.
   *
   * @param name of the assumption
   * @param alone this one changed and nothing else; these need not add up
   * @param inOrder this one changed after those above it; these add up to the total exactly
   * @param shapley mean over all orders, Shapley 1953; these add up to the total exactly; null for
   *     more than {@value #MOST_FOR_SHAPLEY} assumptions
   */
  public record Part(String name, Sums alone, Sums inOrder, Sums shapley) {}

  /**
   * Attributes the difference between two scenarios on the same facts. A mixture is planned from
   * scratch and from the plan of one with an assumption less changed, and is never worse than any
   * such plan that it can have, so that what a search leaves undone is not taken for an effect.
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
    Map<Set<Integer>, Plan> made = new HashMap<>();
    return of(
        assumptions.changes(),
        set -> {
          double done = made.size() / (double) expected;
          progress.report("attribution", done, Double.NaN, Double.NaN, Double.NaN);
          PlanningQuestion question = new PlanningQuestion(problem, assumptions.with(set));
          List<Plan> smaller = smaller(set, made);
          List<Plan> start = smaller.subList(0, Math.min(1, smaller.size()));
          PlanResult best = question.plan(start, Progress.NONE, stop);
          for (Plan other : smaller) {
            best = question.better(best, other);
          }
          made.put(set, best.plan());
          return Outcome.of(best.plan());
        });
  }

  /** Plans made with one assumption less changed. */
  private static List<Plan> smaller(Set<Integer> set, Map<Set<Integer>, Plan> made) {
    List<Plan> smaller = new ArrayList<>();
    for (int each : set) {
      Set<Integer> less = new TreeSet<>(set);
      less.remove(each);
      if (made.containsKey(less)) {
        smaller.add(made.get(less));
      }
    }
    return smaller;
  }

  /** True when two problems hold the same facts, whatever terms they were read with. */
  public static boolean sameFacts(PlanningProblem a, PlanningProblem b) {
    return a.equals(b.withTerms(a.standard(), a.money()));
  }

  /**
   * Attributes a difference whose outcomes are known or can be found.
   *
   * @param outcomeOf outcome with a set of assumptions changed, by index; asked once for each
   */
  static Attribution of(List<Change> changes, Function<Set<Integer>, Outcome> outcomeOf) {
    Map<BitSet, Outcome> known = new HashMap<>();
    Function<BitSet, Outcome> asked =
        set ->
            known.computeIfAbsent(
                (BitSet) set.clone(),
                key -> outcomeOf.apply(new TreeSet<>(key.stream().boxed().toList())));
    int n = changes.size();
    if (n <= MOST_FOR_SHAPLEY) {
      // few changes before many, so that each mixture finds the smaller ones planned
      LongStream.range(0, 1L << n)
          .boxed()
          .sorted(Comparator.comparingInt(Long::bitCount))
          .forEach(mask -> asked.apply(BitSet.valueOf(new long[] {mask})));
    }
    Outcome first = asked.apply(new BitSet());
    long[][] alone = new long[n][];
    long[][] inOrder = new long[n][];
    BitSet before = new BitSet();
    for (int k = 0; k < n; k++) {
      BitSet one = new BitSet();
      one.set(k);
      alone[k] = minus(asked.apply(one).units(), first.units());
      BitSet after = (BitSet) before.clone();
      after.set(k);
      inOrder[k] = minus(asked.apply(after).units(), asked.apply(before).units());
      before = after;
    }
    Outcome last = asked.apply(before);
    long[] total = minus(last.units(), first.units());
    long[][] shapley = n <= MOST_FOR_SHAPLEY ? shapley(n, asked, total) : null;
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      parts.add(
          new Part(
              changes.get(k).name(),
              Sums.of(alone[k]),
              Sums.of(inOrder[k]),
              shapley == null ? null : Sums.of(shapley[k])));
    }
    boolean publicKnown = known.values().stream().allMatch(Outcome::publicKnown);
    return new Attribution(changes, Sums.of(total), parts, publicKnown, known.size());
  }

  private static long[] minus(long[] a, long[] b) {
    return IntStream.range(0, a.length).mapToLong(m -> a[m] - b[m]).toArray();
  }

  /**
   * φ_i = Σ_S |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)), kept as whole multiples of 1/n! and
   * rounded to units by largest remainder, so that Σ φ_i is the total exactly.
   */
  private static long[][] shapley(int n, Function<BitSet, Outcome> asked, long[] total) {
    BigInteger[] factorial = new BigInteger[n + 1];
    factorial[0] = BigInteger.ONE;
    for (int k = 1; k <= n; k++) {
      factorial[k] = factorial[k - 1].multiply(BigInteger.valueOf(k));
    }
    long[][] values = new long[n][total.length];
    for (int metric = 0; metric < total.length; metric++) {
      BigInteger[] shares = new BigInteger[n];
      for (int i = 0; i < n; i++) {
        shares[i] = BigInteger.ZERO;
        for (long mask = 0; mask < 1L << n; mask++) {
          if ((mask >> i & 1) == 0) {
            BitSet without = BitSet.valueOf(new long[] {mask});
            BitSet with = BitSet.valueOf(new long[] {mask | 1L << i});
            long gain = asked.apply(with).units()[metric] - asked.apply(without).units()[metric];
            int size = without.cardinality();
            shares[i] =
                shares[i].add(
                    factorial[size]
                        .multiply(factorial[n - size - 1])
                        .multiply(BigInteger.valueOf(gain)));
          }
        }
      }
      round(shares, factorial[n], total[metric], values, metric);
    }
    return values;
  }

  private static void round(
      BigInteger[] shares, BigInteger scale, long total, long[][] values, int metric) {
    List<Integer> byRemainder = new ArrayList<>();
    BigInteger[] remainder = new BigInteger[shares.length];
    long left = total;
    for (int i = 0; i < shares.length; i++) {
      // the floor, so that what is left over is never negative
      remainder[i] = shares[i].mod(scale);
      values[i][metric] = shares[i].subtract(remainder[i]).divide(scale).longValueExact();
      left -= values[i][metric];
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.comparing((Integer i) -> remainder[i]).reversed().thenComparing(i -> i));
    for (int k = 0; k < left; k++) {
      values[byRemainder.get(k)][metric]++;
    }
  }
}
