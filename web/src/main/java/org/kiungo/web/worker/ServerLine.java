package org.kiungo.web.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The other end of a {@link WorkerProcess}, within it. */
final class ServerLine {

  /** How answers begin: Java says on the same way why it ends. */
  static final String ANSWER = "> ";

  private final PrintStream out;

  /**
   * Listens from now on; ends this Java when the server is gone.
   *
   * @param told hears each line that the server tells
   */
  ServerLine(Consumer<String> told) {
    this.out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    // what a library prints is no answer
    System.setOut(System.err);
    Thread listener = new Thread(() -> listen(told), "server-line");
    listener.setDaemon(true);
    listener.start();
  }

  private static void listen(Consumer<String> told) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        told.accept(line);
      }
    } catch (IOException gone) {
      // as at its end
    }
    Runtime.getRuntime().halt(1);
  }

  /** Answers a line. */
  synchronized void answer(String line) {
    out.println(ANSWER + line);
    out.flush();
  }
}
