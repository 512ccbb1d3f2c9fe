package org.kiungo.web.intake;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a client waits for the end of what it asks for, before it is told where to look.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240, Prefer</a>
 */
final class Patience {

  /** Less than proxies wait for an answer. */
  private static final Duration LONGEST = Duration.ofSeconds(50);

  private static final Pattern WAIT = Pattern.compile("wait=(\\d{1,4})");

  private Patience() {}

  /**
   * @param prefer header of the request, null for none: {@code respond-async} does not wait, {@code
   *     wait=} so many seconds
   */
  static Duration of(String prefer) {
    if (prefer == null) {
      return LONGEST;
    }
    Matcher wait = WAIT.matcher(prefer);
    if (wait.find()) {
      Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
      return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
    return prefer.contains("respond-async") ? Duration.ZERO : LONGEST;
  }
}
