package org.kiungo.planner.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.BroadbandSolver;
import org.kiungo.planner.deploy.BroadbandSolver.AtPrice;
import org.kiungo.planner.deploy.search.PlanImprover;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Certificate.Row;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;

/**
 * Rows of a programme's bound that hold together. With λ_t ≥ 0 the price of all money paid until
 * the end of phase t and π_t = Σ_{s ≥ t} λ_s that of money paid in it, what stands at the end of
 * phase t pays π_t · cost in t − π_{t+1} · cost in t + 1, so that whatever is built in phase s pays
 * π_s · cost in s over all rows from s on (a telescoping sum), and growth likewise. Hence
 *
 * <pre>Σ ω_t · people_t ≤ Σ ω_t · [max (people − μ_t · cost_t) + μ_t · C_t],  μ_t = λ_t / ω_t</pre>
 *
 * <p>with cost_t the prices of {@link Money.Waiting} for the ratio π_{t+1} / λ_t. Rows by
 * themselves take ratio 0: they do not see that who builds early pays running costs for longer. The
 * prices are searched coordinate by coordinate.
 */
final class JointRows {

  /** Factors by which one price after the other is raised or lowered, sweep by sweep. */
  private static final double[] STRIDES = {1.35, 1.15};

  private final Terms terms;
  private final DeploySettings settings;
  private final double[] cumulativeUsd;
  private final BooleanSupplier stop;

  /** What a phase's row gave at a price and a ratio: people less what they cost; NaN = too long. */
  private final Map<String, Double> known = new HashMap<>();

  JointRows(Terms terms, DeploySettings settings, BooleanSupplier stop) {
    this.terms = terms;
    this.settings = settings;
    this.stop = stop;
    cumulativeUsd = Phase.cumulativeUsd(terms.phases());
  }

  /**
   * A bound by prices.
   *
   * @param lambda μ_t, weighted people per USD
   * @param people bound of each row
   * @param bound Σ
   */
  record Priced(double[] lambda, double[] people, double bound) {}

  /**
   * The best prices found.
   *
   * @param lambda to begin at, all &gt; 0
   * @return empty when even those take too long
   */
  Optional<Priced> search(double[] lambda) {
    Optional<Priced> best = at(lambda);
    for (double stride : STRIDES) {
      for (int t = 0; t < lambda.length && best.isPresent() && !stop.getAsBoolean(); t++) {
        for (double factor : new double[] {stride, 1 / stride}) {
          double[] other = best.get().lambda.clone();
          other[t] *= factor;
          Optional<Priced> tried = at(other);
          if (tried.isPresent() && tried.get().bound < best.get().bound) {
            best = tried;
            break;
          }
        }
      }
    }
    return best;
  }

  private Optional<Priced> at(double[] lambda) {
    double[] people = new double[lambda.length];
    double bound = 0;
    for (int t = 0; t < lambda.length; t++) {
      double ratio = ratio(lambda, t);
      int phase = t;
      people[t] =
          known.computeIfAbsent(
                  t + " " + lambda[t] + " " + ratio,
                  key ->
                      row(phase, lambda[phase], ratio)
                          .map(AtPrice::profitPeople)
                          .orElse(Double.NaN))
              + lambda[t] * payableUsd(t);
      bound += terms.weights()[t] * people[t];
    }
    return Double.isNaN(bound) ? Optional.empty() : Optional.of(new Priced(lambda, people, bound));
  }

  /** Nothing costs parts of a cent; sums of budgets may lie a hair below one. */
  private double payableUsd(int t) {
    return Money.wholeCents(cumulativeUsd[t]) / 100.0;
  }

  /** π of the next phase over this row's λ. */
  private double ratio(double[] lambda, int t) {
    double later = 0;
    for (int s = lambda.length - 1; s > t; s--) {
      later += terms.weights()[s] * lambda[s];
    }
    return later / (terms.weights()[t] * lambda[t]);
  }

  private Optional<AtPrice> row(int t, double lambda, double ratio) {
    return new BroadbandSolver(terms.row(t, ratio), terms.row(settings, t), PlanImprover.NONE)
        .atPrice(lambda);
  }

  /** Rows as a certificate has them, each with its proof. */
  record Proven(List<Row> rows, List<BoundProof> proofs) {}

  /** Writes down what was found; one row after the other, for each takes its memory. */
  Proven prove(Priced found, String method) {
    List<Row> rows = new ArrayList<>();
    List<BoundProof> proofs = new ArrayList<>();
    for (int t = 0; t < found.lambda.length; t++) {
      double ratio = ratio(found.lambda, t);
      AtPrice each = row(t, found.lambda[t], ratio).orElseThrow();
      rows.add(
          new Row(
              t + 1,
              cumulativeUsd[t],
              terms.weights()[t],
              each.profitPeople() + found.lambda[t] * payableUsd(t),
              found.lambda[t],
              ratio,
              method,
              each.candidateGraph()));
      proofs.add(each.proof().get());
    }
    return new Proven(rows, proofs);
  }
}
