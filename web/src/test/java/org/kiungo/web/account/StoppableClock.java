package org.kiungo.web.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time, which a test can let stand still or put forward: no wait is over by chance. */
final class StoppableClock extends Clock {

  private volatile Instant stopped;

  /** In place of the server's. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    @Primary
    StoppableClock stoppableClock() {
      return new StoppableClock();
    }
  }

  void stop() {
    stopped = Instant.now();
  }

  void putForward(long seconds) {
    stopped = instant().plusSeconds(seconds);
  }

  void goOn() {
    stopped = null;
  }

  @Override
  public Instant instant() {
    Instant now = stopped;
    return now == null ? Instant.now() : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
