package org.kiungo.web.network;

import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobState;

/**
 * A merge that is to be stored, as it stands.
 *
 * @param id opaque
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset
 * @param before how many come before it; 0 unless it waits
 * @param phase reading, merging or storing; empty unless it is under way
 * @param doneRatio 0–1; 0 before it began
 * @param askedMs when it was asked for, milliseconds since 1970
 * @param error why it failed; null unless it did
 */
record MergeJob(
    String id,
    String country,
    String name,
    JobState state,
    int before,
    String phase,
    double doneRatio,
    long askedMs,
    JobFailure error) {}
