package org.kiungo.web;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as people start it, in a process of its own without samples, that can be killed. */
public final class ServerProcess implements AutoCloseable {

  /** Long after a server has started on the busiest machine. */
  private static final int MINUTES = 20;

  /** Of each part of the heap, as jcmd prints it; classes are no heap. */
  private static final Pattern USED =
      Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final Path log;

  private ServerProcess(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts {@code kiungo serve} and waits until it answers.
   *
   * @param folder of its data
   */
  public static ServerProcess start(Path folder, String... options)
      throws IOException, InterruptedException {
    return start(folder, Map.of(), options);
  }

  /**
   * The same with variables of its environment, which configure it.
   *
   * @param environment beside that of the test
   */
  public static ServerProcess start(Path folder, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.kiungo.web.Kiungo",
                "serve",
                "--port",
                String.valueOf(port),
                "--data-dir",
                folder.toString()));
    command.addAll(List.of(options));
    Files.createDirectories(folder);
    File log = folder.resolveSibling(folder.getFileName() + ".log").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KIUNGO_SAMPLES_ENABLED", "false");
    builder.environment().put("KIUNGO_TODAY_AHEAD", "false");
    // for those that work for it too, each of which works but once
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    ServerProcess server = new ServerProcess(builder.start(), port, log.toPath());
    server.awaitAnswer();
    return server;
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (List.of(200, 401).contains(get("/api/v1/version").statusCode())) {
          return; // the latter where whoever asks has to sign in
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("no server: " + Files.readString(log));
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(to(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends JSON. */
  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Sends a form with a CSV file.
   *
   * @param fields name=value
   */
  public HttpResponse<String> upload(String path, String csv, List<String> fields)
      throws IOException, InterruptedException {
    return upload(path, HttpRequest.BodyPublishers.ofString(csv), fields);
  }

  /** The same with a table that need not be held in memory. */
  public HttpResponse<String> upload(
      String path, HttpRequest.BodyPublisher csv, List<String> fields)
      throws IOException, InterruptedException {
    String boundary = "kiungo-part";
    StringBuilder body = new StringBuilder();
    for (String field : fields) {
      String[] parts = field.split("=", 2);
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, parts[0], parts[1]));
    }
    body.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
            .formatted(boundary));
    body.append("Content-Type: text/csv\r\n\r\n");
    HttpRequest request =
        to(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(body.toString()),
                    csv,
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  /** What it and those that work for it have logged. */
  public List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  /** Where it listens, on the loopback address. */
  public int port() {
    return port;
  }

  /** What its heap holds once it was collected, MiB. */
  public double heapMib() throws IOException, InterruptedException {
    jcmd("GC.run");
    double kib = 0;
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    while (used.find()) {
      kib += Long.parseLong(used.group(1));
    }
    return kib / 1024;
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked = new ProcessBuilder(tool, String.valueOf(process.pid()), command).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }

  /** Stands still, as a machine does that swaps or moves, until {@link #goOn}. */
  public void standStill() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Goes on where it stood still. */
  public void goOn() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int sent =
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    if (sent != 0) {
      throw new IOException("no process to signal: " + process.pid());
    }
  }

  /** As SIGTERM; waits for its orderly end. */
  public int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** As {@code kill -9}: no shutdown hook, nothing flushed. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
