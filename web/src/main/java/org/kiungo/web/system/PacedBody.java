package org.kiungo.web.system;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;

/**
 * A body that must come within a time and at a least rate, whoever reads it: a controller, or the
 * container that spools the files of a form. What the server needs between its reads is not
 * counted.
 */
final class PacedBody implements InputBuffer {

  /** Over so long the least rate is looked at: silence for less is a network's, not a harm. */
  private static final long WINDOW_SECONDS = 60;

  /** Least bytes of a window: 500 B/s, a tenth of what the slowest mobile data brings. */
  private static final long WINDOW_BYTES = 500 * WINDOW_SECONDS;

  private final Request request;
  private final InputBuffer body;
  private final long limitSeconds;
  private final LongSupplier nanos;
  private long waitedNanos;
  private long windowNanos;
  private long windowBytes;
  private boolean refused;

  /**
   * @param limitSeconds longest time for the whole body
   * @param nanos as {@link System#nanoTime}
   */
  PacedBody(Request request, InputBuffer body, long limitSeconds, LongSupplier nanos) {
    this.request = request;
    this.body = body;
    this.limitSeconds = limitSeconds;
    this.nanos = nanos;
  }

  @Override
  public int doRead(ApplicationBufferHandler into) throws IOException {
    long before = nanos.getAsLong();
    int bytes = body.doRead(into);
    long waited = nanos.getAsLong() - before;
    if (bytes >= 0) {
      count(bytes, waited);
    }
    return bytes;
  }

  private void count(int bytes, long nanosMore) {
    waitedNanos += nanosMore;
    windowNanos += nanosMore;
    windowBytes += bytes;
    if (waitedNanos > TimeUnit.SECONDS.toNanos(limitSeconds)) {
      throw refused("http.too-slow", limitSeconds);
    }
    if (windowNanos > TimeUnit.SECONDS.toNanos(WINDOW_SECONDS)) {
      if (windowBytes < WINDOW_BYTES) {
        throw refused("http.dripping", WINDOW_BYTES / WINDOW_SECONDS);
      }
      windowNanos = 0;
      windowBytes = 0;
    }
  }

  /** What is still to come would come as slowly: the connection ends with the answer. */
  private ApiRefusal refused(String code, long limit) {
    refused = true;
    request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    return new ApiRefusal(HttpStatus.REQUEST_TIMEOUT, code, String.valueOf(limit));
  }

  /** Whether it came too slowly. */
  boolean isRefused() {
    return refused;
  }

  @Override
  public int available() {
    return body.available();
  }
}
