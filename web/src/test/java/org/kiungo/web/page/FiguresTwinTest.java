package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.web.script.Node;

/** {@link Figures} and its twin for scripts say the same of the same number. */
class FiguresTwinTest {

  private static final Map<String, BiFunction<Figures, Double, String>> AMOUNTS =
      Map.of(
          "whole", Figures::whole,
          "brief", Figures::brief,
          "people", Figures::people,
          "usd", Figures::usd,
          "usdInWords", Figures::usdInWords);
  private static final Map<String, BiFunction<Figures, Double, String>> RATIOS =
      Map.of("percent", Figures::percent, "gapPercent", Figures::gapPercent);

  /** Where a rule changes over: halves, three digits that carry, limits of units. */
  private static final double[] EDGES = {
    0,
    0.5,
    1,
    1.5,
    2.5,
    99.5,
    99.95,
    99.99,
    100.5,
    999.5,
    1234.5,
    9_994.9,
    9_995,
    9_999.4,
    9_999.5,
    10_000,
    99_950,
    999_499,
    999_500,
    999_999,
    1e6,
    1_005_000,
    1_994_999,
    1_995_000,
    1.999e6,
    2e6,
    9_995_000,
    999_500_000,
    1e9,
    1.2345e10,
    1e12
  };

  private static final double[] SHARES = {
    0, 1e-12, 0.0001, 0.0049, 0.005, 0.0051, 0.015, 0.025, 0.125, 0.5, 0.994, 0.995, 0.9951, 0.9999,
    1, 0.03, 0.0301
  };

  @TempDir private Path folder;

  /** Nobody reads NaN or ∞. */
  @Test
  void whatIsNoNumberIsNotKnown() {
    Figures figures = Figures.of(Locale.ENGLISH);
    for (double none : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
      for (Map<String, BiFunction<Figures, Double, String>> all : List.of(AMOUNTS, RATIOS)) {
        assertThat(all.values()).allMatch(each -> each.apply(figures, none).equals("not known"));
      }
      assertThat(figures.plain(none, 2)).isEqualTo("not known");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void saysTheSame(String language) throws IOException {
    Figures java = Figures.of(Locale.forLanguageTag(language));
    Random random = new Random(42);
    List<String> cases = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    add(cases, expected, java, AMOUNTS, amounts(random));
    add(cases, expected, java, RATIOS, shares(random));
    Path asked = Files.write(folder.resolve("cases.tsv"), cases);
    Node.Run run =
        Node.run(Map.of(), List.of("src/test/js/figures-twin.js", language, asked.toString()));
    assertThat(run.exitCode()).as(run.output()).isZero();
    List<String> said = run.output().lines().toList();
    assertThat(said).hasSameSizeAs(expected);
    for (int k = 0; k < said.size(); k++) {
      assertThat(said.get(k)).as(cases.get(k)).isEqualTo(expected.get(k));
    }
  }

  private static double[] amounts(Random random) {
    DoubleStream drawn = random.doubles(300).map(u -> Math.pow(10, 12 * u));
    return DoubleStream.concat(DoubleStream.of(EDGES), drawn)
        .flatMap(value -> DoubleStream.of(value, -value))
        .toArray();
  }

  private static double[] shares(Random random) {
    return DoubleStream.concat(DoubleStream.of(SHARES), random.doubles(100)).toArray();
  }

  private static void add(
      List<String> cases,
      List<String> expected,
      Figures java,
      Map<String, BiFunction<Figures, Double, String>> forms,
      double[] values) {
    forms.forEach(
        (name, form) -> {
          for (double value : values) {
            cases.add(name + "\t" + value);
            expected.add(form.apply(java, value));
          }
        });
  }
}
