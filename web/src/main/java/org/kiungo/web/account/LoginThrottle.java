package org.kiungo.web.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries passwords: after some failures for one name, or from one address, each
 * further one doubles the wait. Sessions go on meanwhile, so nobody can be locked out of their
 * work.
 */
@Component
@WithAccounts
class LoginThrottle {

  static final int FREE_BY_NAME = 5;
  static final int FREE_BY_ADDRESS = 20;
  private static final long LONGEST_WAIT_MS = 300_000;
  private static final long FORGOTTEN_MS = 900_000;
  private static final int REMEMBERED = 20_000;

  private record Failures(int count, long lastMs) {}

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Seconds to wait before the next try; 0 for none. */
  synchronized long waitSeconds(String name, String address) {
    long wait =
        Math.max(wait("name " + name, FREE_BY_NAME), wait("address " + address, FREE_BY_ADDRESS));
    return (wait + 999) / 1000;
  }

  private long wait(String key, int free) {
    Failures known = failures.get(key);
    if (known == null || known.count() < free) {
      return 0;
    }
    long wait = Math.min(LONGEST_WAIT_MS, 1000L << Math.min(20, known.count() - free));
    return Math.max(0, known.lastMs() + wait - clock.millis());
  }

  synchronized void failed(String name, String address) {
    fail("name " + name);
    fail("address " + address);
  }

  private void fail(String key) {
    long now = clock.millis();
    Failures known = failures.get(key);
    boolean again = known != null && known.lastMs() + FORGOTTEN_MS > now;
    failures.put(key, new Failures(again ? known.count() + 1 : 1, now));
  }

  synchronized void succeeded(String name) {
    failures.remove("name " + name);
  }
}
