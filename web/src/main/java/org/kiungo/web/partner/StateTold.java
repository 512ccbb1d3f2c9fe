package org.kiungo.web.partner;

import org.kiungo.web.plan.document.ProjectState;

/**
 * What somebody said of how far a project has come.
 *
 * @param state it has come to
 * @param author as typed, may be empty; with accounts, who said it
 * @param saidAt ISO 8601, UTC
 */
public record StateTold(ProjectState state, String author, String saidAt) {}
