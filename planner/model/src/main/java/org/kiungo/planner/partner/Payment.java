package org.kiungo.planner.partner;

import org.kiungo.planner.project.Work;

/**
 * What one partner pays for one kind of work of a project.
 *
 * @param projectId of a project that is paid in full
 * @param partner letter
 * @param work it pays for
 * @param cents USD cents, &gt; 0
 */
public record Payment(String projectId, String partner, Work work, long cents) {}
