package org.kiungo.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords as hashes. */
class PasswordsTest {

  private static final String PASSWORD = "ufunguo wa mjini éè";

  /** Made by Bouncy Castle’s Argon2 with the same parameters, a salt of 16 bytes. */
  private static final String OF_ANOTHER_LIBRARY =
      "$argon2id$v=19$m=19456,t=2,p=1$wEFbXcQV8cLUNaFEy20s2Q"
          + "$/x79z4CpoWydJ7X2JXaUZ/RjzQaXn8hr6uBeG1BGgEE";

  private final PasswordEncoder passwords = new AccountsConfiguration().passwordEncoder();

  @Test
  void hashesOfOtherLibrariesAreReadToo() {
    assertThat(passwords.matches(PASSWORD, OF_ANOTHER_LIBRARY)).isTrue();
    assertThat(passwords.matches(PASSWORD + "e", OF_ANOTHER_LIBRARY)).isFalse();
  }

  @Test
  void everyHashHasItsOwnSalt() {
    String hash = passwords.encode(PASSWORD);
    assertThat(hash)
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
        .hasSize(OF_ANOTHER_LIBRARY.length());
    assertThat(passwords.matches(PASSWORD, hash)).isTrue();
    assertThat(passwords.encode(PASSWORD)).isNotEqualTo(hash);
  }
}
