package org.kiungo.web.access;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What let somebody in, so that it can be asked later whether it still does: an answer that goes on
 * for hours is not to outlast the right to it.
 *
 * @param by which session or token; two that say the same are the same
 * @param again who comes in by it now; empty where it opens no longer
 */
public record Admission(String by, Supplier<Optional<Member>> again) {

  private static final ThreadLocal<Admission> CURRENT = new ThreadLocal<>();

  /** Of who asks; empty for nobody known, and where there are no accounts. */
  public static Optional<Admission> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * Works by it from now on.
   *
   * @param admission null for none
   * @return what ends that
   */
  public static Runnable begin(Admission admission) {
    CURRENT.set(admission);
    return CURRENT::remove;
  }
}
