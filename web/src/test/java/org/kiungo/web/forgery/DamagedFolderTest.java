package org.kiungo.web.forgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.SeededSample;
import org.kiungo.web.cli.CommandRun;
import org.kiungo.web.cli.console.ExitCode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A real plan's folder whose files are damaged in every way that came to mind: nothing is proven,
 * nothing ends in a fault, and nothing waits for what never ends.
 */
class DamagedFolderTest {

  /** Far more than any of it takes, also where much else is at work. */
  private static final Duration AT_MOST = Duration.ofSeconds(120);

  private static final int SAMPLE = 40;

  @TempDir private static Path temp;

  private static Forger forger;
  private static Path genuine;

  /** A file of a folder and what becomes of it. */
  private record Damage(String file, String what, Forger.Change change) {
    @Override
    public String toString() {
      return file + ": " + what;
    }
  }

  @BeforeAll
  static void planACountry() throws IOException {
    genuine = temp.resolve("plan");
    CommandRun made =
        CommandRun.of("plan", "--country", "SYC", "--steps", "5", "--out", genuine.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
    forger = new Forger(genuine, temp);
  }

  private static List<Damage> damages() {
    List<Damage> all = new ArrayList<>();
    for (String file : forger.names()) {
      damages(file).forEach((what, change) -> all.add(new Damage(file, what, change)));
    }
    return all;
  }

  private static Map<String, Forger.Change> damages(String file) {
    byte[] bytes = forger.bytes(file);
    String text = new String(bytes, StandardCharsets.UTF_8);
    Map<String, Forger.Change> all = new LinkedHashMap<>();
    for (String other : List.of("", "null", "{}", "[]", "\"x\"", "7", "[null]", "\u0000")) {
      all.put("holds " + other, written(file, other));
    }
    byte[] garbage = new byte[5_000];
    new Random(7).nextBytes(garbage);
    all.put("holds garbage", Forger.with(file, garbage));
    all.put("half of it", Forger.with(file, Arrays.copyOf(bytes, bytes.length / 2)));
    all.put("holds much within much", written(file, "[".repeat(200_000)));
    all.put("and within fields", written(file, "{\"a\":".repeat(200_000)));
    all.put("a mark before it", written(file, '\uFEFF' + text));
    if (!file.endsWith(".proof")) {
      String number = "-?\\d+(\\.\\d+)?([eE]-?\\d+)?";
      for (String other :
          List.of("NaN", "1e999999999", "9".repeat(2_000), "-1", "null", "{}", "[]", "\"x\"")) {
        for (String before : List.of("[:,]\\s*", "(?<=\"lon\":)", "\\n\\s*")) {
          String changed = text.replaceFirst("(" + before + ")" + number, "$1" + other);
          if (!changed.equals(text)) {
            all.put("a number is " + brief(other) + " after " + before, written(file, changed));
          }
        }
      }
      for (String other : List.of("null", "5", "{}", "[]", "true")) {
        String changed = text.replaceFirst(": ?\"[^\"]*\"", ":" + other);
        if (!changed.equals(text)) {
          all.put("a text is " + other, written(file, changed));
        }
        changed = text.replaceFirst("(?s)\\[.*\\]", other);
        if (!changed.equals(text)) {
          all.put("a list is " + other, written(file, changed));
        }
      }
      all.put("a quote is not closed", written(file, text.replaceFirst("\n", "\n\"")));
      all.put("a column more", written(file, text.replaceFirst("\n", ",more\n")));
      all.put("no first line", written(file, text.substring(text.indexOf('\n') + 1)));
    }
    Forger.Change none = Forger.without(file);
    all.put("is missing", none);
    all.put("is a folder", none.and(in -> Files.createDirectory(in.resolve(file))));
    all.put("is a pipe", none.and(in -> pipe(in.resolve(file))));
    all.put("is a socket", none.and(in -> socket(in.resolve(file))));
    all.put("is a link to itself elsewhere", none.and(in -> link(in, file, genuine.resolve(file))));
    all.put("is a link to a folder", none.and(in -> link(in, file, genuine)));
    all.put("is a link to nothing", none.and(in -> link(in, file, genuine.resolve("none"))));
    all.put("never ends", none.and(in -> link(in, file, Path.of("/dev/zero"))));
    return all;
  }

  private static String brief(String text) {
    return text.substring(0, Math.min(12, text.length()));
  }

  private static Forger.Change written(String file, String text) {
    return Forger.with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void link(Path folder, String file, Path to) throws IOException {
    Files.createSymbolicLink(folder.resolve(file), to);
  }

  private static void socket(Path file) throws IOException {
    // a socket stays where it was bound when its channel is closed; long paths have none
    Path near = Path.of("/tmp", "k" + System.nanoTime());
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(near));
    }
    Files.move(near, file);
  }

