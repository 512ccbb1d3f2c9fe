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
    "name, Région;Commune;Pop 2026, Commune",
    "name, Nom du village;Population, Nom du village",
    "name, Nom de la localité;Nom du district, Nom de la localité",
    "name, Village name;District name, Village name",
    "name, VillageName;pop, VillageName",
    "name, nome da aldeia;nome do distrito, nome da aldeia",
    "name, اسم القرية;اسم المحافظة, اسم القرية",
    "name, Nom du village enquêté;Nom de l'enquêteur, Nom du village enquêté",
    "name, Nom du district;Nom de l'enquêteur;Village code;Distance to town, ''",
    "name, Village enquêté;Village voisin, ''",
    "district, Nom du district;Nom du village, Nom du district",
    "district, Name of district;Village, Name of district",
    "population, Nombre d'habitants;Densité, Nombre d'habitants",
    "population, Population density;Total, ''",
    "distanceToGridKm, Village;Distance au réseau électrique (km), Distance au réseau électrique (km)",
    "distanceToGridKm, Village;Distance to the power grid (km), Distance to the power grid (km)",
    "distanceToGridKm, Village;Distance au réseau électrique (m), Distance au réseau électrique (m)",
    "distanceToGridKm, Village;distance_to_grid_m, distance_to_grid_m",
    "distanceToGridKm, Village;Distance to grid (miles), Distance to grid (miles)",
    "distanceToGridKm, Village;distanceToGridM;Distance (m), distanceToGridM",
    "areaKm2, Village;Superficie (ha), Superficie (ha)",
    "areaKm2, Village;areaM2, areaM2",
    "areaKm2, Village;Area (sq km), Area (sq km)",
    "areaKm2, Village;Area;Superficie, ''",
    "coverageRatio, Village;Couverture 4G (%), Couverture 4G (%)",
    "coverageRatio, Village;Taux de couverture 4G 2024, Taux de couverture 4G 2024",
    "coverageRatio, Village;4G coverage (percent), 4G coverage (percent)",
    "coverageRatio, Village;Population coverage 4G [%], Population coverage 4G [%]",
    "coverageRatio, Aldeia;Cobertura 4G (%), Cobertura 4G (%)",
    "coverageRatio, القرية;نسبة تغطية الجيل الرابع (%), نسبة تغطية الجيل الرابع (%)",
    "coverageRatio, Village;Coverage;Couverture 2G (%), ''",
    "areaKm2, Village;Surface habitée (km²), Surface habitée (km²)",
    "population, Total population 2013;Total population 2023, Total population 2023"
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
