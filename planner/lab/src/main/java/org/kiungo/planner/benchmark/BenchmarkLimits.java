package org.kiungo.planner.benchmark;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How a benchmark may run, and the clocks it is measured with.
 *
 * @param seconds wall-clock limit of the search, > 0; the result of a run that this limit cuts
 *     short depends on the machine
 * @param seed of every random choice
 * @param p sites to open, for families that need it and whose file does not say; 0 = as the file
 *     says
 * @param radius cover distance, for families that need it and whose file does not say; NaN = as the
 *     file says
 * @param capacity of every site, where the file leaves it open; NaN = as the file says
 * @param known optimum or best known value to print beside the result; NaN = not known
 * @param nanoClock wall clock in nanoseconds from any origin
 * @param cpuNanoClock processor time of the process in nanoseconds from any origin
 */
public record BenchmarkLimits(
    double seconds,
    long seed,
    int p,
    double radius,
    double capacity,
    double known,
    LongSupplier nanoClock,
    LongSupplier cpuNanoClock) {

  /** Capacities as the file says. */
  public BenchmarkLimits(
      double seconds,
      long seed,
      int p,
      double radius,
      double known,
      LongSupplier nanoClock,
      LongSupplier cpuNanoClock) {
    this(seconds, seed, p, radius, Double.NaN, known, nanoClock, cpuNanoClock);
  }

  /** A watch started now. */
  Watch start() {
    return new Watch(nanoClock.getAsLong(), cpuNanoClock.getAsLong());
  }

  /** Time since a moment, by the limits' clocks. */
  final class Watch {

    private final long wallStart;
    private final long cpuStart;

    private Watch(long wallStart, long cpuStart) {
      this.wallStart = wallStart;
      this.cpuStart = cpuStart;
    }

    double seconds() {
      return (nanoClock.getAsLong() - wallStart) / 1e9;
    }

    double cpuSeconds() {
      return (cpuNanoClock.getAsLong() - cpuStart) / 1e9;
    }

    /** Says true when the time is up. */
    BooleanSupplier timeIsUp() {
      return () -> seconds() >= BenchmarkLimits.this.seconds;
    }
  }
}
