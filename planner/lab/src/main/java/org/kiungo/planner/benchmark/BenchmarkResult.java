package org.kiungo.planner.benchmark;

import org.kiungo.planner.model.Certificate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of a benchmark.
 *
 * @param family id of the family
 * @param instance file name without its extension
 * @param value objective value of the solution found, in the instance's units
 * @param bound proven bound on the optimum; NaN when none was found
 * @param gapRatio distance between value and bound as {@link Certificate#gapRatio}; NaN without
 *     bound
 * @param seconds wall-clock time, reading included
 * @param cpuSeconds processor time, reading included
 * @param known optimum or best known value given by the caller; NaN when not given
 * @param seed of the run
 */
public record BenchmarkResult(
    String family,
    String instance,
    double value,
    double bound,
    double gapRatio,
    double seconds,
    double cpuSeconds,
    double known,
    long seed) {

  /** One JSON object on one line; what is not known is null. */
  public String toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("family", family);
    json.put("instance", instance);
    put(json, "value", value);
    put(json, "bound", bound);
    put(json, "gapRatio", gapRatio);
    put(json, "seconds", seconds);
    put(json, "cpuSeconds", cpuSeconds);
    put(json, "known", known);
    json.put("seed", seed);
    return json.toString();
  }

  private static void put(ObjectNode json, String name, double number) {
    if (!Double.isFinite(number)) {
      json.putNull(name);
    } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      json.put(name, (long) number);
    } else {
      json.put(name, number);
    }
  }
}
