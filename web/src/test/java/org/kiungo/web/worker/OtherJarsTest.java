package org.kiungo.web.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherJarsTest {

  /** Java does not start with two collectors, and a worker has its own. */
  @Test
  void theCollectorOfTheServerIsNotTheWorkers() {
    Map<String, String> environment = new HashMap<>();
    environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("JAVA_TOOL_OPTIONS", "-XX:-UseG1GC -Dfile.encoding=UTF-8");
    WorkerProcess.leaveOutCollectors(environment);
    assertThat(environment)
        .containsEntry("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        .containsEntry("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8");
  }

  @Test
  void theyAreThoseThatAreNamedWhereverTheyAreReadFrom() {
    String here = Path.of("").toAbsolutePath().toString();
    assertThat(OtherJars.named(null, null)).isEmpty();
    assertThat(OtherJars.named(" ", null)).isEmpty();
    assertThat(OtherJars.named("plugins, /opt/a.jar", "others"))
        .contains(here + "/plugins,/opt/a.jar");
    assertThat(OtherJars.named(null, "others")).contains(here + "/others");
  }

  /** The launcher reads properties and a manifest of its home. */
  @Test
  void whatWorksApartReadsNothingOfTheWorkingFolder() {
    assertThat(WorkerProcess.entry("org.example.Main", true))
        .contains("-Dloader.home=" + System.getProperty("java.home"))
        .endsWith(OtherJars.LAUNCHER);
    assertThat(WorkerProcess.entry("org.example.Main", false)).containsExactly("org.example.Main");
  }
}
