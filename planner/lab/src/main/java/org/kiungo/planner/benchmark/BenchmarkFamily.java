package org.kiungo.planner.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A family of standard instances that one method solves; the {@code permits} list is the registry.
 */
public sealed interface BenchmarkFamily
    permits SteinerFamily,
        PrizeCollectingFamily,
        PMedianFamily,
        UncapacitatedFamily,
        MaximalCoveringFamily,
        CapacitatedPMedianFamily,
        SingleSourceFamily,
        CapacitatedFamily,
        DeployFamily {

  /** The name users give: {@code steiner}, {@code pcst}, … */
  String id();

  /**
   * Reads one instance and solves it within the limits.
   *
   * @throws org.kiungo.planner.model.value.InputRefused if the file is not an instance of this
   *     family
   * @throws IOException if the file cannot be read
   */
  BenchmarkResult run(Path instance, BenchmarkLimits limits) throws IOException;

  /** Every family, in the order of their names in the documentation. */
  static List<BenchmarkFamily> all() {
    return List.of(
        new SteinerFamily(),
        new PrizeCollectingFamily(),
        new PMedianFamily(),
        new UncapacitatedFamily(),
        new MaximalCoveringFamily(),
        new CapacitatedPMedianFamily(),
        new SingleSourceFamily(),
        new CapacitatedFamily(),
        new DeployFamily());
  }

  /** The family of a name. */
  static Optional<BenchmarkFamily> find(String id) {
    return all().stream().filter(family -> family.id().equals(id)).findFirst();
  }
}
