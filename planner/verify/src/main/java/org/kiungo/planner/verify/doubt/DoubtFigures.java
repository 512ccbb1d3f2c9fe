package org.kiungo.planner.verify.doubt;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.Doubt.Interval;
import org.kiungo.planner.folder.doubt.Doubt.Regret;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.verify.check.Ledger;

/** What {@code doubt.json} says of the rows of {@code futures.csv}. */
public final class DoubtFigures {

  /** Code of its rule. */
  private static final String RULE = "doubt.figures";

  private static final double TOLERANCE_RATIO = 1e-9;
  private static final int STEPS = 4_000;

  private final Doubt stated;
  private final List<FutureRow> futures;
  private final Ledger ledger;

  /** Student's points by degrees of freedom: of all intervals of a study there are two. */
  private final Map<Integer, Double> points = new HashMap<>();

  /**
   * @param futures with all layers
   */
  public DoubtFigures(Doubt stated, List<FutureRow> futures, Ledger ledger) {
    this.stated = stated;
    this.futures = futures;
    this.ledger = ledger;
  }

  /** Value of a candidate in a future, 0 being the plan in doubt. */
  private static double value(FutureRow row, int candidate) {
    return candidate == 0 ? row.refilled() : row.others().get(candidate - 1);
  }

  private List<FutureRow> judges() {
    return futures.stream().filter(each -> each.number() % 2 == 0).toList();
  }

