package org.kiungo.planner.deploy.local;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.moves.Neighbourhood;

/**
 * What moves are proposed, what money is worth meanwhile, and until when.
 *
 * @param valuePerCent price of money up to the budget
 * @param valuePerCentBeyond price of money beyond it
 * @param kinds of moves
 * @param stop true = propose no more
 * @param fromScratch true = every draft is computed anew from the decisions, so that two can be
 *     compared; else the start itself is kept in step with them
 * @param step run at the start of each step
 */
record SearchRules(
    double valuePerCent,
    double valuePerCentBeyond,
    Set<Neighbourhood.Kind> kinds,
    BooleanSupplier stop,
    boolean fromScratch,
    Runnable step) {}