  private static void pipe(Path file) throws IOException {
    try {
      assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path sealed(Path folder) throws IOException {
    try {
      Forger.rehash(folder);
    } catch (RuntimeException unreadable) {
      // whoever cannot seal it leaves it as it is
    }
    return folder;
  }

  @TestFactory
  List<DynamicTest> noDamagedFolderIsProvenOrEndsInAFault() {
    return SeededSample.of("damaged folders", damages(), SAMPLE).stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> survives(each)))
        .toList();
  }

  private static void survives(Damage damage) throws IOException {
    Path folder = forger.clumsy(damage.change());
    said(folder);
    boolean isPlain = damage.what().startsWith("holds") || damage.what().startsWith("a ");
    if (isPlain && !damage.file().equals("manifest.json")) {
      Path again = sealed(folder);
      // sealing writes the certificate anew, and so may have taken the damage away
      if (!Arrays.equals(
          Files.readAllBytes(again.resolve(damage.file())), forger.bytes(damage.file()))) {
        said(again);
      }
    }
    String out = temp.resolve("out").toString();
    String path = folder.toString();
    for (String[] command :
        new String[][] {
          {"explain", path, "x"},
          {"export", path, "--format", "csv", "--layer", "sites", "--out", out + ".csv"},
          {"compare", genuine.toString(), path},
          {"brief", path, "--out", out + ".html"},
        }) {
      CommandRun run = run(command);
      assertThat(run.exitCode()).as(command[0] + run.err()).isIn(0, 1, ExitCode.REFUSED);
    }
  }

  private static void said(Path folder) {
    CommandRun run = run("verify", folder.toString(), "--lang", "en");
    assertThat(run.exitCode())
        .as(run.out() + run.err())
        .isIn(ExitCode.ANSWER_IS_NO, ExitCode.REFUSED, ExitCode.NOT_CONFIRMED);
    assertThat(run.out() + run.err()).doesNotContain("Exception");
  }

  private static CommandRun run(String... command) {
    return assertTimeoutPreemptively(AT_MOST, () -> CommandRun.of(command));
  }

  @Test
  void aBriefLeavesOutPlacesOfWhichThePlanSaysNothing() throws IOException {
    Path folder =
        forger.clumsy(
            Forger.json("plan.geojson", all -> ((ArrayNode) all.get("features")).remove(0)));
    Path brief = temp.resolve("some.html");
    CommandRun run = run("brief", folder.toString(), "--out", brief.toString(), "--lang", "en");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("refused");
    assertThat(brief).exists();
  }

  @Test
  void whatIsWrongIsSaidInWords() throws IOException {
    assertSaid("sites.csv", "a mark before it", "byte order mark");
    assertSaid("finance.csv", "a column more", "cells, and the header names");
    assertSaid("sites.csv", "a quote is not closed", "quotation mark");
    assertSaid("sites.csv", "holds garbage", "not text in UTF-8");
    assertSaid("plan.json", "a mark before it", "byte order mark");
    assertSaid("finance.csv", "is a link to a folder", "finance.csv is a link");
    assertSaid("plan.json", "is a pipe", "plan.json is a pipe");
    assertSaid("manifest.json", "holds {}", "manifest.json cannot be used");
    assertSaid("plan.json", "holds null", "plan.json cannot be used");
  }

  private static void assertSaid(String file, String what, String expected) throws IOException {
    CommandRun run =
        run("verify", forger.clumsy(damages(file).get(what)).toString(), "--lang", "en");
    assertThat(run.out() + run.err()).as(file + ": " + what).contains(expected);
  }
}
