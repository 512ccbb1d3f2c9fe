package org.kiungo.web.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OtherJarsTest {

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
