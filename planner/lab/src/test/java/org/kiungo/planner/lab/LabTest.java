package org.kiungo.planner.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.CountryData;

class LabTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Lab.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void aBenchmarkPrintsOneLine() {
    Path instance = CountryData.root().resolve("benchmarks/pmed/pmed2.txt");
    assumeTrue(Files.exists(instance), "skipped: no benchmark instance at " + instance);
    String[] args = {
      "benchmark", "--family", "pmedian", "--instance", instance.toString(), "--known", "4093"
    };
    assertThat(run(args)).as(err.toString()).isZero();
    assertThat(out.toString().lines()).singleElement().asString().contains("\"value\":4093");
  }

  @Test
  void whatIsNotKnownIsRefusedInTheReadersLanguage() {
    String[] args = {"benchmark", "--family", "none", "--instance", "x", "--lang", "fr"};
    assertThat(run(args)).isEqualTo(Lab.REFUSED);
    assertThat(err.toString()).contains("Il n'y a pas de famille none", "steiner");
  }

  @Test
  void everyLanguageHasTheSameKeys() {
    assertThat(ResourceBundle.getBundle("messages/lab", Locale.FRENCH).keySet())
        .isEqualTo(ResourceBundle.getBundle("messages/lab", Locale.ENGLISH).keySet());
  }

  @Test
  void helpTeachesByExample() {
    assertThat(run("benchmark", "--help")).isZero();
    assertThat(out.toString()).contains("--instance", "pmed1.txt");
  }
}
