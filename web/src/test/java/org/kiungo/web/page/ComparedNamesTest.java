package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedNamesTest {

  private static final Map<String, String> NAMES =
      Map.of("TGO", "Togo", "LSO", "Lesotho", "BEN", "Bénin");

  private static ComparedNames of(String... countries) {
    return new ComparedNames(
        new LinkedHashSet<>(List.of(countries)), (iso3, locale) -> NAMES.get(iso3), Locale.FRENCH);
  }

  @Test
  void aLetterIsEnoughWithinACountryAndTheCountryStandsBeforeItElsewhere() {
    assertThat(of("TGO").titled("TGO", "B")).isEqualTo("B");
    assertThat(of("TGO").place("Togo")).isEqualTo("Togo");
    ComparedNames two = of("TGO", "LSO");
    assertThat(two.titled("TGO", "B")).isEqualTo("Togo B");
    assertThat(two.titled("LSO", "B")).isEqualTo("Lesotho B");
    assertThat(two.place("Togo")).isEqualTo("Togo / Lesotho");
    assertThat(of("TGO", "TGO,BEN").titled("TGO,BEN", "A")).isEqualTo("Togo, Bénin A");
    assertThat(of("TGO", "TGO,BEN").covers("BEN")).isTrue();
    assertThat(two.covers("BEN")).isFalse();
  }
}
