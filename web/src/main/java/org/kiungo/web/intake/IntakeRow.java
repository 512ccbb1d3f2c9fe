package org.kiungo.web.intake;

import org.kiungo.web.job.JobState;

/**
 * An import as the database keeps it.
 *
 * @param id opaque; that of its report too
 * @param organisationId whose it is
 * @param state where it stands
 * @param kind which {@link IntakeWork} does it
 * @param fileName as its users know it
 * @param body what is asked for, in the notation of its kind
 * @param askedMs when, milliseconds since 1970
 * @param phase what it is at; empty while it waits
 * @param rows taken in so far
 * @param result in the notation of its kind; null until it is finished, or where it is kept
 *     elsewhere
 * @param error a {@link org.kiungo.web.worker.Refusal}; null unless failed
 */
record IntakeRow(
    String id,
    String organisationId,
    JobState state,
    String kind,
    String fileName,
    String body,
    long askedMs,
    String phase,
    long rows,
    String result,
    String error) {}
