package org.kiungo.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitedTest {

  @Test
  void marksAfterAnAddressAreTheSentences() {
    Cited cited = Cited.of("Modem (SES Astra, https://example.org/13850/), installation 100");
    assertThat(cited.address()).isEqualTo("https://example.org/13850/");
    assertThat(cited.text()).isEqualTo("Modem (SES Astra), installation 100");
    assertThat(Cited.of("46 % a year, https://example.org/a-growth: others wait").text())
        .isEqualTo("46 % a year: others wait");
  }

  @Test
  void anAddressEndsBeforeASpaceThatDoesNotBreak() {
    assertThat(Cited.of("Ookla 2025, https://example.org/a\u00a0; bas\u00a0: 2"))
        .isEqualTo(new Cited("Ookla 2025\u00a0; bas\u00a0: 2", "https://example.org/a"));
  }

  @Test
  void anAddressEndsBeforeMarksOfArabic() {
    assertThat(Cited.of("SES، https://example.org/a)؛ 2"))
        .isEqualTo(new Cited("SES)؛ 2", "https://example.org/a"));
  }
}
