package org.kiungo.planner.spread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** A master and two workers of Spark on this machine, in processes of their own. */
final class LoopbackCluster implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String DEPLOY = "org.apache.spark.deploy.";
  private static final Pattern MASTER = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");

  private final Path folder;
  private final List<Process> workers = new ArrayList<>();
  private final Process master;
  private final String url;

  LoopbackCluster(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    Path log = folder.resolve("master.log");
    master = java(log, "128m", DEPLOY + "master.Master", "--host", HOST, "--webui-port", "0");
    url = awaited(log, MASTER);
    for (int k = 0; k < 2; k++) {
      workers.add(worker(k));
    }
    for (int k = 0; k < 2; k++) {
      awaited(folder.resolve("worker" + k + ".log"), Pattern.compile("Successfully registered"));
    }
  }

  private Process worker(int k) throws IOException {
    return java(
        folder.resolve("worker" + k + ".log"),
        "128m",
        DEPLOY + "worker.Worker",
        "--host",
        HOST,
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        work(k).toString(),
        url);
  }

  private Path work(int worker) {
    return folder.resolve("work" + worker);
  }

  String url() {
    return url;
  }

  /** Kills the executors of a worker once one of them has done a task. */
  void killAnExecutorAtWork() throws Exception {
    Pattern done = Pattern.compile("Finished task");
    while (!written(work(0)).anyMatch(log -> found(log, done).find())) {
      Thread.sleep(50);
    }
    workers.get(0).children().forEach(ProcessHandle::destroyForcibly);
  }

  private static Stream<Path> written(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.endsWith("stderr")).toList().stream();
    }
  }

  /** {@code spark-submit}, of which no registry has the script. */
  static Process submitted(Path log, String master, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("--master", master));
    for (String each :
        List.of(
            "spark.driver.host=" + HOST,
            "spark.driver.bindAddress=" + HOST,
            "spark.executor.memory=512m",
            "spark.ui.enabled=false")) {
      command.addAll(List.of("--conf", each));
    }
    command.add(System.getProperty("spark.jar"));
    command.addAll(arguments);
    return java(log, "512m", DEPLOY + "SparkSubmit", command.toArray(String[]::new));
  }

  private static Process java(Path log, String heap, String main, String... arguments)
      throws IOException {
    Path home = Path.of(System.getProperty("spark.home"));
    String java = System.getProperty("java.home");
    List<String> command = new ArrayList<>(List.of(java + "/bin/java"));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-cp", home + "/jars/*", main));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("SPARK_HOME", home.toString());
    process.environment().put("SPARK_SCALA_VERSION", System.getProperty("scala.version"));
    process.environment().put("SPARK_LOCAL_IP", HOST);
    process.environment().put("JAVA_HOME", java);
    return process.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private String awaited(Path log, Pattern text) throws Exception {
    Matcher found = found(log, text);
    while (!found.find()) {
      if (!master.isAlive()) {
        throw new IllegalStateException(Files.readString(log));
      }
      Thread.sleep(50);
      found = found(log, text);
    }
    return found.group();
  }

  private static Matcher found(Path log, Pattern text) {
    try {
      return text.matcher(Files.exists(log) ? Files.readString(log) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    List<Process> all = new ArrayList<>(workers);
    all.add(master);
    for (Process each : all) {
      List<ProcessHandle> children = each.children().toList();
      each.destroyForcibly().onExit().join();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
