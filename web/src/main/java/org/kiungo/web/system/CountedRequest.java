package org.kiungo.web.system;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Counts the bytes of a body whose length the client may not have told. */
final class CountedRequest extends HttpServletRequestWrapper {

  /** Largest body outside uploads, bytes. */
  static final long BODY_LIMIT = 1 << 20;

  CountedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new CountedBody(super.getInputStream());
  }

  private static final class CountedBody extends ServletInputStream {

    private final ServletInputStream body;
    private long bytes;

    CountedBody(ServletInputStream body) {
      this.body = body;
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
