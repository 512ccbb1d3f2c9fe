package org.kiungo.planner.model;

import org.kiungo.planner.model.value.LonLat;

/**
 * A candidate hop that radio cannot take because the ground reaches into its line of sight, with
 * the one obstacle that shows it.
 *
 * @param fromId settlement or tower
 * @param toId settlement, tower, network node or tap
 * @param from its place
 * @param to its place
 * @param fromGroundM ground under the near mast, metres above sea level
 * @param toGroundM ground under the far mast
 * @param fromAntennaM height above the ground, metres
 * @param toAntennaM height above the ground, metres
 * @param obstacleKm how far the obstacle stands from the near mast, km
 * @param obstacleM its height, metres above sea level
 */
public record BlockedHop(
    String fromId,
    String toId,
    LonLat from,
    LonLat to,
    double fromGroundM,
    double toGroundM,
    double fromAntennaM,
    double toAntennaM,
    double obstacleKm,
    double obstacleM) {}
