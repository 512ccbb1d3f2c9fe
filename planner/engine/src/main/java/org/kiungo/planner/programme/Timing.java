package org.kiungo.planner.programme;

/**
 * Why a settlement is served from a phase on and not earlier.
 *
 * @param buildYear from which it is served
 * @param phase number of the phase, the first being 1
 * @param earlierYear first year of the phase before; 0 where there is none
 * @param extraUsd what serving it from then on would cost more until the end of that phase, the way
 *     to the network that does not stand yet included; NaN in the first phase
 * @param leftUsd money that is left at the end of that phase; NaN in the first phase
 * @param waitsForId the link nearest to the network, or else the site, that serves it and is built
 *     in its phase and not earlier; empty where all of it stands before
 * @param othersWaiting settlements besides it that are served over that from the same phase on
 * @param replacesId technology that served it before; empty = none
 * @param replacedSinceYear from which that served; 0 = none did
 * @param regrettedUsd what that cost; 0 = nothing
 */
public record Timing(
    int buildYear,
    int phase,
    int earlierYear,
    double extraUsd,
    double leftUsd,
    String waitsForId,
    int othersWaiting,
    String replacesId,
    int replacedSinceYear,
    double regrettedUsd) {}
