package org.kiungo.planner.deploy.question;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is striven for where districts' shares of people with service are to be fair. Each is the
 * least of the weighted means of the shares over a set of weights that add up to one, so that the
 * best weighted mean for any of these weights bounds it.
 */
public enum Welfare {

  /** The share of the district with least; all weights are in the set. */
  LEAST_SHARE {
    @Override
    public double of(double[] share, double[] peopleRatio) {
      return Arrays.stream(share).min().orElse(1);
    }

    @Override
    public Weights weights(double[] peopleRatio) {
      return new Leaning(peopleRatio.length);
    }
  },

  /**
   * Mean of the shares × (1 − their Gini coefficient), which is the share that the worse off of two
   * people drawn by chance has where they live (Sen 1976, Review of Economic Studies 43, 19–39,
   * https://doi.org/10.2307/2296597). In the set are weights in which of every two districts with p
   * and q of the people one lends the other what it likes of p · q.
   */
  EQUITABLE_SHARE {
    @Override
    public double of(double[] share, double[] peopleRatio) {
      int[] order =
          IntStream.range(0, share.length)
              .boxed()
              .sorted(Comparator.comparingDouble(d -> share[d]))
              .mapToInt(d -> d)
              .toArray();
      double sum = share.length == 0 ? 1 : 0;
      double better = 1;
      for (int d : order) {
        // the worse off of two lives here where both do, or one does and the other is better off
        double rest = Math.max(0, better - peopleRatio[d]);
        sum += share[d] * (better * better - rest * rest);
        better = rest;
      }
      return sum;
    }

    @Override
    public Weights weights(double[] peopleRatio) {
      return new Lending(peopleRatio);
    }
  };

  /**
   * @param share of each district's people with service, 0–1
   * @param peopleRatio what each district has of all people; Σ = 1
   * @return 0–1; 1 without districts
   */
  public abstract double of(double[] share, double[] peopleRatio);

  /** Weights that learn where a plan leaves shares low. */
  public abstract Weights weights(double[] peopleRatio);

  /** Weights of the set, one per district, changed on and on. */
  public abstract static sealed class Weights {

    /** Σ = 1. */
    public abstract double[] weight();

    /**
     * Gives more weight where the share is low; the step is Polyak's: what is between bound and
     * plan over the squared length of the way (1969, USSR Computational Mathematics 9, 14–29,
     * https://doi.org/10.1016/0041-5553(69)90061-5).
     *
     * @param share that the best plan for these weights leaves
     * @param between what the bound for these weights is above the best plan known, times a factor
     */
    public abstract void learn(double[] share, double between);
  }

  /** By factors (multiplicative weights: Arora, Hazan and Kale 2012, Theory of Computing 8). */
  private static final class Leaning extends Weights {

    private static final double STEEPEST = 60;
    private static final double LEAST = 1e-9;

    private final double[] weight;

    Leaning(int count) {
      weight = new double[count];
      Arrays.fill(weight, 1.0 / Math.max(1, count));
    }

    @Override
    public double[] weight() {
      return weight.clone();
    }

    @Override
    public void learn(double[] share, double between) {
      double mean = 0;
      for (int d = 0; d < weight.length; d++) {
        mean += weight[d] * share[d];
      }
      double spread = 0;
      for (int d = 0; d < weight.length; d++) {
        spread += weight[d] * (share[d] - mean) * (share[d] - mean);
      }
      double step = Math.min(STEEPEST, between / Math.max(1e-9, spread));
      double sum = 0;
      for (int d = 0; d < weight.length; d++) {
        weight[d] = Math.max(LEAST, weight[d] * StrictMath.exp(-step * (share[d] - mean)));
        sum += weight[d];
      }
      for (int d = 0; d < weight.length; d++) {
        weight[d] /= sum;
      }
    }
  }

  /** Of every two districts the one that the other lends to. */
  private static final class Lending extends Weights {

    private final double[] people;

    /** What the first of two, the one with the lower index, has of what both lend; 0–1. */
    private final double[][] lent;

    Lending(double[] peopleRatio) {
      people = peopleRatio;
      lent = new double[people.length][];
      for (int d = 0; d < people.length; d++) {
        lent[d] = new double[people.length];
        Arrays.fill(lent[d], 0.5);
      }
    }

    @Override
    public double[] weight() {
      double[] weight = new double[people.length];
      for (int d = 0; d < weight.length; d++) {
        weight[d] += people[d] * people[d];
        for (int e = d + 1; e < weight.length; e++) {
          double both = 2 * people[d] * people[e];
          weight[d] += both * lent[d][e];
          weight[e] += both * (1 - lent[d][e]);
        }
      }
      return weight;
    }

    @Override
    public void learn(double[] share, double between) {
      double square = 0;
      for (int d = 0; d < people.length; d++) {
        for (int e = d + 1; e < people.length; e++) {
          double way = 2 * people[d] * people[e] * (share[d] - share[e]);
          square += way * way;
        }
      }
      double step = between / Math.max(1e-12, square);
      for (int d = 0; d < people.length; d++) {
        for (int e = d + 1; e < people.length; e++) {
          double way = 2 * people[d] * people[e] * (share[d] - share[e]);
          lent[d][e] = Math.max(0, Math.min(1, lent[d][e] - step * way));
        }
      }
    }
  }
}
