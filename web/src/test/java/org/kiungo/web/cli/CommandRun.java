package org.kiungo.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    return in(System.getenv("KIUNGO_LANG"), args);
  }

  /** The same where the environment names a language; null for none. */
  static CommandRun in(String language, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new Commands(
                settings -> {
                  throw new IllegalStateException("no command here may start the server");
                },
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                language)
            .run(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Verifies a plan for somebody who has all files of a folder that it may have been made from. */
  static CommandRun verify(String plan, Path inputs, String... more) {
    List<String> args = new ArrayList<>(List.of("verify", plan));
    args.addAll(List.of(more));
    args.add("--input");
    try (Stream<Path> files = Files.list(inputs)) {
      files.filter(Files::isRegularFile).map(Path::toString).forEach(args::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(args.toArray(String[]::new));
  }

  /** Standard output as the one object that {@code --json} promises. */
  JsonNode json() {
    return JsonMapper.builder().build().readTree(out);
  }
}
