package org.kiungo.web.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.openness.StressAnswer.State;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.language.Words;

/** A stress test is set beside the reports of the day on which the same cables broke. */
class OutageWordsTest {

  private static final String[] FOUR = {
    "Africa Coast to Europe (ACE)", "MainOne", "SAT-3/WASC", "West Africa Cable System (WACS)"
  };

  private final OutageWords french = new OutageWords(Reference.builtIn(), Words.in("fr"));

  @Test
  void reportsStandBesideTheCountriesAskedForAndSilenceIsTold() {
    StressAnswer answer = cut(FOUR, country("GNB", State.CUT_OFF), country("LBR", State.CUT_OFF));
    assertThat(french.lines(answer))
        .startsWith(
            "Ce qui fut publié quand ces câbles se rompirent, 14 mars 2024",
            "  Liberia\u00a0: sans connexion pendant plus de 12 h (Cloudflare, sur pannes de câbles"
                + " sous-marins) · trafic à 17 % de l’habituel (NetBlocks, d’après World Magazine)",
            "Nous n’avons pas cherché de témoignages sur\u00a0: Guinée-Bissau (plus aucune voie).");
  }

  @Test
  void nothingIsSetBesideATestThatSparesOneOfTheCables() {
    StressAnswer answer = cut(Arrays.copyOf(FOUR, 3), country("LBR", State.CUT_OFF));
    assertThat(french.lines(answer)).isEmpty();
  }

  private static StressAnswer cut(String[] cables, StressAnswer.Country... countries) {
    List<String> cuts = Arrays.stream(cables).map(each -> "cable:" + each).toList();
    return new StressAnswer(cuts, 1, 1, 1, 1, List.of(countries), List.of(), 0);
  }

  private static StressAnswer.Country country(String iso3, State state) {
    return new StressAnswer.Country(iso3, state, List.of(), List.of(), 1, 1, 1, 1);
  }
}
