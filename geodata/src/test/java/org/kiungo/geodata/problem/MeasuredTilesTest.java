package org.kiungo.geodata.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Speed tests raise who is served today, and lower nobody. */
class MeasuredTilesTest {

  /** Half of the side of a tile, degrees: 0.37 km² on the equator. */
  private static final double HALF = 180.0 / 65_536;

  private static CoverageArea tile(double lon, double kbps, long tests) {
    Geometry box =
        new GeometryFactory().toGeometry(new Envelope(lon - HALF, lon + HALF, -HALF, HALF));
    return new CoverageArea("t" + lon, "", box, new CoverageArea.Measured(kbps, tests));
  }

  /** A place at 36° on the equator. */
  private static Settlement place(double areaKm2, double low, double likely, double high) {
    return SettlementBuilder.builder()
        .id("a")
        .location(new LonLat(36, 0))
        .population(100)
        .areaKm2(areaKm2)
        .country("KEN")
        .baselineLowRatio(low)
        .baselineCoverageRatio(likely)
        .baselineHighRatio(high)
        .baselineModelled(true)
        .build();
  }

  private static Settlement raised(Settlement place, CoverageArea... tiles) {
    return new MeasuredTiles(List.of(tiles)).raised(place);
  }

  @Test
  void theRangeIsWhomTilesHoldWhomAMastLikelyReachesAndWhomItMayReach() {
    // a ground of 10 km about its place: the tile in its middle
    Settlement told = raised(place(Math.PI * 100, 0, 0, 0.1), tile(36, 10_000, 3));
    assertThat(told.baselineLowRatio()).isCloseTo(0.373 / (Math.PI * 100), within(1e-5));
    assertThat(told.baselineCoverageRatio()).isBetween(0.16, 0.22); // (4 + 0.35)² / 10²
    assertThat(told.baselineHighRatio()).isBetween(0.64, 0.72); // (8 + 0.35)² / 10²
    assertThat(told.baselineModelled()).isTrue();
    assertThat(told.attributes())
        .containsEntry(MeasuredTiles.ATTRIBUTE, "1")
        .containsEntry(MeasuredTiles.TESTS, "3");
  }

  @Test
  void nothingIsLoweredAndSlowOrDistantTestsSayNothing() {
    Settlement known = place(Math.PI * 100, 0.5, 0.6, 0.9);
    Settlement told = raised(known, tile(36, 40_000, 1));
    assertThat(told.baselineLowRatio()).isEqualTo(0.5);
    assertThat(told.baselineCoverageRatio()).isEqualTo(0.6);
    assertThat(told.baselineHighRatio()).isEqualTo(0.9);
    assertThat(raised(known, tile(36, 9_999, 50))).isSameAs(known);
    assertThat(raised(known, tile(36.2, 40_000, 50))).isSameAs(known);
    assertThat(raised(known, tile(36, Double.NaN, 50))).isSameAs(known);
  }

  @Test
  void whatASourceStatesIsNotBelowTheLeastAndHasNoRange() {
    Settlement none = place(1, 0, 0, 0).withBaseline(0);
    assertThat(raised(none, tile(36, 40_000, 1)).baselineCoverageRatio())
        .isCloseTo(0.373, within(0.01));
    assertThat(raised(none, tile(36, 40_000, 1)).baselineModelled()).isFalse();
    Settlement most = place(1, 0, 0, 0).withBaseline(0.9);
    assertThat(raised(most, tile(36, 40_000, 1)).baselineCoverageRatio()).isEqualTo(0.9);
  }

  @Test
  void aTileOfTwoQuartersCountsOnce() {
    Settlement told =
        raised(place(100, 0, 0, 0), tile(36, 20_000, 3), tile(36, 30_000, 7), tile(36.01, 1e5, 1));
    assertThat(told.attributes())
        .containsEntry(MeasuredTiles.ATTRIBUTE, "2")
        .containsEntry(MeasuredTiles.TESTS, "8");
  }

  @Test
  void ofAFileAboutWhichNobodyIsAskedTheNameSaysWhatWasTested() {
    LayerFeature row =
        new LayerFeature(
            "t",
            "",
            "KEN",
            tile(36, 1, 1).area(),
            Map.of(),
            Map.of("avg_d_kbps", "29684", "tests", "11", "devices", "4"));
    assertThat(MeasuredTiles.ofMobile("2026-07-01_performance_mobile_tiles.csv", List.of(row)))
        .allMatch(each -> each.measured().isBroad() && !each.meetsStandard());
    for (String name : List.of("tiles.csv", "2026-07-01_performance_fixed_tiles.csv")) {
      assertThatThrownBy(() -> MeasuredTiles.ofMobile(name, List.of(row)))
          .hasMessageContaining("coverage.tests");
    }
  }
}
