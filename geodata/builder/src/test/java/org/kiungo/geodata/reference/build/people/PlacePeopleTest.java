package org.kiungo.geodata.reference.build.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A country of twelve by twelve cells of 5′ on the equator, all land. */
class PlacePeopleTest {

  private static final int SIDE = 12;
  private static final double STEP = 1 / 12.0;

  private final double[] people = new double[SIDE * SIDE];

  private static LonLat middle(int column, int row) {
    return new LonLat((column + 0.5) * STEP, -(row + 0.5) * STEP);
  }

  private void put(int column, int row, double count) {
    people[row * SIDE + column] = count;
  }

  private CountryCells cells() {
    return cells(km -> 0);
  }

  private CountryCells cells(ToDoubleFunction<LonLat> signsOfLife) {
    PopulationGrid grid = new PopulationGrid(SIDE, 0, 0, STEP, people);
    Geometry land = new GeometryFactory().toGeometry(new Envelope(0, 1, -1, 0));
    CountryLand shares = new CountryLand(grid, Map.of("AAA", List.of(land)));
    double all = 0;
    for (double each : people) {
      all += each;
    }
    Fact nation =
        new Fact("population", "" + (long) all, "", "2024", "", "", "", Confidence.HIGH, false);
    return new CountryCells(
        grid,
        shares,
        new CountryFacts("AAA", Map.of(), List.of(nation)),
        shares.shares(),
        signsOfLife);
  }

  private static NamedSite town(long id, LonLat at, double claimed) {
    return NamedSite.geonames(id, "Town " + id, at, claimed, false);
  }

  @Test
  void aTownThatItsCellCanHoldKeepsItsCount() {
    put(5, 5, 10_000);
    CountryCells cells = cells();
    PlacePeople named = new PlacePeople("AAA", cells, List.of(town(1, middle(5, 5), 4_000)));
    assertThat(named.people(0)).isEqualTo(4_000);
    assertThat(named.areaKm2(0)).isEqualTo(0.4 * cells.landKm2[0], within(1e-6));
    assertThat(SparseCells.of(cells)).extracting(SparseCells.Group::people).containsExactly(6_000L);
    assertThat(named.corrected()).isEmpty();
  }

  @Test
  void aCityDrawsOnTheCellsAroundIt() {
    put(5, 5, 10_000);
    put(6, 5, 10_000);
    put(8, 5, 10_000);
    PlacePeople named = new PlacePeople("AAA", cells(), List.of(town(1, middle(5, 5), 15_000)));
    assertThat(named.people(0)).isEqualTo(10_000);
    assertThat(named.cityCells()).extracting(PlacePeople.CityCell::people).containsExactly(5_000L);
  }

  @Test
  void whatACountStillLacksMovesFromFurtherAway() {
    put(5, 5, 1_000);
    put(8, 5, 3_000);
    put(9, 5, 6_000);
    CountryCells cells = cells();
    PlacePeople named = new PlacePeople("AAA", cells, List.of(town(1, middle(5, 5), 2_500)));
    assertThat(named.people(0)).isEqualTo(2_500);
    assertThat(SparseCells.of(cells))
        .extracting(SparseCells.Group::people)
        .containsExactly(2_500L, 5_000L);
  }

  @Test
  void aClaimOfMoreThanThreeTimesTheGridIsCorrected() {
    put(5, 5, 1_000);
    put(6, 5, 500);
    put(9, 9, 100_000);
    PlacePeople named = new PlacePeople("AAA", cells(), List.of(town(1, middle(5, 5), 4_501)));
    assertThat(named.people(0)).isEqualTo(1_000);
    assertThat(named.corrected())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.around()).isEqualTo(1_500);
              assertThat(c.given()).isEqualTo(1_000);
            });
    PlacePeople borne = new PlacePeople("AAA", cells(), List.of(town(1, middle(5, 5), 4_500)));
    assertThat(borne.corrected()).isEmpty();
  }

  @Test
  void aCapitalThatTheGridDoesNotSeeKeepsItsCount() {
    put(5, 5, 1_000);
    put(7, 5, 4_000);
    put(8, 5, 6_000);
    LonLat at = middle(5, 5);
    NamedSite capital = NamedSite.geonames(1, "Capital", at, 9_000, true);
    PlacePeople named = new PlacePeople("AAA", cells(), List.of(capital));
    assertThat(named.people(0)).isEqualTo(9_000);
    assertThat(named.corrected()).isEmpty();
  }

  @Test
  void townsThatClaimMoreThanTheirCellShareIt() {
    put(5, 5, 9_000);
    PlacePeople named =
        new PlacePeople(
            "AAA",
            cells(),
            List.of(town(1, middle(5, 5), 8_000), town(2, new LonLat(0.44, -0.44), 4_000)));
    assertThat(List.of(named.people(0), named.people(1))).containsExactly(6_000L, 3_000L);
  }

  @Test
  void healthSitesShareByTierWhatIsLeftUnlessATownIsThere() {
    put(5, 5, 7_000);
    LonLat other = new LonLat(middle(5, 5).lon() + 0.03, middle(5, 5).lat());
    List<NamedSite> sites =
        new ArrayList<>(
            List.of(
                town(1, middle(5, 5), 1_000),
                NamedSite.health("Too Near Clinic", new LonLat(0.459, -0.459), 2),
                NamedSite.health("Bo Hospital", other, 3),
                NamedSite.health("Mo Post", new LonLat(0.43, -0.49), 1)));
    PlacePeople named = new PlacePeople("AAA", cells(), sites);
    assertThat(named.sites()).extracting(NamedSite::name).containsExactly("Town 1", "Bo", "Mo");
    assertThat(named.people(1)).isEqualTo(4_500);
    assertThat(named.people(2)).isEqualTo(1_500);
  }

  @Test
  void sparseCellsAreJoinedAndKeepEverybodyAndAllLand() {
    put(0, 0, 60);
    put(1, 1, 70);
    put(5, 5, 20);
    put(6, 5, 20);
    put(11, 11, 500);
    CountryCells cells = cells();
    List<SparseCells.Group> groups = SparseCells.of(cells);
    assertThat(groups)
        .extracting(SparseCells.Group::people)
        .containsExactlyInAnyOrder(130L, 20L, 20L, 500L);
    double land = 0;
    for (double each : cells.landKm2) {
      land += each;
    }
    assertThat(groups.stream().mapToDouble(SparseCells.Group::areaKm2).sum())
        .isEqualTo(land, within(1e-6));
  }

  @Test
  void peopleGatherWhereThereAreSignsOfLife() {
    put(2, 2, 1_000);
    put(9, 9, 1_000);
    CountryCells cells = cells(at -> at.lon() < 0.5 ? 0 : 10);
    assertThat(cells.people).containsExactly(1_333, 667);
  }

  @Test
  void sharesAreWholeAndKeepTheSum() {
    assertThat(Shares.of(10, new double[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(Shares.of(0, new double[] {2, 5})).containsExactly(0, 0);
  }
}
