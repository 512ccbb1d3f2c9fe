package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.planner.Planner;

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
    assertThat(run.err()).contains("Inconnu : --prot").contains("kiungo serve --help");
  }

  @Test
  void aPortOutsideItsRangeIsRefused() {
    CommandRun run = CommandRun.of("serve", "--port", "70000", "--lang", "en");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("70000").contains("--port");
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
    var commands = new picocli.CommandLine(new KiungoCommand(), new TestFactory()).getSubcommands();
    assertThat(commands).isNotEmpty();
    for (String command : commands.keySet()) {
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

  private static final class TestFactory implements picocli.CommandLine.IFactory {
    private final CommandFactory factory =
        new CommandFactory(org.kiungo.web.language.Words.in("en"), settings -> {});

    @Override
    public <K> K create(Class<K> type) throws Exception {
      return factory.create(type);
    }
  }
}
