package org.kiungo.web.script;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Python with a library of others; tests that need it are skipped aloud elsewhere. */
public final class Python {

  /** The second is Debian's own, with the libraries that Debian packages. */
  private static final List<String> PROGRAMS = List.of("python3", "/usr/bin/python3");

  private Python() {}

  /**
   * Runs a script of {@code src/test/python}; skips the test where no Python has the library.
   *
   * @param debian package that has the library
   * @return what it printed, on both streams
   */
  public static String run(String library, String debian, String script, String... arguments)
      throws IOException, InterruptedException {
    for (String program : PROGRAMS) {
      if (has(program, library)) {
        List<String> command = new ArrayList<>(List.of(program, "src/test/python/" + script));
        command.addAll(List.of(arguments));
        StringBuilder told = new StringBuilder();
        int code = start(command, told);
        if (code != 0) {
          throw new AssertionError(command + " ended with " + code + "\n" + told);
        }
        return told.toString();
      }
    }
    assumeTrue(false, "skipped: no Python has " + library + " (" + debian + ")");
    return "";
  }

  private static boolean has(String program, String library) throws InterruptedException {
    try {
      return start(List.of(program, "-c", "import " + library), new StringBuilder()) == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static int start(List<String> command, StringBuilder told)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    told.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }
}
