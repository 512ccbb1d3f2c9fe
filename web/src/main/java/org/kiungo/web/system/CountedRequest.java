package org.kiungo.web.system;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;

/** Counts the bytes of a body whose length the client may not have told, and the time it takes. */
final class CountedRequest extends HttpServletRequestWrapper {

  /** Largest body outside uploads, bytes. */
  static final long BODY_LIMIT = 1 << 20;

  /** Longest time for a body, seconds: a megabyte over a slow mobile network. */
  private static final long BODY_SECONDS = 300;

  private final LongSupplier nanos;

  /**
   * @param nanos as {@link System#nanoTime}
   */
  CountedRequest(HttpServletRequest request, LongSupplier nanos) {
    super(request);
    this.nanos = nanos;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new CountedBody(super.getInputStream(), nanos);
  }

  private static final class CountedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final LongSupplier nanos;
    private final long began;
    private long bytes;

    CountedBody(ServletInputStream body, LongSupplier nanos) {
      this.body = body;
      this.nanos = nanos;
      this.began = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
      int one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = body.read(into, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) {
      bytes += more;
      if (bytes > BODY_LIMIT) {
        throw new ApiRefusal(
            HttpStatus.CONTENT_TOO_LARGE, "http.too-large", String.valueOf(BODY_LIMIT));
      }
      if (nanos.getAsLong() - began > TimeUnit.SECONDS.toNanos(BODY_SECONDS)) {
        throw new ApiRefusal(
            HttpStatus.REQUEST_TIMEOUT, "http.too-slow", String.valueOf(BODY_SECONDS));
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
