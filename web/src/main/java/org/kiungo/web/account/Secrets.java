package org.kiungo.web.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.kiungo.web.store.Sha256;

/** Random texts that open something; only their SHA-256 is kept. */
public final class Secrets {

  /** 192 bits. */
  private static final int BYTES = 24;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  public static String make() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static String sha256(String secret) {
    return Sha256.of(secret);
  }
}
