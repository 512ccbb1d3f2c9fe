package org.kiungo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.web.cli.Commands;

/**
 * Which Java serves; how the two are one is tried with the jar itself, by {@code PlainServeTest}.
 */
class ServerLaunchTest {

  private static final String[] ARGS = {"serve", "--port", "8081"};

  private static boolean isPlain(Map<String, String> environment, String... arguments) {
    return ServerLaunch.isPlain(List.of(arguments), ARGS, environment);
  }

  @Test
  void onlyAJavaThatWasToldNothingHandsOver() {
    assertThat(isPlain(Map.of(), "-jar", "kiungo.jar", "serve", "--port", "8081")).isTrue();
    assertThat(isPlain(Map.of("KIUNGO_DB_URL", ""), "-jar", "k.jar", "serve", "--port", "8081"))
        .isTrue();
    assertThat(isPlain(Map.of(), "-Xmx1g", "-jar", "k.jar", "serve", "--port", "8081")).isFalse();
    assertThat(isPlain(Map.of(), "-cp", "a", "org.kiungo.web.Kiungo", "serve", "--port", "8081"))
        .isFalse();
    assertThat(isPlain(Map.of())).as("the system does not say").isFalse();
    for (String told : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")) {
      assertThat(isPlain(Map.of(told, "-Xmx1g"), "-jar", "k.jar", "serve", "--port", "8081"))
          .as(told)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "serve", "--port 8081", "--lang fr serve", "--lang=fr --port 8081"})
  void servesWhereNoOtherCommandIsNamed(String line) {
    assertThat(Commands.serves(words(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan --country LSO", "--lang fr plan", "--help", "serve --help", "-V"})
  void noOtherCommandServes(String line) {
    assertThat(Commands.serves(words(line))).isFalse();
  }

  private static String[] words(String line) {
    return line.isEmpty() ? new String[0] : line.split(" ");
  }
}
