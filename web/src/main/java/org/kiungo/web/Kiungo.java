package org.kiungo.web;

import org.kiungo.web.cli.Commands;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.worker.OtherJars;

/** Entry point of the one executable jar: every command, {@code serve} when none is named. */
public final class Kiungo {

  private Kiungo() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    boolean elsewhere =
        ServerLaunch.start(args)
            || OtherJars.start(Kiungo.class, args)
            || !OtherJars.areThere() && LibraryClassLoader.start(Kiungo.class, "run", args);
    if (!elsewhere) {
      run(args);
    }
  }

  /** Runs a command line to its end, or opens the port. */
  public static void run(String... args) {
    int exitCode = new Commands(WebApplication::start).run(args);
    if (exitCode != ExitCode.SERVING) {
      System.exit(exitCode);
    }
  }
}
