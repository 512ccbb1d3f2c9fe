package org.kiungo.web.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;

/**
 * Hashes as the server's that take a hundredth of the memory and of the time; {@link PasswordsTest}
 * has the server's, and so have the stories in which one is started.
 */
final class QuickPasswords {

  private static final Argon2Function QUICK = Argon2Function.getInstance(192, 2, 1, 32, Argon2.ID);

  private static final int HASHES_AT_ONCE = 4;

  private QuickPasswords() {}

  /** In place of the server's. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    @Primary
    PasswordEncoder quickPasswords() {
      return new BoundedEncoder(new Argon2Password4jPasswordEncoder(QUICK), HASHES_AT_ONCE);
    }
  }
}
