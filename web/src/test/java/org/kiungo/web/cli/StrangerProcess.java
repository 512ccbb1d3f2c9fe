package org.kiungo.web.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kiungo.web.TinyWorld;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kiungo in a process of its own, with a jar more on its class path: takes command lines as JSON,
 * one a line, and answers likewise; {@code ["server", folder]} opens a port on the tiny world.
 */
final class StrangerProcess implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MARK = "answer:";

  private final Process process;
  private final PrintWriter in;
  private final BufferedReader out;

  StrangerProcess(Path jar) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + java.io.File.pathSeparator + jar,
                StrangerProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  CommandRun run(String... args) throws IOException {
    JsonNode answer = ask(args);
    return new CommandRun(
        answer.get("exitCode").asInt(), answer.get("out").asString(), answer.get("err").asString());
  }

  /** Address of the application, planning the tiny world. */
  String serve(Path data) throws IOException {
    return "http://127.0.0.1:" + ask("server", data.toString()).get("out").asString();
  }

  private JsonNode ask(String... args) throws IOException {
    in.println(JSON.writeValueAsString(args));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(MARK)) {
        return JSON.readTree(line.substring(MARK.length()));
      }
    }
    throw new IllegalStateException("the process ended");
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] none) throws Exception {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // where the application's log belongs
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] args = JSON.readValue(line, String[].class);
      answers.println(MARK + JSON.writeValueAsString(answer(args)));
    }
    System.exit(0);
  }

  private static Map<String, Object> answer(String[] args) throws Exception {
    CommandRun run =
        args[0].equals("server") ? new CommandRun(0, port(args[1]), "") : CommandRun.of(args);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("exitCode", run.exitCode());
    answer.put("out", run.out());
    answer.put("err", run.err());
    return answer;
  }

  private static String port(String data) throws ClassNotFoundException {
    return new SpringApplicationBuilder(
            Class.forName("org.kiungo.web.WebApplication"), TinyWorld.Beans.class)
        .run(
            List.of(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--kiungo.samples.enabled=false",
                    "--kiungo.today.ahead=false",
                    "--kiungo.data-dir=" + data)
                .toArray(String[]::new))
        .getEnvironment()
        .getProperty("local.server.port");
  }
}
