package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

  @ParameterizedTest
  @CsvSource({
    "population, Commune;Pop 2026, Pop 2026",
    "population, Pop_2013;Population 2026;pop2020, Population 2026",
    "population, Pop 2013;Pop 2026;Pop 2020, Pop 2026",
    "population, Pop 2026;Habitants, Habitants",
    "population, Pop 2026 (%);2026;Pop urbaine 2026;Pop 20260, ''",
    "name, Région;Commune;Village, Village",
    "name, Région;Commune;Pop 2026, Commune"
  })
  void aSettlementsColumnIsFoundByItsWordAndByTheLatestYearBesideIt(
      String role, String columns, String found) {
    List<String> present = List.of(columns.split(";"));
    assertThat(ColumnNames.guess(LayerKind.SETTLEMENTS, role, present)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"Commune;Pop 2026, ''", "Commune;Nom de la structure;Nom, Nom"})
  void anAreaIsNotTheNameOfAFacility(String columns, String found) {
    List<String> present = List.of(columns.split(";"));
    assertThat(ColumnNames.guess(LayerKind.FACILITIES, "name", present)).isEqualTo(found);
  }
}
