package org.kiungo.planner.steiner;

import java.util.function.BooleanSupplier;

/**
 * How long a search may go on.
 *
 * @param seed of every random choice
 * @param steps improvement rounds (perturbed starts and branching nodes), ≥ 0; a run that ends by
 *     this limit gives the same tree every time
 * @param stop asked often; true ends the search with the best so far
 */
public record SteinerLimits(long seed, long steps, BooleanSupplier stop) {}
