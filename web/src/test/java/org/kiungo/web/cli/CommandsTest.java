package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.policy.Levers;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.Databases;

class CommandsTest {

  @Test
  void versionNamesTheEngine() {
    CommandRun run = CommandRun.of("version", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("engineVersion").asString()).isEqualTo(Planner.ENGINE_VERSION);
    assertThat(Planner.ENGINE_VERSION).matches("\\d.*");
  }

  @Test
  void anUnknownCommandIsRefusedWithTheWayOut() {
    CommandRun run = CommandRun.of("versoin", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("versoin").contains("kiungo --help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusalsSpeakTheLanguageAskedFor() {
    CommandRun run = CommandRun.of("serve", "--prot", "1", "--lang=fr");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Inconnu\u00a0: --prot").contains("kiungo serve --help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lang fr version",
        "--lang=fr version",
        "version --lang fr",
        "version --lang=fr"
      })
  void theLanguageIsToldBeforeOrAfterTheCommand(String line) {
    CommandRun run = CommandRun.of(line.split(" "));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains(Planner.ENGINE_VERSION);
    CommandRun refused = CommandRun.of((line + " --nothing").split(" "));
    assertThat(refused.err()).contains("Inconnu\u00a0: --nothing", "kiungo version --help");
  }

  @Test
  void whereNoCommandIsNamedTheLanguageIsTheServers() {
    for (String line : List.of("--lang fr --port 70000", "--lang=fr --port 70000")) {
      CommandRun run = CommandRun.of(line.split(" "));
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("70000").contains("--port");
    }
  }

  @Test
  void theShellCompletesCommandsAndOptions(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, CommandRun.of("completion").out());
    assertThat(completed(script, "pl").split("\\s+")).contains("plan", "place");
    assertThat(completed(script, "plan", "--bud").split("\\s+"))
        .containsOnly("--budget", "--budget-by-country");
    assertThat(completed(script, "plan", "--borders", "''").split("\\s+"))
        .containsExactlyInAnyOrder("open", "closed");
    assertThat(CommandRun.of("completion").out()).doesNotContainPattern("args=\\(\"[A-Z]");
  }

  @Test
  void helpSpeaksTheLanguageInItsHeadingsToo() {
    assertThat(CommandRun.of("--lang", "fr", "--help").out())
        .startsWith("Utilisation\u00a0: kiungo")
        .contains("Commandes\u00a0:", "[COMMANDE]")
        .doesNotContain("Usage:", "Commands:", "[COMMAND]");
    assertThat(CommandRun.of("import", "--help", "--lang", "pt").out()).startsWith("Utilização: ");
  }

  @Test
  void aLanguageMayBeNamedAsALocaleAndOneThatIsNotThereIsToldWithThoseThatAre() {
    assertThat(CommandRun.in("pt_BR.UTF-8", "--help").out()).startsWith("Utilização: ");
    assertThat(CommandRun.in("C.UTF-8", "--help").out()).startsWith("Usage: ");
    for (CommandRun each :
        List.of(CommandRun.in("xx_YY", "version"), CommandRun.of("version", "--lang", "xx"))) {
      assertThat(each.exitCode()).isEqualTo(ExitCode.REFUSED);
      assertThat(each.err()).contains("xx").contains("ar, en, es, fr, pt, sw");
      assertThat(each.out()).isEmpty();
    }
  }

