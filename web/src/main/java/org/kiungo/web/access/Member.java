package org.kiungo.web.access;

import java.util.Optional;
import org.kiungo.web.store.Organisation;

/**
 * Who asks, for as long as the request lasts.
 *
 * @param userId opaque
 * @param name by which others know them
 * @param organisationId whose things they see
 * @param role in it
 */
public record Member(String userId, String name, String organisationId, Role role) {

  private static final ThreadLocal<Member> CURRENT = new ThreadLocal<>();

  /** Who asks; empty for nobody known, and where there are no accounts. */
  public static Optional<Member> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The name of who asks, where there are accounts; else what was given. */
  public static String nameOr(String given) {
    return current().map(Member::name).orElse(given);
  }

  /**
   * Works as somebody from now on, on behalf of their organisation.
   *
   * @param member null for nobody known
   * @return what goes back to who it was before
   */
  public static Runnable begin(Member member) {
    Member before = CURRENT.get();
    String whose = member == null ? Organisation.NOBODY : member.organisationId();
    Runnable back = Organisation.begin(whose);
    CURRENT.set(member);
    return () -> {
      CURRENT.set(before);
      back.run();
    };
  }
}
