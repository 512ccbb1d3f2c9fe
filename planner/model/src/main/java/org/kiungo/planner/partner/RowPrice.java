package org.kiungo.planner.partner;

/**
 * The price of one partner's money.
 *
 * @param partner letter
 * @param firstPhase of the phases in which it may be spent together, from 1
 * @param lastPhase of those
 * @param usd at most
 * @param guarantor true when it is the guarantor's money that limits the partner
 * @param spentUsd of it
 * @param lambdaPeoplePerUsd weighted people per USD, ≥ 0
 */
public record RowPrice(
    String partner,
    int firstPhase,
    int lastPhase,
    double usd,
    boolean guarantor,
    double spentUsd,
    double lambdaPeoplePerUsd) {}
