package org.kiungo.web.comment;

/**
 * What somebody says about a part of a plan.
 *
 * @param id opaque
 * @param kind what it is pinned to
 * @param target settlement or project id, or name of the figure as in the plan's totals or
 *     certificate
 * @param author as typed, may be empty
 * @param text plain text, never markup
 * @param resolved true when it needs no more attention
 * @param writtenAt ISO 8601, UTC
 */
record Comment(
    String id,
    Kind kind,
    String target,
    String author,
    String text,
    boolean resolved,
    String writtenAt) {

  /** What a comment may be pinned to. */
  enum Kind {
    PLACE,
    FIGURE,
    PROJECT
  }
}
