package org.kiungo.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Lesotho",
        "l’été\r\n\tà Maseru",
        "ከተማ",
        "مدينة\u200f",
        "a\u0085b",
        "\ud83d\ude00",
        "e\u0301"
      })
  void whatPeopleWriteIsText(String text) {
    assertThat(Texts.fault(text)).isEmpty();
  }

  @Test
  void whatIsNoneIsNamedWithItsPlace() {
    assertThat(Texts.fault("a\u0000b")).contains(new Texts.Sign("U+0000", 2));
    assertThat(Texts.fault("\u001b[31m")).contains(new Texts.Sign("U+001B", 1));
    assertThat(Texts.fault("ab\u007f")).contains(new Texts.Sign("U+007F", 3));
    assertThat(Texts.fault("\ud83d")).contains(new Texts.Sign("U+D83D", 1));
    assertThat(Texts.fault("\ude00\ud83d")).contains(new Texts.Sign("U+DE00", 1));
    assertThat(Texts.fault("\uffff")).contains(new Texts.Sign("U+FFFF", 1));
    assertThat(Texts.fault("x".repeat(Texts.LONGEST))).isEmpty();
    assertThat(Texts.fault("x".repeat(Texts.LONGEST + 1)))
        .contains(new Texts.Length(Texts.LONGEST + 1));
  }
}
