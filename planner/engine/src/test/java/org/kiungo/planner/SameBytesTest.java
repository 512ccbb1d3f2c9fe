package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;

/**
 * The same input, seed and steps give the same plan folder: in another process, on another number
 * of threads, and on another version of Java. The other Java is looked for in {@code
 * kiungo.java25}, {@code JAVA25_HOME} and beside the one that runs the test.
 */
@Tag("slow")
class SameBytesTest {

  private static final int SETTLEMENTS = 200;

  @TempDir private static Path folder;

  /** What this Java wrote with two threads, planned once for both tests. */
  private static SortedMap<String, String> own;

  @BeforeAll
  static void planOnTwoThreads() throws Exception {
    own = planned(ownJava(), "own", 2);
  }

  /** Plans and writes; arguments: folder, threads. */
  public static void main(String[] args) throws IOException {
    PlanningProblem problem = CountryData.read(Integer.toString(SETTLEMENTS));
    double people = problem.settlements().stream().mapToDouble(s -> s.population()).sum();
    String choices = "{\"steps\": 400, \"threads\": " + args[1] + "}";
    Scenario scenario =
        ScenarioFile.read(choices.getBytes(StandardCharsets.UTF_8))
            .withBudgetUsd(Math.rint(25 * people));
    PlanResult found = Planner.plan(problem, scenario, Progress.NONE, () -> false);
    Planner.folder(problem, found).write(Path.of(args[0]));
  }

  @Test
  void anotherJavaWritesTheSameBytes() throws Exception {
    Path other = java25();
    assumeTrue(
        other != null, "no Java 25 found; set JAVA25_HOME or -Dkiungo.java25 to compare with it");
    assertThat(planned(other, "other", 2)).isEqualTo(own);
  }

  @Test
  void anotherNumberOfThreadsDecidesTheSame() throws Exception {
    SortedMap<String, String> one = planned(ownJava(), "one", 1);
    for (String file : List.of("links.geojson", "sites.csv", "certificate.json", "plan.geojson")) {
      assertThat(unsealed(own.get(file))).as(file).isNotNull().isEqualTo(unsealed(one.get(file)));
    }
  }

  /** Without the hash of the manifest, which tells the number of threads in the scenario too. */
  private static String unsealed(String text) {
    return text.replaceAll("\"manifestSha256\" : \"\\w+\"", "");
  }

  private static Path ownJava() {
    return Path.of(System.getProperty("java.home"));
  }

  private static Path java25() throws IOException {
    Path beside = ownJava().toRealPath().getParent();
    List<String> named =
        Stream.of(System.getProperty("kiungo.java25"), System.getenv("JAVA25_HOME"))
            .filter(home -> home != null && !home.isEmpty())
            .toList();
    if (!named.isEmpty()) {
      return Path.of(named.get(0));
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(beside, "*25*")) {
      for (Path home : homes) {
        if (Files.isExecutable(home.resolve("bin/java"))) {
          return home;
        }
      }
    }
    return null;
  }

  /** Files of the folder by name, as Latin-1 text, so that differences can be read. */
  private static SortedMap<String, String> planned(Path javaHome, String name, int threads)
      throws Exception {
    Path out = folder.resolve(name);
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    File said = folder.resolve(name + ".log").toFile();
    List<String> command = new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
    if (javaHome.equals(ownJava())) {
      command.add("-XX:TieredStopAtLevel=1"); // as the tests themselves, and unlike the other Java
    }
    command.addAll(List.of("-cp", classes, SameBytesTest.class.getName()));
    command.addAll(List.of(out.toString(), Integer.toString(threads)));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    assertThat(process.waitFor()).as(Files.readString(said.toPath())).isZero();
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(out.relativize(file).toString(), latin(file)));
    }
    assertThat(files).isNotEmpty();
    return files;
  }

  private static String latin(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
