package org.kiungo.web;

import org.kiungo.web.cli.Commands;

/** Entry point of the one executable jar: every command, {@code serve} when none is named. */
public final class Kiungo {

  private Kiungo() {}

  public static void main(String[] args) {
    int exitCode = new Commands(WebApplication::start).run(args);
    if (exitCode != Commands.SERVING) {
      System.exit(exitCode);
    }
  }
}
