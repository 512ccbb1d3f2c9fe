package org.kiungo.web.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Node.js where this machine has it; tests that need it are skipped aloud elsewhere. */
public final class Node {

  private static final int LEAST_MAJOR = 20;

  private Node() {}

  /** What a program printed, on both streams, and how it ended. */
  public record Run(int exitCode, String output) {}

  /** The folder with {@code package.json}: this module's or one above it. */
  public static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("package.json"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Runs a script or Node's own command in this module; skips the test where Node is absent. */
  public static Run run(Map<String, String> environment, List<String> arguments) {
    assumeTrue(isPresent(), "skipped: no Node.js " + LEAST_MAJOR + " or newer on the PATH");
    return start(environment, arguments);
  }

  private static boolean isPresent() {
    try {
      Run version = start(Map.of(), List.of("--version"));
      String major = version.output().strip().replaceFirst("^v(\\d+).*", "$1");
      return version.exitCode() == 0 && Integer.parseInt(major) >= LEAST_MAJOR;
    } catch (IllegalStateException | NumberFormatException absent) {
      return false;
    }
  }

  private static Run start(Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + command, e);
    }
  }
}
