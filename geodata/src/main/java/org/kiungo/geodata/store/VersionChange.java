package org.kiungo.geodata.store;

/**
 * What rows would change as the next version of a dataset.
 *
 * @param version current one; 0 for none
 * @param next number that the rows would have
 * @param added rows that only they have
 * @param changed rows of both with another geometry or attribute
 * @param removed rows that only the current version has
 * @param rowsNow of the current version
 * @param rowsThen of the next
 */
public record VersionChange(
    int version, int next, long added, long changed, long removed, long rowsNow, long rowsThen) {}
