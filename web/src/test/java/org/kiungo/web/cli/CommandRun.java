package org.kiungo.web.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command line as a user sees it.
 *
 * @param exitCode of the process
 * @param out standard output
 * @param err standard error, logs excepted
 */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new Commands(
                settings -> {
                  throw new IllegalStateException("no command here may start the server");
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true))
            .run(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Standard output as the one object that {@code --json} promises. */
  JsonNode json() {
    return JsonMapper.builder().build().readTree(out);
  }
}
