package org.kiungo.planner.deploy.prices;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.options.SitePrices;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.radio.SiteUnits;

/**
 * Proven bound that looks at each settlement alone. For every price λ ≥ 0 (weighted people per USD)
 * no plan within budget B has a value above
 *
 * <pre>UB(λ) = λ B + Σ_i max(−λ f_i, max_o (v_io − λ c_io))</pre>
 *
 * where f_i is what leaving i unserved costs (0 but for public money), v_io is the value of option
 * o (people lacking service × weight of its level of service, the round trip of its access part
 * alone) and c_io what it costs at the very least: the settlement's own share, plus for a site
 * option the fluid share F · t_io of a site whose units cost at least F apiece, and what masts that
 * it fills alone beyond a first one add, the least of any candidate place (a site of which T units
 * are taken has ⌈T⌉ ≥ T). Own-settlement sites pay whole units. Links are left out; half a
 * millionth of a person per settlement covers the rounding of values. UB is convex in λ; the least
 * is found by bisection on its slope, and UB(∞) is capped by the value of serving everybody.
 *
 * <p>Lagrangian relaxation of the budget; guarantee: valid for every λ. O(options) per price. A
 * verifier recomputes it from λ, the settlements and the catalogue alone.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.27.1.1">Fisher 1981, The Lagrangian relaxation
 *     method</a>
 */
public final class SeparableBound {

  public static final String METHOD = "separable Lagrangian";

  private final Question question;
  private final double[] leastCents;

  public SeparableBound(Question question) {
    this.question = question;
    AccessOptions options = question.options();
    SitePrices prices = options.sitePrices();
    double[] unitCents = least(options, prices::leastCents);
    double[] mastCents = least(options, prices::furtherMastCents);
    leastCents = new double[options.count()];
    for (int o = 0; o < leastCents.length; o++) {
      leastCents[o] = options.privateCents(o);
      int s = options.site(o);
      if (s >= 0) {
        int a = options.siteTechnology(s);
        int units = SiteUnits.units(options.taken(o));
        leastCents[o] +=
            isAlone(options, o)
                ? prices.cents(s, units)
                : unitCents[a] * options.taken(o) / SiteUnits.WHOLE
                    + mastCents[a] * ((units - 1) / prices.perMast(s));
      }
    }
  }

  /** The least of each technology's sites anywhere: candidate places are not all in reach. */
  private static double[] least(AccessOptions options, IntToDoubleFunction ofSite) {
    double[] least = new double[options.technologies().size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int s = 0; s < options.sites(); s++) {
      int a = options.siteTechnology(s);
      least[a] = Math.min(least[a], ofSite.applyAsDouble(s));
    }
    return least;
  }

  /** True when the settlement has one candidate place, which serves no other settlement. */
  private static boolean isAlone(AccessOptions options, int option) {
    int i = options.owner(option);
    int s = options.site(option);
    int places = options.siteEnd(s) - options.siteFirst(s);
    for (int o = options.first(i); o < options.end(i) && places == 1; o++) {
      places += o != option && options.technology(o) == options.technology(option) ? 1 : 0;
    }
    return places == 1;
  }

  /**
   * @param lambda value (millionths of weighted people) per cent
   * @param slope receives in slope[0] the budget minus the cost that the price would spend, cents
   */
  double value(double lambda, double[] slope) {
    AccessOptions options = question.options();
    double bound = lambda * question.budgetCents() + 0.5 * question.places().settlements();
    double spent = 0;
    for (int i = 0; i < question.places().settlements(); i++) {
      double bestCents = options.isDemanded(i) ? 0 : question.forgoneCents(i);
      double best = options.isDemanded(i) ? Double.NEGATIVE_INFINITY : -lambda * bestCents;
      for (int o = options.first(i); o < options.end(i); o++) {
        double profit = options.value(o) - lambda * leastCents[o];
        if (profit > best && leastCents[o] <= question.ceilingCents()) {
          best = profit;
          bestCents = leastCents[o];
        }
      }
      bound += best == Double.NEGATIVE_INFINITY ? 0 : best;
      spent += bestCents;
    }
    slope[0] = question.budgetCents() - spent;
    return bound;
  }

  /**
   * @param lambdaPeoplePerUsd price at which the bound was found
   * @param people no plan within the budget serves more weighted people
   */
  public record Priced(double lambdaPeoplePerUsd, double people) {}

  public Priced least() {
    double[] slope = new double[1];
    double best = value(0, slope);
    double bestLambda = 0;
    double low = 0;
    double high = slope[0] >= 0 ? 0 : SolverUnits.VALUE_PER_PERSON / 1000;
    while (high > 0 && value(high, slope) >= 0 && slope[0] < 0) {
      low = high;
      high *= 2;
    }
    for (int k = 0; k < 100 && high > 0; k++) {
      double lambda = (low + high) / 2;
      if (lambda == low || lambda == high) {
        break;
      }
      double bound = value(lambda, slope);
      if (bound < best) {
        best = bound;
        bestLambda = lambda;
      }
      if (slope[0] < 0) {
        low = lambda;
      } else {
        high = lambda;
      }
    }
    return new Priced(
        bestLambda * 100 / SolverUnits.VALUE_PER_PERSON, best / SolverUnits.VALUE_PER_PERSON);
  }
}