  private static String completed(Path script, String... typed) throws Exception {
    String line = "source " + script + "; COMP_WORDS=(kiungo " + String.join(" ", typed) + ");";
    line += "COMP_CWORD=" + typed.length + "; _complete_kiungo 2> /dev/null; echo ${COMPREPLY[@]}";
    Process bash = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void theManualTellsOfEveryCommand() {
    String page = CommandRun.of("manual", "--lang", "fr").out();
    assertThat(page).startsWith(".TH KIUNGO 1").contains(".SH KIUNGO PLAN\n", "\\-\\-budget");
    // the first section, a line of its own: what whatis(1) and apropos(1) read
    List<String> lines = page.lines().toList();
    assertThat(lines.get(1)).isEqualTo(".SH NAME");
    assertThat(lines.get(2)).startsWith("kiungo \\- ").hasSizeGreaterThan(30);
    assertThat(lines.get(3)).startsWith(".SH KIUNGO");
    for (Class<?> each : KiungoCommand.ALL) {
      String name = each.getAnnotation(picocli.CommandLine.Command.class).name();
      assertThat(page).contains(".SH KIUNGO " + name.toUpperCase(Locale.ROOT) + "\n");
    }
  }

  @Test
  void aSpeakerReviewsALanguageInATable(@TempDir Path folder) throws IOException {
    Path table = folder.resolve("pt.csv");
    assertThat(CommandRun.of("translation", "--of", "pt", "--out", table.toString()).exitCode())
        .isZero();
    String key = "cli.version.usage.description";
    String written = Files.readString(table);
    String old = Words.in("pt").text(key);
    Files.writeString(table, written.replace(old, "Diz \u00e0s pessoas quem responde."));
    Path file = folder.resolve("messages_pt.properties");
    CommandRun taken =
        CommandRun.of(
            "translation", "--of", "pt", "--reviewed", table + "", "--out", file + "", "--json");
    assertThat(taken.json().get("changed").asInt()).as(taken.err()).isEqualTo(1);
    Properties read = new Properties();
    read.load(Files.newBufferedReader(file));
    assertThat(read.getProperty(key)).isEqualTo("Diz \u00e0s pessoas quem responde.");
    assertThat(read.getProperty("language.review")).isEqualTo("reviewed");
    read.remove("language.review");
    read.remove(key);
    assertThat(read)
        .allSatisfy((each, text) -> assertThat(text).isEqualTo(asWritten((String) each)));
    Files.writeString(table, written.replace("Kiungo {0}, Java {1}", "Kiungo {0}, Java {7}"));
    CommandRun refused =
        CommandRun.of(
            "translation", "--of", "pt", "--reviewed", table + "", "--out", file + "", "--lang=en");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("pt.csv", "cli.version.answer");
    Files.write(
        table, "key,translation\ncli.lang,L\u00edngua".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun latin =
        CommandRun.of(
            "translation", "--of", "pt", "--reviewed", table + "", "--out", file + "", "--lang=en");
    assertThat(latin.exitCode()).isEqualTo(2);
    assertThat(latin.err()).contains("UTF-8");
    CommandRun same =
        CommandRun.of("translation", "--of", "pt", "--reviewed", table + "", "--out", table + "");
    assertThat(same.exitCode()).isEqualTo(2);
    assertThat(table).hasSize(31);
  }

  private static String asWritten(String key) {
    return Words.in("pt").startingWith(key).get(key);
  }

  @Test
  void aPortOutsideItsRangeIsRefused() {
    CommandRun run = CommandRun.of("serve", "--port", "70000", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("70000").contains("--port");
  }

  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(free.getLocalPort());
    }
  }

  @Test
  void furtherHostsReachTheServerAndAreNamesAlone(@TempDir Path folder) throws IOException {
    Map<String, Object> started = new HashMap<>();
    String options =
        "serve --allowed-host plan.example.org --allowed-host 2001:db8::7"
            + " --trusted-proxy 127.0.0.1 --trusted-proxy 10.0.0.0/8 --port "
            + (freePort() + " --data-dir " + folder.resolve("data"));
    assertThat(new Commands(started::putAll).run(options.split(" "))).isEqualTo(ExitCode.SERVING);
    assertThat(started).containsEntry("kiungo.allowed-hosts", "plan.example.org,2001:db8::7");
    assertThat(started).containsEntry("kiungo.trusted-proxies", "127.0.0.1,10.0.0.0/8");
    for (String source : List.of("https://gis.example.org", "gis.example.org:port", "a b")) {
      CommandRun run = CommandRun.of("serve", "--allow-source", source, "--lang", "en");
      assertThat(run.exitCode()).as(source).isEqualTo(2);
      assertThat(run.err()).contains("--allow-source is " + source);
    }
    for (String proxy : List.of("proxy.example.org", "10.0.0.0/99", "any")) {
      CommandRun run = CommandRun.of("serve", "--trusted-proxy", proxy, "--lang", "en");
      assertThat(run.exitCode()).as(proxy).isEqualTo(2);
      assertThat(run.err()).contains("--trusted-proxy is " + proxy);
    }
    for (String name : List.of("http://plan.example.org", "plan.example.org:80", "a b")) {
      CommandRun run = CommandRun.of("serve", "--allowed-host", name, "--lang", "en");
      assertThat(run.exitCode()).as(name).isEqualTo(2);
      assertThat(run.err()).contains("--allowed-host is " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void aDatabaseThatLostItsContentIsNotTakenForANewOne(String language, @TempDir Path folder)
      throws IOException {
    Path file = Files.createDirectories(folder.resolve("database")).resolve("kiungo.mv.db");
    Files.createFile(file);
    CommandRun run =
        CommandRun.of(
            "serve", "--port", freePort(), "--data-dir", folder.toString(), "--lang", language);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(file.toString())
        .contains(language.equals("en") ? "copy" : "copie");
    assertThat(file).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void aDataFolderThatAnotherKiungoHoldsIsNamedWithTheRemedy(String language, @TempDir Path folder)
      throws IOException {
    Path database = Files.createDirectories(folder.resolve("database"));
    try (var held = Databases.open(database, "")) {
      CommandRun run =
          CommandRun.of(
              "serve", "--port", freePort(), "--data-dir", folder.toString(), "--lang", language);
      assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
      assertThat(run.err().strip()).doesNotContain("\n").contains(folder.toString(), "--data-dir");
      assertThat(held.isRunning()).isTrue();
    }
  }

  @Test
  void whatPartsOfTheServerRefuseIsASentence(@TempDir Path folder) throws IOException {
    StringWriter err = new StringWriter();
    int exitCode =
        new Commands(
                settings -> {
                  throw new IllegalStateException(
                      "a part", new InputRefused("store.locked", "file", folder.toString()));
                },
                new PrintWriter(err),
                new PrintWriter(err, true),
                null)
            .run("serve", "--port", freePort(), "--data-dir", folder.toString(), "--lang", "en");
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("is in use by another Kiungo");
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsRefused() throws IOException {
    // not even root writes there
    assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "skipped: no /sys on this machine");
    CommandRun run =
        CommandRun.of("serve", "--port", freePort(), "--data-dir", "/sys/kernel", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("/sys/kernel", "--data-dir");
  }

  @Test
  void aPortThatIsNoNumberIsRefused() {
    CommandRun run = CommandRun.of("serve", "--port", "eighty", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--port is eighty").contains("a whole number is needed");
    assertThat(CommandRun.of("serve", "--port", "eighty", "--lang", "fr").err())
        .contains("--port vaut eighty")
        .contains("un nombre entier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyCommandTeachesByExample(String language) {
    assertThat(KiungoCommand.ALL).isNotEmpty();
    for (Class<?> each : KiungoCommand.ALL) {
      String command = each.getAnnotation(picocli.CommandLine.Command.class).name();
      CommandRun run = CommandRun.of(command, "--help", "--lang", language);
      assertThat(run.exitCode()).as(command).isZero();
      assertThat(run.out())
          .as(command)
          .contains("kiungo " + command)
          .containsPattern("Exa?e?mples?");
      assertThat(run.out().lines().filter(line -> line.matches(" +--?[a-z-]+(=\\w+)?")))
          .as(command + ": options without a description")
          .isEmpty();
    }
  }

  @Test
  void policyListsLeversAndWhatIsKnownOfACountryAndWhatIsNot() {
    CommandRun run = CommandRun.of("policy", "KEN", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.json().get("levers").size()).isEqualTo(Levers.all().size());
    assertThat(run.json().get("marketTerms").get(0).get("confidence").asString()).isNotEmpty();
    assertThat(run.json().get("readiness").get("items").size()).isPositive();
    CommandRun words = CommandRun.of("policy", "LSO", "--lang", "fr");
    assertThat(words.out()).contains("arpuLowUsdPerMonth").contains("non publié");
    assertThat(CommandRun.of("policy", "XXX", "--lang", "en").err()).contains("XXX");
  }

  @Test
  void aLeverIsToldByWhatItBuysAndForWhom(@TempDir Path folder) {
    CommandRun run =
        CommandRun.of(
            "lever",
            "active-sharing=2",
            "--country",
            "LSO",
            "--budget",
            "20M",
            "--steps",
            "0",
            "--out",
            folder.resolve("pair").toString(),
            "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    double before = run.json().get("without").get("weightedPeople").asDouble();
    assertThat(run.json().get("with").get("weightedPeople").asDouble()).isGreaterThan(before);
    assertThat(run.json().get("districts").size()).isPositive();
    CommandRun told =
        CommandRun.of(
            "lever active-sharing=2 --country DJI --budget 2M --steps 0 --lang en".split(" "));
    assertThat(told.out())
        .containsPattern("Without it: [\\d,]+ weighted people")
        .contains("searched from the plan of the other");
    for (String side : List.of("with", "without")) {
      assertThat(CommandRun.of("verify", folder.resolve("pair/" + side).toString()).exitCode())
          .isZero();
    }
  }
}
