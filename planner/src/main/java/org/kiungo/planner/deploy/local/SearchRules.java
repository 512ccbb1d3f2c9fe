package org.kiungo.planner.deploy.local;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.Neighbourhood;

/**
 * What moves are proposed and until when.
 *
 * @param valuePerCent price at which moves weigh value against money
 * @param kinds of moves
 * @param stop true = propose no more
 * @param step run at the start of each step
 */
record SearchRules(
    double valuePerCent, Set<Neighbourhood.Kind> kinds, BooleanSupplier stop, Runnable step) {}
