package org.kiungo.planner.partner;

import java.util.List;

/**
 * What would be funded if one thing that a partner asks were otherwise, planned again.
 *
 * @param partner letter
 * @param condition code of the condition that falls; empty where the envelope grows
 * @param envelopeUsd what all its envelopes would be together; NaN where a condition falls
 * @param morePeople weighted people beyond those funded, ≥ 0
 * @param mostPeople no payments reach more beyond those funded
 * @param projects names of those that are funded in addition, those with most people first
 */
public record Relaxation(
    String partner,
    String condition,
    double envelopeUsd,
    double morePeople,
    double mostPeople,
    List<String> projects) {}
