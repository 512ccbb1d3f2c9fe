package org.kiungo.web.job;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a client waits for the end of what it asks for, before it is told where to look.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240, Prefer</a>
 */
public final class Patience {

  /** Less than proxies wait for an answer. */
  private static final Duration MOST = Duration.ofSeconds(50);

  private static final Pattern WAIT = Pattern.compile("wait=(\\d{1,4})");

  private Patience() {}

  /**
   * @param prefer header of the request, null for none: {@code respond-async} does not wait, {@code
   *     wait=} so many seconds
   */
  public static Duration of(String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    if (wait.find()) {
      Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
      return asked.compareTo(MOST) < 0 ? asked : MOST;
    }
    return isAsync(prefer) ? Duration.ZERO : MOST;
  }

  /** Whether a client does not want to wait. */
  public static boolean isAsync(String prefer) {
    return prefer != null && prefer.contains("respond-async");
  }
}
