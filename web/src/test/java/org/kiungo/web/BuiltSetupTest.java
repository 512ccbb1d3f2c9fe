package org.kiungo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltSetupTest {

  @TempDir Path folder;

  @Test
  void thePlainServeIsSetUpAsItWasAtTheBuild() {
    assertThat(BuiltSetup.isPlain(given("server.port", 8080))).isTrue();
    assertThat(BuiltSetup.isPlain(given("kiungo.accounts", false))).isTrue();
    assertThat(named("PATH", "KIUNGO_DATA", "java.home", "KIUNGO_SAMPLES_ENABLED")).isTrue();
  }

  @Test
  void whatMayAddABeanIsSetUpAnew() throws IOException {
    assertThat(BuiltSetup.isPlain(given("kiungo.accounts", true))).isFalse();
    assertThat(BuiltSetup.isPlain(given("kiungo.db-url", "jdbc:postgresql://x/y"))).isFalse();
    assertThat(BuiltSetup.isPlain(given("management.server.port", 9100))).isFalse();
    assertThat(BuiltSetup.isPlain(given("logging.config", "classpath:logback-json.xml"))).isFalse();
    assertThat(named("PATH", "KIUNGO_ACCOUNTS")).isFalse();
    assertThat(named("KIUNGO_DB_URL")).isFalse();
    assertThat(named("kiungo.worker.apart")).isFalse();
    assertThat(named("SPRING_PROFILES_ACTIVE")).isFalse();
    Files.createDirectories(folder.resolve("config/other"));
    assertThat(named("PATH")).isTrue();
    Path deep = Files.createFile(folder.resolve("config/other/application-oidc.yaml"));
    assertThat(named("PATH")).isFalse();
    Files.delete(deep);
    Files.createFile(folder.resolve("application.yaml"));
    assertThat(named("PATH")).isFalse();
  }

  /** No test has the jar's own loader: each is set up anew. */
  @Test
  void onlyTheExecutableJarHasIt() {
    assertThat(BuiltSetup.suits(given("server.port", 8080))).isFalse();
  }

  private boolean named(String... names) {
    return BuiltSetup.isPlain(Stream.of(names), folder);
  }

  private static Map<String, Object> given(String name, Object value) {
    return new HashMap<>(Map.of("kiungo.data-dir", "data", name, value));
  }
}
