package org.kiungo.geodata.reference.people;

/**
 * Gamma variates of one seed, the same on every machine: SplitMix64 (Steele, Lea, Flood 2014) for
 * the random bits, Marsaglia and Tsang (2000) for the variates, {@link StrictMath} for the
 * functions. Several of one shape, divided by their sum, are the shares of a Dirichlet draw.
 */
final class GammaShares {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** 2⁻⁵³: the step between uniform numbers. */
  private static final double STEP = 0x1.0p-53;

  private long state;

  /**
   * @param seed any number; neighbours give unlike draws
   */
  GammaShares(long seed) {
    state = mixed(seed);
  }

  /** The number of a text (FNV-1a over its characters), as a seed. */
  static long number(String text) {
    long hash = FNV_OFFSET;
    for (int k = 0; k < text.length(); k++) {
      hash = (hash ^ text.charAt(k)) * FNV_PRIME;
    }
    return hash;
  }

  /**
   * The next variate of scale 1.
   *
   * @param shape &gt; 0; its mean
   * @return ≥ 0
   */
  double next(double shape) {
    if (shape < 1) {
      double root = StrictMath.pow(uniform(), 1 / shape);
      return next(shape + 1) * root;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v > 0) {
        double cubed = v * v * v;
        double most = 0.5 * x * x + d - d * cubed + d * StrictMath.log(cubed);
        if (StrictMath.log(uniform()) < most) {
          return d * cubed;
        }
      }
    }
  }

  /** Of mean 0 and variance 1, by the polar method (Marsaglia and Bray 1964). */
  private double normal() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Above 0, below 1. */
  private double uniform() {
    state += GOLDEN;
    return ((mixed(state) >>> 11) + 0.5) * STEP;
  }

  private static long mixed(long from) {
    long z = (from ^ from >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
