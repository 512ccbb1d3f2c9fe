package org.kiungo.web.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody may do; each may do what those before it may. */
public enum Role {
  /** Nobody known: what is needed to come in, and what links open. */
  ANYONE,
  /** Reads everything of the organisation. */
  VIEWER,
  /** Writes comments. */
  COMMENTER,
  /** Makes plans, drafts, placements and links to briefs. */
  PLANNER,
  /** Changes the facts that plans are made from. */
  DATA_STEWARD,
  /** Says who is what in the organisation. */
  ADMINISTRATOR,
  /**
   * The first organisation's administrators: looks after the installation, given to nobody else.
   */
  OPERATOR;

  /** Those that somebody may be given. */
  public static List<Role> given() {
    return Stream.of(values()).filter(each -> each != ANYONE && each != OPERATOR).toList();
  }

  /** As configuration and messages have it: {@code data-steward}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The role of a {@link #label}.
   *
   * @throws IllegalArgumentException for one that nobody may be given
   */
  public static Role named(String label) {
    return given().stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("role is " + label));
  }

  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The lesser of two. */
  public Role atMost(Role other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
