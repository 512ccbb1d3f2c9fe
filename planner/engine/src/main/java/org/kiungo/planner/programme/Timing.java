package org.kiungo.planner.programme;

/**
 * Why a settlement is served from a phase on and not earlier.
 *
 * @param buildYear from which it is served
 * @param phase number of the phase, the first being 1
 * @param earlierYear first year of the phase before; 0 where there is none
 * @param untilYear last year of the phase, that one or a later one, whose money suffices least for
 *     serving it from then on; 0 in the first phase
 * @param extraUsd what that would cost more until then, the way to the network that does not stand
 *     yet included; NaN in the first phase
 * @param leftUsd money that is left then; NaN in the first phase
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
    int untilYear,
    double extraUsd,
    double leftUsd,
    String waitsForId,
    int othersWaiting,
    String replacesId,
    int replacedSinceYear,
    double regrettedUsd) {}
