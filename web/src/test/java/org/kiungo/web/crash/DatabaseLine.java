package org.kiungo.web.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line to a database, which can be cut: connections end and new ones are closed at once. */
final class DatabaseLine implements AutoCloseable {

  private static final Pattern PLACE = Pattern.compile("//([^:/]+):(\\d+)/");

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final String url;
  private final String host;
  private final int port;
  private volatile boolean cut;

  /**
   * @param url JDBC address with host and port
   */
  DatabaseLine(String url) throws IOException {
    Matcher place = PLACE.matcher(url);
    if (!place.find()) {
      throw new IllegalArgumentException("no host and port in the address of the database");
    }
    this.host = place.group(1);
    this.port = Integer.parseInt(place.group(2));
    this.url = place.replaceFirst("//127.0.0.1:" + listener.getLocalPort() + "/");
    daemon(this::accept);
  }

  /** The address over this line. */
  String url() {
    return url;
  }

  void cut() {
    cut = true;
    open.forEach(DatabaseLine::close);
    open.clear();
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (cut) {
          close(client);
          continue;
        }
        Socket server = new Socket(host, port);
        open.add(client);
        open.add(server);
        daemon(() -> pass(client, server));
        daemon(() -> pass(server, client));
      } catch (IOException closed) {
        // the next one, or the end
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // as at its end
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // so it is
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "database-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
