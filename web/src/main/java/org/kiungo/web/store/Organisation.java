package org.kiungo.web.store;

import java.util.function.Supplier;

/**
 * The organisation on whose behalf a thread reads and writes. Every request names one where there
 * are accounts. Without accounts nobody does, and everything is the first organisation's.
 */
public final class Organisation {

  /** The first one; whoever administers it looks after the installation. */
  public static final String DEFAULT = "default";

  /** Owns what the server itself plans from the facts that it carries: everybody may read it. */
  public static final String SHARED = "shared";

  /** The server's own work, whoever it is for. Repositories find nothing under this name. */
  public static final String EVERY = "*";

  /** Of requests by nobody known. */
  public static final String NOBODY = "-";

  /** In no id, and in no header that a server takes. */
  private static final char APART = '\u001f';

  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private Organisation() {}

  /** The organisation whose rows may be seen. */
  public static String current() {
    String named = CURRENT.get();
    return named == null ? DEFAULT : named;
  }

  /** As the database is told: threads of the server work for all. */
  static String ofSession() {
    String named = CURRENT.get();
    return named == null ? EVERY : named;
  }

  /** A client's own key, apart from those that clients of other organisations send. */
  public static String key(String given) {
    return given == null || current().equals(DEFAULT) ? given : current() + APART + given;
  }

  /** Works on behalf of an organisation. */
  public static <T> T as(String organisation, Supplier<T> work) {
    Runnable back = begin(organisation);
    try {
      return work.get();
    } finally {
      back.run();
    }
  }

  /** The same for work without an answer. */
  public static void as(String organisation, Runnable work) {
    Runnable back = begin(organisation);
    try {
      work.run();
    } finally {
      back.run();
    }
  }

  /**
   * Works on behalf of an organisation from now on.
   *
   * @return what goes back to the one before
   */
  public static Runnable begin(String organisation) {
    String before = CURRENT.get();
    CURRENT.set(organisation);
    return () -> {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }
}
