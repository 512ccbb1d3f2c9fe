package org.kiungo.web.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Computes few hashes at once: each takes its memory. */
final class BoundedEncoder implements PasswordEncoder {

  private final PasswordEncoder encoder;
  private final Semaphore free;

  BoundedEncoder(PasswordEncoder encoder, int atOnce) {
    this.encoder = encoder;
    this.free = new Semaphore(atOnce, true);
  }

  @Override
  public String encode(CharSequence password) {
    return inTurn(() -> encoder.encode(password));
  }

  @Override
  public boolean matches(CharSequence password, String encoded) {
    return inTurn(() -> encoder.matches(password, encoded));
  }

  private <T> T inTurn(Supplier<T> work) {
    free.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
