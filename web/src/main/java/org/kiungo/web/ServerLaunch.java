package org.kiungo.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.ProcessHandle.Info;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.web.cli.Commands;

/**
 * Starts the server in a Java of its own that leaves out the second of its compilers. A start takes
 * all of two processors, and that compiler most of what is left over; without it the first page is
 * there in two thirds of the time ({@code web/docs/benchmarks.md}), and later pages are no slower,
 * for what takes long is done in processes of its own, with both compilers. A program cannot ask
 * for that from within.
 *
 * <p>Only {@code java -jar kiungo.jar} alone does so: whoever tells Java anything, by option or
 * environment, knows which Java is wanted and gets that one.
 *
 * <p>The two are one to whoever started them: output and exit code are the server's, a stop is
 * handed on and waited for, and if this Java is killed, the server reads the end of its input and
 * ends at once too.
 */
final class ServerLaunch {

  /** System property of the server's own Java. */
  private static final String LAUNCHED = "kiungo.launched";

  private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

  /** As much as with both compilers: with one, Java keeps a fifth, which a day of pages fills. */
  private static final String CODE_OF_BOTH = "-XX:ReservedCodeCacheSize=240m";

  private ServerLaunch() {}

  /**
   * Serves in another Java until that ends.
   *
   * @param args command line
   * @return false where this Java is to do what the command line says
   */
  static boolean start(String[] args) {
    if (System.getProperty(LAUNCHED) != null) {
      endWithLauncher();
      return false;
    }
    Info self = ProcessHandle.current().info();
    List<String> arguments = self.arguments().map(Arrays::asList).orElse(List.of());
    if (!Commands.serves(args)
        || !isPlain(arguments, args, System.getenv())
        || !System.getProperty("java.vm.name").endsWith("Server VM")) {
      return false;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(FIRST_COMPILER_ONLY, CODE_OF_BOTH, "-D" + LAUNCHED + "=true"));
    command.addAll(arguments);
    try {
      Process server =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
      System.exit(server.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /**
   * Whether a Java was told nothing but the jar.
   *
   * @param arguments of the process, empty where the system does not say
   * @param args of the program among them
   */
  static boolean isPlain(List<String> arguments, String[] args, Map<String, String> environment) {
    return arguments.size() == args.length + 2
        && arguments.get(0).equals("-jar")
        && Stream.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")
            .noneMatch(environment::containsKey);
  }

  private static void stop(Process server) {
    // Process.destroy would close the server's input first, which ends it at once
    server.toHandle().destroy();
    try {
      server.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void endWithLauncher() {
    Thread listener =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is ever told
                }
              } catch (IOException gone) {
                // as at its end
              }
              Runtime.getRuntime().halt(1);
            },
            "launcher");
    listener.setDaemon(true);
    listener.start();
  }
}
