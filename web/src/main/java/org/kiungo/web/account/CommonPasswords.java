package org.kiungo.web.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Refuses passwords that are tried first: those of lists of common ones, words, names, rows of keys
 * and what is made of them.
 *
 * @see <a
 *     href="https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler">
 *     Wheeler, zxcvbn: low-budget password strength estimation, USENIX Security 2016</a>
 */
final class CommonPasswords {

  /** Fewer guesses than 10⁸ on the estimator's scale of 0 to 4. */
  private static final int LEAST_SCORE = 3;

  /** The estimate takes long for long ones, and its beginning is enough. */
  private static final int LOOKED_AT = 64;

  private static final Zxcvbn GUESSES = new Zxcvbn();

  private CommonPasswords() {}

  /**
   * @param name of the user, which is tried too
   * @throws InputRefused {@code account.password-common}
   */
  static void refuse(String password, String name) {
    String looked = password.substring(0, Math.min(LOOKED_AT, password.length()));
    if (GUESSES.measure(looked, List.of(name, "kiungo")).getScore() < LEAST_SCORE) {
      throw new InputRefused("account.password-common");
    }
  }
}
