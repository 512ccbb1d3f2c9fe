package org.kiungo.web.system;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Holds every body to its time, beneath all that reads one: forms with files are read by the
 * container itself, whatever a filter wraps. What is left of a body that was refused is read for a
 * moment, so that the client sees the answer, and not for as long as the client likes.
 */
@Component
class BodyPace extends ValveBase
    implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  /** Longest time for a body without files, seconds: a megabyte over a slow mobile network. */
  private static final long BODY_SECONDS = 300;

  /** The same for forms with files; over slower lines files are sent in pieces. */
  private static final long FILES_SECONDS = 3_600;

  /** So long the rest of a body that nobody wanted is read. */
  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** And so much of it. */
  private static final long REST_BYTES = 2 << 20;

  private LongSupplier nanos = System::nanoTime;

  BodyPace() {
    super(true);
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    server.addEngineValves(this);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request body = request.getCoyoteRequest();
    InputBuffer whole = body.getInputBuffer();
    String type = request.getContentType();
    boolean files = type != null && type.startsWith("multipart/");
    long seconds = files ? FILES_SECONDS : BODY_SECONDS;
    PacedBody paced = new PacedBody(body, whole, seconds, () -> nanos.getAsLong());
    body.setInputBuffer(paced);
    try {
      getNext().invoke(request, response);
    } finally {
      body.setInputBuffer(whole);
    }
    boolean rest = !paced.isRefused() && !body.hasExpectation() && !isWhole(body);
    if (rest && !request.isAsync()) {
      response.finishResponse();
      readRest(body, whole);
    }
  }

  private static boolean isWhole(org.apache.coyote.Request body) {
    AtomicBoolean whole = new AtomicBoolean();
    body.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
    return whole.get();
  }

  private void readRest(org.apache.coyote.Request body, InputBuffer whole) {
    long began = nanos.getAsLong();
    long bytes = 0;
    try {
      while (bytes < REST_BYTES && nanos.getAsLong() - began < REST_NANOS) {
        int some = whole.doRead(new Unread());
        if (some < 0) {
          return;
        }
        bytes += some;
      }
    } catch (IOException gone) {
      containerLog.debug("client left", gone);
    }
    body.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
  }

  /** Takes bytes that nobody reads. */
  private static final class Unread implements ApplicationBufferHandler {

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {
      // the container brings buffers of its own
    }
  }
}
