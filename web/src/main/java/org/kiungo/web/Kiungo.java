package org.kiungo.web;

import org.kiungo.web.cli.Commands;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.worker.OtherJars;

/** Entry point of the one executable jar: every command, {@code serve} when none is named. */
public final class Kiungo {

  private Kiungo() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    if (OtherJars.start(Kiungo.class, args)) {
      return;
    }
    int exitCode = new Commands(WebApplication::start).run(args);
    if (exitCode != ExitCode.SERVING) {
      System.exit(exitCode);
    }
  }
}
