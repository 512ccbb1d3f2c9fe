package org.kiungo.web.system;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.kiungo.web.door.ClientAddress;

/**
 * What one other machine may ask of this server at once and on the whole, so that none takes the
 * others' share. Whoever sits at this machine is counted, not limited.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Token_bucket">token bucket</a>
 */
final class ClientLimits {

  /** Bodies that one machine may be sending at once. */
  static final int BODIES_AT_ONCE = 20;

  /** Requests that it may make after a rest, and how many it regains in a second. */
  static final int BURST = 600;

  static final int PER_SECOND = 30;

  private static final int REMEMBERED = 10_000;
  private static final double NANOS = 1e9;

  private final ClientAddress addresses;
  private final LongSupplier nanos;
  private final Map<String, Client> clients =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Client> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param nanos as {@link System#nanoTime}
   */
  ClientLimits(ClientAddress addresses, LongSupplier nanos) {
    this.addresses = addresses;
    this.nanos = nanos;
  }

  /** One machine's share. */
  final class Client {

    private final boolean here;
    private double tokens = BURST;
    private long counted = nanos.getAsLong();
    private int bodies;

    private Client(boolean here) {
      this.here = here;
    }

    /** True for whoever sits at this machine. */
    boolean isHere() {
      return here;
    }

    /**
     * Takes a request off its share.
     *
     * @return 0, or the seconds after which it may ask again
     */
    synchronized int ask() {
      if (here) {
        return 0;
      }
      long now = nanos.getAsLong();
      tokens = Math.min(BURST, tokens + (now - counted) / NANOS * PER_SECOND);
      counted = now;
      if (tokens < 1) {
        return Math.max(1, (int) Math.ceil((1 - tokens) / PER_SECOND));
      }
      tokens--;
      return 0;
    }

    synchronized boolean beginBody() {
      if (!here && bodies >= BODIES_AT_ONCE) {
        return false;
      }
      bodies++;
      return true;
    }

    synchronized void endBody() {
      bodies--;
    }

    /** True when more than half of so many bodies come from it. */
    synchronized boolean sendsMostOf(int all) {
      return 2 * bodies > all;
    }
  }

  /** The share of whoever asks. */
  Client of(HttpServletRequest request) {
    boolean here = ClientAddress.isHere(request);
    String address = here ? "" : addresses.of(request);
    synchronized (clients) {
      return clients.computeIfAbsent(address, key -> new Client(here));
    }
  }
}
