package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeWordsTest {

  @ParameterizedTest
  @CsvSource({
    "of today’s places,of |today’s |places",
    "point d’intérêt,point |d’intérêt",
    "since 2023-06 on,since |2023-06 |on",
    "owes −23.7 M now,owes |−23.7 |M |now",
    "'doit −23,7 M','doit |−23,7 |M'",
    "at 10 Mbit/s now,at |10 |Mbit/s |now",
    "of 5.2 M–13.7 M now,of |5.2 |M–13.7 |M |now",
    "of 9.c.1 now,of |9.c.1 |now",
    "من \u200e9.c.1 اليوم,من |\u200e9.c.1 |اليوم",
    "by Law 23/041 of,by |Law |23/041 |of",
    "It ends. So,It |ends. |So",
    "a well-kept map,a |well-|kept |map"
  })
  void linesEndBetweenWordsAlone(String text, String parts) {
    WholeWords breaker = new WholeWords();
    breaker.setText(text);
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int at = breaker.next(); at >= 0; at = breaker.next()) {
      found.add(text.substring(from, at));
      from = at;
    }
    assertThat(String.join("|", found)).isEqualTo(parts);
  }
}
