package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kiungo.web.page.Figures;

/** A distance from the best never reads smaller than it is, and less always has its minus. */
class GapWordsTest {

  private static final Words ENGLISH = Words.in("en");
  private static final Words FRENCH = Words.in("fr");

  @Test
  void gapsAreRoundedUpToATenth() {
    assertThat(GapWords.percent(0.0081, ENGLISH)).isEqualTo("0.9%");
    assertThat(GapWords.percent(0.0101, FRENCH)).isEqualTo("1,1\u202f%");
    assertThat(GapWords.percent(0.008, ENGLISH)).isEqualTo("0.8%");
    assertThat(GapWords.percent(-1e-16, ENGLISH)).isEqualTo("0%");
    assertThat(GapWords.of(3.7e-16, ENGLISH)).isEqualTo("the best possible");
    assertThat(GapWords.of(1e-5, ENGLISH)).isEqualTo("at most 0.1% from the best possible");
    assertThat(GapWords.of(Double.NaN, ENGLISH)).isEqualTo("no bound available");
  }

  @Test
  void lessIsAMinusInBothLanguages() {
    assertThat(DifferenceWords.of(-46_210, ENGLISH)).isEqualTo("\u221246,210");
    assertThat(DifferenceWords.of(-46_210, FRENCH)).isEqualTo("\u221246\u202f210");
    assertThat(DifferenceWords.of(12.5, ENGLISH)).isEqualTo("+12.5");
    assertThat(DifferenceWords.of(0, ENGLISH)).isEqualTo("0");
  }

  @Test
  void farMoreIsToldAsTimes() {
    Figures figures = Figures.of(Locale.ENGLISH);
    assertThat(figures.changePercent(102.0 / 2)).isEqualTo("×52");
    assertThat(figures.changePercent(2.5)).isEqualTo("+250%");
    assertThat(figures.changePercent(-0.99)).isEqualTo("\u221299%");
  }
}
