package org.kiungo.web.cli.console;

/** What a command tells the shell when it ends. */
public final class ExitCode {

  public static final int DONE = 0;

  /** The command ran, and the answer is no: verification failed, nothing feasible. */
  public static final int ANSWER_IS_NO = 1;

  /** Input or usage was refused; the message says what, where and the remedy. */
  public static final int REFUSED = 2;

  /** A plan breaks no rule, and its bound is not confirmed. */
  public static final int NOT_CONFIRMED = 3;

  /** A fault of Kiungo itself; the message carries an id to report. EX_SOFTWARE of sysexits.h. */
  public static final int FAULT = 70;

  /** The server runs on: the process must not end. */
  public static final int SERVING = -1;

  private ExitCode() {}
}