  /** The candidate that is best in futures of odd number; 0 is the plan in doubt. */
  private int best(String objective) {
    List<FutureRow> odd = futures.stream().filter(each -> each.number() % 2 == 1).toList();
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c <= futures.size(); c++) {
      int candidate = c;
      double[] values = of(odd, each -> value(each, candidate));
      double score =
          switch (objective) {
            case "mean" -> Arrays.stream(values).sum() / values.length;
            case "worstTenth" -> leastTenth(values);
            default -> -Arrays.stream(lost(odd, each -> value(each, candidate))).max().orElse(0);
          };
      best = score > most ? c : best;
      most = Math.max(score, most);
    }
    return best;
  }

  private void choices() {
    Doubt.Choices found = stated.choices();
    List<FutureRow> even = judges();
    double[] bounds = of(even, FutureRow::bound);
    ledger.same(RULE, "choices.judgedOn", even.size(), found.judgedOn());
    near("choices.meanBound", Arrays.stream(bounds).average().orElse(0), found.meanBound());
    near("choices.worstTenthBound", leastTenth(bounds), found.worstTenthBound());
    List<String> objectives = found.picked().stream().map(Doubt.Choice::objective).toList();
    ledger.same(RULE, "choices.picked", List.of("mean", "worstTenth", "worstRegret"), objectives);
    for (Doubt.Choice each : found.picked()) {
      String where = "choices." + each.objective();
      int best = best(each.objective());
      ledger.same(RULE, where + ".id", best == 0 ? Doubt.PLAN : String.valueOf(best), each.id());
      double[] values = of(even, row -> value(row, best));
      interval(where + ".value", values, each.value());
      near(where + ".worstTenth", leastTenth(values), each.worstTenth());
      regret(where + ".regret", even, row -> value(row, best), each.regret());
      double[] over = of(even, row -> value(row, best) - value(row, 0));
      interval(where + ".overPlan", over, each.overPlan());
    }
  }

  /** Checks what is told of a first phase by the rows; its plans are checked elsewhere. */
  public void firstPhase(Doubt.FirstPhase found) {
    List<FutureRow> even = judges();
    ledger.same(RULE, "firstPhase.judgedOn", even.size(), found.judgedOn());
    regret("firstPhase.regret", even, FutureRow::completed, found.regret());
    regret("firstPhase.oneShot", even, FutureRow::trimmed, found.oneShot());
    double most = Double.NEGATIVE_INFINITY;
    String best = "";
    for (Doubt.Tried each : found.tried()) {
      best = each.meanValue() > most ? each.id() : best;
      most = Math.max(each.meanValue(), most);
    }
    boolean some = !found.tried().isEmpty() && found.tried().size() <= futures.size() + 2;
    ledger.holds(RULE, "firstPhase.tried", some, "1–" + (futures.size() + 2), found.tried().size());
    ledger.same(RULE, "firstPhase.id", best, found.id());
    double odd =
        futures.stream()
            .filter(each -> each.number() % 2 == 1)
            .mapToDouble(FutureRow::completed)
            .average()
            .orElse(0);
    near("firstPhase.tried", odd, most);
  }

  private static double leastTenth(double[] values) {
    int few = (int) Math.ceil(values.length / 10.0);
    return Arrays.stream(values).sorted().limit(few).sum() / few;
  }

  /** Checks all of it but the layers. */
  public void check() {
    interval("own", of(futures, FutureRow::value), stated.own());
    interval("bound", of(futures, FutureRow::bound), stated.bound());
    regret("plan.trimmed", futures, FutureRow::trimmed, stated.plan().trimmed());
    regret("plan.refilled", futures, FutureRow::refilled, stated.plan().refilled());
    choices();
    near("information.atLeast", 0, stated.information().atLeast());
    double known = stated.choices().picked().get(0).regret().mean();
    near("information.atMost", known, stated.information().atMost());
  }

  /** Checks one layer by the futures in which it is drawn alone. */
  public void layer(Doubt.Layer layer, List<FutureRow> alone) {
    regret("layers." + layer.id(), alone, FutureRow::refilled, layer.regret());
  }

  /** Checks how many places are of each kind. */
  public void places(List<PlaceRow> places) {
    Doubt.Places counts = stated.places();
    int[] told = {counts.always(), counts.nearly(), counts.depends(), counts.never()};
    for (int k = 0; k < told.length; k++) {
      String kind = PlaceRow.PLACES.get(k);
      long due = places.stream().filter(each -> each.kind().equals(kind)).count();
      ledger.same(RULE, "places." + kind, due, (long) told[k]);
    }
  }

  private void regret(
      String where, List<FutureRow> rows, ToDoubleFunction<FutureRow> value, Regret found) {
    double[] lost = lost(rows, value);
    interval(where, lost, new Interval(found.mean(), found.halfWidth95()));
    Arrays.sort(lost);
    near(where + ".worst", lost[lost.length - 1], found.worst());
    int few = (int) Math.ceil(lost.length / 5.0);
    double tail = Arrays.stream(lost, lost.length - few, lost.length).sum() / few;
    near(where + ".cvar80", tail, found.cvar80());
    double bound = Arrays.stream(of(rows, FutureRow::bound)).average().orElse(0);
    double mean = Arrays.stream(lost).average().orElse(0);
    near(where + ".ofBoundRatio", bound > 0 ? mean / bound : 0, found.ofBoundRatio());
  }

  private static double[] lost(List<FutureRow> rows, ToDoubleFunction<FutureRow> value) {
    return of(rows, each -> Math.max(0, each.bound() - value.applyAsDouble(each)));
  }

  private void interval(String where, double[] values, Interval found) {
    int n = values.length;
    double mean = Arrays.stream(values).sum() / n;
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (n - 1);
    near(where + ".mean", mean, found.mean());
    double point = points.computeIfAbsent(n - 1, DoubtFigures::student);
    near(where + ".halfWidth95", point * Math.sqrt(variance / n), found.halfWidth95());
  }

  private void near(String where, double due, double found) {
    double slack = TOLERANCE_RATIO * Math.max(1, Math.abs(due));
    ledger.holds(RULE, where, Math.abs(due - found) <= slack, due, found);
  }

  private static double[] of(List<FutureRow> rows, ToDoubleFunction<FutureRow> value) {
    return rows.stream().mapToDouble(value).toArray();
  }

  /**
   * Student's two-sided 95 % point, to six digits. With t = √ν·tan θ the density is cos θ to the
   * power of ν − 1, integrated by Simpson's rule.
   */
  private static double student(int freedom) {
    double whole = integral(Math.PI / 2, freedom - 1);
    double low = 0;
    double high = Math.PI / 2;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      if (integral(middle, freedom - 1) < 0.95 * whole) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.round(Math.sqrt(freedom) * StrictMath.tan(low) * 1e6) / 1e6;
  }

  private static double integral(double to, int power) {
    double step = to / STEPS;
    double sum = 0;
    for (int k = 0; k <= STEPS; k++) {
      int weight = k == 0 || k == STEPS ? 1 : k % 2 == 1 ? 4 : 2;
      sum += weight * StrictMath.pow(StrictMath.cos(k * step), power);
    }
    return sum * step / 3;
  }
}
