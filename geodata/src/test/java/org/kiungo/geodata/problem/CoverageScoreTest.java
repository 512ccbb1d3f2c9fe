package org.kiungo.geodata.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.geodata.reference.people.PlaceCoverage;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;

class CoverageScoreTest {

  private static final Envelope EXTENT = new Envelope(0, 10, 0, 10);

  private static PlaceCoverage place(String id, double lon, long people, double modelled) {
    InhabitedPlace at =
        new InhabitedPlace(id, "BEN", id, new LonLat(lon, 5), people, 80, 1, Origin.NAMED);
    return new PlaceCoverage(at, modelled, modelled, modelled, false);
  }

  /**
   * Of 200 people within the extent 150 are drawn and 130 modelled, 100 of them both; 20 are
   * neither. By chance (150 · 130 + 50 · 70) / 200² would be alike.
   */
  @Test
  void peopleAreCountedAlikeWhereBothSayTheSame() {
    List<PlaceCoverage> modelled =
        List.of(
            place("both", 1, 100, 1),
            place("drawn", 2, 50, 0),
            place("modelled", 3, 30, 1),
            place("neither", 4, 20, 0),
            place("beside", 11, 1_000, 1));
    CoverageScore score = CoverageScore.of(modelled, Set.of("both", "drawn"), EXTENT).orElseThrow();
    assertThat(score.people()).isEqualTo(200);
    assertThat(score.alikeRatio()).isEqualTo(0.6);
    assertThat(score.chanceRatio()).isEqualTo(0.575);
    assertThat(score.foundRatio()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(score.soundRatio()).isCloseTo(10 / 13.0, within(1e-12));
  }

  @Test
  void wherePartOfAPlaceIsModelledThatPartCounts() {
    CoverageScore score =
        CoverageScore.of(List.of(place("half", 1, 100, 0.25)), Set.of("half"), EXTENT)
            .orElseThrow();
    assertThat(score.alikeRatio()).isEqualTo(0.25);
    assertThat(score.soundRatio()).isEqualTo(1);
  }

  @Test
  void whereNobodyLivesNothingIsScored() {
    assertThat(CoverageScore.of(List.of(place("beside", 11, 9, 1)), Set.of(), EXTENT)).isEmpty();
    assertThat(CoverageScore.of("BEN", Set.of(), null)).isEmpty();
    assertThat(CoverageScore.of("FRA", Set.of(), EXTENT)).isEmpty();
  }
}
