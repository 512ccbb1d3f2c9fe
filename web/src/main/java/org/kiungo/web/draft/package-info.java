/** Edits of a plan: kept as drafts, estimated at once, turned into a scenario to be computed. */
package org.kiungo.web.draft;
