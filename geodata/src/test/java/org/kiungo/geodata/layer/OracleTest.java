package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/** Counts, sums and lengths that the publishers of real data state. */
class OracleTest {

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  private Inspection inspect(String file) {
    Path path = TestData.path(file);
    return imports.inspect(path, ReadOptions.DETECT, "", Inspection.Wording.CODES);
  }

  @Test
  void beninHas12688SettlementsWith10742410People() {
    Imported<Settlement> read =
        imports.settlements(TestData.path("BEN/onsset_settlements_1km.csv"), "BEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(12_688);
    assertThat(read.records()).hasSize(12_688);
    double people = read.records().stream().mapToDouble(Settlement::population).sum();
    assertThat(Math.round(people)).isEqualTo(10_742_410);
    assertThat(read.mapping().column("population")).isEqualTo("Pop");
    assertThat(read.records().get(0).location()).isEqualTo(new LonLat(1.6360700000000001, 6.2392));
    assertThat(read.records().get(0).attributes()).containsEntry("Elevation", "3.0");
  }

  @Test
  void beninHas94NodesOfWhich22CarryMicrowaveOnlyAndOneIsNotBuilt() {
    Imported<NetworkNode> read =
        imports.nodes(TestData.path("BEN/watra_BEN_nodes.geojson"), LayerKind.NODES, "BEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(94);
    assertThat(read.report().counts()).containsEntry("nodeNotOperational", 1L);
    assertThat(read.records()).hasSize(93);
    assertThat(read.records().stream().filter(NetworkNode::assumed)).hasSize(22);
  }

  @Test
  void lesothosRasterHolds2135183People() {
    Inspection found = inspect("LSO/openelec_test_data/ghs.tif");
    assertThat(found.raster().sum()).isCloseTo(2_135_183.954961554, within(2e-3));
    assertThat(found.raster().crs()).isEqualTo("ESRI:54009");
    assertThat(found.raster().width()).isEqualTo(919);
    assertThat(found.raster().height()).isEqualTo(987);
    assertThat(found.raster().bbox()[1]).isCloseTo(-3_722_831.18, within(0.01));
  }

  @Test
  void lesothoHas1752SettlementPolygonsWith2040631People() {
    Imported<Settlement> read =
        imports.settlements(TestData.path("LSO/openelec_clusters.geojson"), "LSO", null);
    assertThat(read.report().rowsIn()).isEqualTo(1_752);
    assertThat(read.records()).hasSize(1_752);
    assertThat(read.report().totalAfter()).isEqualTo(2_040_631);
  }

  @Test
  void kenyaHas4883SettlementPolygonsWith34142907People() {
    Imported<Settlement> read =
        imports.settlements(TestData.path("KEN/openelec_clusters.geojson"), "KEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(4_883);
    assertThat(read.report().totalAfter()).isEqualTo(34_142_907);
    Settlement first = read.records().get(0);
    assertThat(first.areaKm2()).isCloseTo(15.693527645, within(1e-6));
  }

  @Test
  void djiboutiHas1473SettlementsWith878310People() {
    Imported<Settlement> read =
        imports.settlements(TestData.path("DJI/onsset_dj-test.csv"), "DJI", null);
    assertThat(read.report().rowsIn()).isEqualTo(1_473);
    assertThat(read.report().totalAfter()).isCloseTo(878_310.5, within(0.5));
  }

  @Test
  void cablesInWebMercatorLandBetweenAfricaAndEurope() {
    Inspection found = inspect("AFRICA/watra/cables.geojson");
    assertThat(found.layers().get(0).crs()).isEqualTo("EPSG:3857");
    Imported<NetworkNode> points =
        imports.nodes(
            TestData.path("AFRICA/watra/points.geojson"), LayerKind.LANDING_POINTS, "", null);
    NetworkNode dakar =
        points.records().stream().filter(n -> n.name().startsWith("Dakar")).findFirst().get();
    assertThat(dakar.location().lon()).isCloseTo(-17.45, within(0.1));
    assertThat(dakar.location().lat()).isCloseTo(14.69, within(0.1));
    assertThat(dakar.kind()).isEqualTo(NetworkNode.Kind.LANDING_STATION);
  }

  @Test
  void africaHas81688HealthSites5009PlacesAnd365PowerPlants() {
    assertThat(inspect("AFRICA/health_who_ssa.csv").layers().get(0).features()).isEqualTo(81_688);
    assertThat(inspect("AFRICA/cities500_africa.tsv").layers().get(0).features()).isEqualTo(5_009);
    assertThat(inspect("AFRICA/power_plants_geodb.csv").layers().get(0).features()).isEqualTo(365);
    assertThat(inspect("AFRICA/ne_admin1_africa.geojson").layers().get(0).features())
        .isEqualTo(918);
    assertThat(inspect("BEN/health_who.csv").layers().get(0).features()).isEqualTo(819);
    assertThat(inspect("LSO/health_who.csv").layers().get(0).features()).isEqualTo(117);
    assertThat(inspect("KEN/health_who.csv").layers().get(0).features()).isEqualTo(6_146);
  }

  @Test
  void fourteenWestAfricanCountriesHave1111LinesAnd1317NodesAnd15ExchangePointsAnd60Landings() {
    for (Object[] each :
        new Object[][] {
          {"lines_14_countries", 1_111L},
          {"nodes_14_countries", 1_317L},
          {"ixp", 15L},
          {"cables", 15L},
          {"points", 60L}
        }) {
      assertThat(inspect("AFRICA/watra/" + each[0] + ".geojson").layers().get(0).features())
          .isEqualTo(each[1]);
    }
  }
}
