package org.kiungo.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.web.language.Words;

class StepWordsTest {

  private static final String IMPORT =
      "csv layer \"table; of\"; coordinates to EPSG:4326 by GeoTools; axes exchanged; invalid shapes"
          + " repaired: 1; rows in 12345, accepted 5, listed 2, left out or merged as answered 3;"
          + " columns {id=ID, population=Habitants}; answered twins=merge:3; answered"
          + " total=right:it is";

  /** What may stand in columns that hold one of a few words. */
  private static final List<String> VALUES =
      List.of("2G", "GSM", "operational", "en service", "closed", "true", "vrai", "fibre");

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

  /** A column is called by its name, not by the first of the values that may stand in it. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyColumnOfEveryLayerIsCalledByItsName(String language) {
    Words words = Words.in(language);
    String column = words.text("ui.data.did.column", "", "X");
    for (LayerKind kind : LayerKind.values()) {
      Set<String> labels = new HashSet<>();
      for (String role : kind.roles()) {
        String told = told("; columns {" + role + "=X}", language).get(0);
        String label = told.replaceFirst("^.*?: ", "").replace(column, "").replaceFirst("\\.$", "");
        assertThat(words.has("template.label." + role)).as(kind + " " + role).isTrue();
        assertThat(label).isNotBlank().isNotIn(VALUES).doesNotContainPattern("[,;:“«]");
        assertThat(labels.add(label)).as(label + " twice in " + kind).isTrue();
      }
    }
    assertThat(told("; columns {radio=Techno, status=Statut, generation=G}", language).get(0))
        .isEqualTo(
            language.equals("fr")
                ? "Colonnes\u00a0: technologie radio depuis «\u00a0Techno\u00a0»\u00a0; état depuis"
                    + " «\u00a0Statut\u00a0»\u00a0; génération depuis «\u00a0G\u00a0»."
                : "Columns: radio technology from “Techno”; state from “Statut”; generation from “G”.");
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
