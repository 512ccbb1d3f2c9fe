package org.kiungo.web.today;

/**
 * People of one place and their chance of having 4G.
 *
 * @param lon degrees
 * @param lat degrees
 * @param people ≥ 0
 * @param ratio 0–1
 * @param low 0–1, ≤ ratio
 * @param high 0–1, ≥ ratio
 */
record PlaceToday(double lon, double lat, double people, double ratio, double low, double high) {}
