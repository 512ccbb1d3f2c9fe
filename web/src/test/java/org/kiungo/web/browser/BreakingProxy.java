package org.kiungo.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes bytes on to a local server until it is told to cut every line. */
final class BreakingProxy implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger eventStreams = new AtomicInteger();
  private final int target;

  BreakingProxy(int target) throws IOException {
    this.target = target;
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Requests for a run's events so far. */
  int eventStreams() {
    return eventStreams.get();
  }

  /** Resets every connection, as a dying router does. */
  void breakConnections() throws IOException {
    for (Socket each : open) {
      open.remove(each);
      try (each) {
        each.setSoLinger(true, 0);
      } catch (SocketException closed) {
        // its own thread was faster: the line is cut already
      }
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        daemon(() -> pass(client, server, true));
        daemon(() -> pass(server, client, false));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean requests) {
    byte[] bytes = new byte[16 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        String text = requests ? new String(bytes, 0, n, StandardCharsets.ISO_8859_1) : "";
        if (text.contains("/events HTTP")) {
          eventStreams.incrementAndGet();
        }
        out.write(bytes, 0, n);
        out.flush();
      }
    } catch (IOException broken) {
      // the other side has gone or was cut off
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    breakConnections();
  }
}
