package org.kiungo.geodata.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas are guarded, numbers of either decimal mark are not. */
class CellGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"-29,31", "-29.31", "-5", "+2,5", "-1 234,5", "27,48", "", "Mokhotlong"})
  void numbersAndWordsStayAsTheyAre(String text) {
    assertThat(CellGuard.guard(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "+A1", "-A1,5", "'quoted"})
  void whatMayRunIsGuardedAndComesBack(String text) {
    assertThat(CellGuard.guard(text)).isEqualTo("'" + text);
    assertThat(CellGuard.open(CellGuard.guard(text))).isEqualTo(text);
  }
}
