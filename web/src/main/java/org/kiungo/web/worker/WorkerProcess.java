package org.kiungo.web.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Java of its own with the classes of this one. It is told things by lines and answers by lines;
 * its log goes where this one's goes. Should this Java end, even by {@code kill -9}, the other
 * reads the end of its input, and is to end too.
 */
public final class WorkerProcess implements AutoCloseable {

  /** How Java ends that was started with {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_MEMORY = 3;

  /** System property of this Java: the file that says how others write their log. */
  public static final String LOG_FORM = "kiungo.worker.log";

  /**
   * Who waits for a page comes first: what works here takes the processors that are left. Elsewhere
   * than on systems like Unix it has the same share as the server.
   */
  private static final List<String> YIELDING =
      Stream.of("/usr/bin/nice", "/bin/nice")
          .filter(nice -> Files.isExecutable(Path.of(nice)))
          .findFirst()
          .map(nice -> List.of(nice, "-n", "10"))
          .orElse(List.of());

  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;

  private WorkerProcess(Process process) {
    this.process = process;
    this.in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.out =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a class's {@code main}.
   *
   * @param heapMebibytes largest heap
   * @param temporary folder for whatever it unpacks; null for the machine's
   */
  static WorkerProcess start(Class<?> main, long heapMebibytes, Path temporary) throws IOException {
    List<String> command = new ArrayList<>(YIELDING);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMebibytes + "m");
    // gives up where others would collect for minutes before they find that there is no more
    command.add("-XX:+UseParallelGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.awt.headless=true");
    if (temporary != null) {
      command.add("-Djava.io.tmpdir=" + temporary);
    }
    String log = System.getProperty(LOG_FORM);
    if (log != null) {
      command.add("-Dlogback.configurationFile=" + log);
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(entry(main.getName(), OtherJars.isPacked()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    leaveOutCollectors(builder.environment());
    return new WorkerProcess(builder.start());
  }

  /**
   * Takes the choice of a garbage collector out of what the environment tells every Java: it is the
   * server's, and a Java that is told of two does not start.
   */
  static void leaveOutCollectors(Map<String, String> environment) {
    for (String each : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
      environment.computeIfPresent(
          each, (name, options) -> options.replaceAll("-XX:[+-]Use\\w*GC(?!\\w)", "").strip());
    }
  }

  /** What is started, after the class path: from the executable jar by its launcher. */
  static List<String> entry(String main, boolean packed) {
    if (!packed) {
      return List.of(main);
    }
    List<String> entry = new ArrayList<>(List.of("-Dloader.main=" + main));
    entry.add("-D" + OtherJars.HOME + "=" + OtherJars.home());
    String others = System.getProperty("loader.path");
    if (others != null) {
      entry.add("-Dloader.path=" + others);
    }
    entry.add(OtherJars.LAUNCHER);
    return entry;
  }

  /** Tells a line; one that is gone need not be told. */
  synchronized void tell(String line) {
    try {
      out.write(line);
      out.newLine();
      out.flush();
    } catch (IOException gone) {
      // whoever reads its answers learns how it ended
    }
  }

  /** The next line of its answers; null once there is no more. */
  String listen() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(ServerLine.ANSWER)) {
        return line.substring(ServerLine.ANSWER.length());
      }
    }
    return null;
  }

  /** Waits for its end; true when it ran out of memory. */
  boolean endedForMemory() throws InterruptedException {
    return process.waitFor() == OUT_OF_MEMORY;
  }

  /** Time that processors have spent on it; zero where the system does not say. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends it at once. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
