package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * Prices to begin a bound with at a price of money λ: such that no site earns more than λ · its
 * cost, found service by service in two ways and mixed. By capacity: each demand point pays λ ·
 * cost / capacity for its Mbps. By coverage: prices are cut step by step, in turn, until a site in
 * reach is paid for (Erlenkotter 1978, https://doi.org/10.1287/opre.26.6.992). What a site earns is
 * convex in the cuts, so a mixture of both is allowed too.
 *
 * <p>Complexity: O({@value #CUTS} · listed pairs) per service, λ and share of the building.
 */
final class PriceStart {

  private static final int CUTS = 40;
  private static final double[] MIXTURES = {0, 0.25, 0.5, 0.75, 0.9, 1};

  private final Hosting hosting;
  private final Integer[][] order;

  PriceStart(Hosting hosting) {
    this.hosting = hosting;
    this.order = new Integer[hosting.services][];
    for (int k = 0; k < hosting.services; k++) {
      int service = k;
      order[k] =
          java.util.stream.IntStream.range(0, hosting.demandPoints())
              .filter(q -> hosting.serviceOf[q] == service && hosting.allowed[q].length > 0)
              .boxed()
              .sorted(java.util.Comparator.comparingInt(q -> hosting.allowed[q].length))
              .toArray(Integer[]::new);
    }
  }

  /** Best prices for one λ over ways to share buildings among services: prices, one per point. */
  double[] at(double lambda) {
    double[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int payer = -1; payer < hosting.services; payer++) {
      double[] u = new double[hosting.demandPoints()];
      double sum = 0;
      for (int k = 0; k < hosting.services; k++) {
        double share = payer < 0 ? 1.0 / hosting.services : payer == k ? 1 : 0;
        sum += service(k, lambda, share, u);
      }
      if (sum < least) {
        least = sum;
        best = u;
      }
    }
    return best;
  }

  private double service(int k, double lambda, double buildingShare, double[] u) {
    double[] allowance = new double[hosting.sites];
    double perMbps = Double.POSITIVE_INFINITY;
    for (int j = 0; j < hosting.sites; j++) {
      double usd = hosting.locked(k, j) ? 0 : hosting.serviceUsd[k][j];
      double building = hosting.locked(k, j) ? 0 : buildingShare * hosting.buildingUsd[j];
      allowance[j] = usd == Double.POSITIVE_INFINITY ? usd : lambda * (usd + building);
      perMbps = Math.min(perMbps, allowance[j] / hosting.capacityMbps[k]);
    }
    double[] cut = cuts(k, allowance);
    double least = Double.POSITIVE_INFINITY;
    double chosen = 0;
    for (double mixture : MIXTURES) {
      double sum = 0;
      for (int q : order[k]) {
        sum += hosting.copies[k] * price(q, mixture, perMbps, cut[q]);
      }
      if (sum < least) {
        least = sum;
        chosen = mixture;
      }
    }
    for (int q : order[k]) {
      u[q] = price(q, chosen, perMbps, cut[q]);
    }
    return least;
  }

  private double price(int q, double mixture, double perMbps, double cut) {
    double byCapacity = perMbps * hosting.demandMbps[q];
    return Math.max(0, hosting.worth[q][0] - mixture * byCapacity - (1 - mixture) * cut);
  }

  private double[] cuts(int k, double[] allowance) {
    double[] left = allowance.clone();
    double[] cut = new double[hosting.demandPoints()];
    boolean[] blocked = new boolean[hosting.demandPoints()];
    for (int round = 1; round <= CUTS; round++) {
      for (int q : order[k]) {
        if (!blocked[q]) {
          double step = hosting.worth[q][0] * round / CUTS - cut[q];
          double possible = possible(q, cut[q], step, left);
          blocked[q] = possible < step * (1 - 1e-9);
          spend(q, cut[q], possible, left);
          cut[q] += possible;
        }
      }
    }
    return Arrays.copyOf(cut, cut.length);
  }

  /** How far a price may still be cut before a site in reach earns more than its allowance. */
  private double possible(int q, double cut, double step, double[] left) {
    double possible = step;
    for (int x = 0; x < hosting.allowed[q].length; x++) {
      double farther = hosting.worth[q][0] - hosting.worth[q][x];
      if (farther >= cut + possible) {
        break;
      }
      possible = Math.min(possible, Math.max(0, farther - cut) + left[hosting.allowed[q][x]]);
    }
    return possible;
  }

  private void spend(int q, double cut, double step, double[] left) {
    for (int x = 0; x < hosting.allowed[q].length; x++) {
      double farther = hosting.worth[q][0] - hosting.worth[q][x];
      if (farther >= cut + step) {
        break;
      }
      double earned = cut + step - Math.max(cut, farther);
      left[hosting.allowed[q][x]] = Math.max(0, left[hosting.allowed[q][x]] - earned);
    }
  }
}
