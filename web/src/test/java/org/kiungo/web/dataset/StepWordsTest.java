package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.web.language.Words;

class StepWordsTest {

  private static final String IMPORT =
      "csv layer \"table; of\"; coordinates to EPSG:4326 by GeoTools; axes exchanged; invalid shapes"
          + " repaired: 1; rows in 12345, accepted 5, listed 2, left out or merged as answered 3;"
          + " columns {id=ID, population=Habitants}; answered twins=merge:3; answered"
          + " total=right:it is";

  @Test
  void anImportIsToldStepByStepInTheReadersLanguage() {
    assertThat(told(IMPORT, "fr"))
        .containsExactly(
            "Lu comme csv, couche «\u00a0table; of\u00a0».",
            "Coordonnées converties en longitude et latitude (EPSG:4326) par GeoTools.",
            "Axes échangés.",
            "Formes invalides réparées\u00a0: 1.",
            "Lignes du fichier\u00a0: 12\u202f345\u00a0; acceptées\u00a0: 5\u00a0; signalées avec leur"
                + " raison\u00a0: 2.",
            "Écartées ou fusionnées selon les réponses\u00a0: 3.",
            "Colonnes\u00a0: identifiant depuis «\u00a0ID\u00a0»\u00a0; habitants depuis «\u00a0Habitants\u00a0».",
            "Réponse donnée, telle qu’une commande l’écrit\u00a0: twins=merge:3.",
            "Réponse donnée, telle qu’une commande l’écrit\u00a0: total=right:it is.");
    assertThat(told(IMPORT, "en"))
        .contains("Rows in the file: 12,345; accepted: 5; listed with their reason: 2.");
  }

  @Test
  void otherWaysToAVersionAreToldToo() {
    assertThat(
            told(
                MergedDrawings.told(
                    List.of("One", "Two"),
                    List.of("built-in", "d/1"),
                    "0.25 km (GIVEN); doubtful 4, undecided 3; contradictions 2"),
                "fr"))
        .containsExactly(
            "Tracés d’un même réseau fusionnés\u00a0: One, Two (built-in, d/1)\u00a0; tolérance"
                + " 0,25\u00a0km.",
            "Parmi les paires de lignes\u00a0: douteuses 4, non tranchées 3\u00a0; contradictions 2.");
    assertThat(
            told(
                SettleOptions.DEFAULT + "; schools from s.csv " + "0a".repeat(32) + "; near 2.0 km",
                "en"))
        .containsExactly(
            "Settlements made of the raster: cells of 300 people per km² or more, clusters of 500 to 20,000"
                + " people, hexagons of 5 km for the scattered.",
            "The cells hold people.",
            "Joined: schools from s.csv, SHA-256 " + "0a".repeat(32) + ".",
            "Joined to the nearest within 2 km.");
    assertThat(told("version 3; near 2.0 km", "en")).first().isEqualTo("Made of version 3.");
  }

  /** Cut lines, and what some other release wrote. */
  @ParameterizedTest
  @ValueSource(strings = {"columns {id=ID, popul…", "something else was done"})
  void whatIsNotKnownIsToldAsItIsKept(String rest) {
    assertThat(told("csv layer \"t\"; " + rest, "fr"))
        .containsExactly(
            "Lu comme csv, couche «\u00a0t\u00a0».", "Tel que c’est enregistré\u00a0: " + rest);
    assertThat(told("", "fr")).isEmpty();
  }

  private static List<String> told(String transformation, String language) {
    return StepWords.of(transformation, Words.in(language));
  }
}
