package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Inspection;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/** Counts, sums and lengths that the publishers of real data state. */
class OracleTest {

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  private Inspection inspect(String file) {
    Path path = TestData.path(file);
    return imports.inspect(path, ReadOptions.DETECT, "", Inspection.Wording.CODES);
  }

  static double km(List<FibreLine> lines) {
    double km = 0;
    for (FibreLine line : lines) {
      for (int k = 1; k < line.path().size(); k++) {
        km += line.path().get(k - 1).distanceKm(line.path().get(k));
      }
    }
    return km;
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
  void beninsFibreMeasures2518KmOnTheEllipsoidAlong81Lines() {
    Imported<FibreLine> read =
        imports.fibreLines(TestData.path("BEN/watra_BEN_lines.geojson"), "BEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(81);
    assertThat(read.report().rowsListed()).isZero();
    assertThat(read.records()).allMatch(FibreLine::operational);
    assertThat(km(read.records())).isCloseTo(2_517.6157, within(1e-3));
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
  void kenyaHas4883SettlementPolygonsWith34MillionPeople() {
    Imported<Settlement> read =
        imports.settlements(TestData.path("KEN/openelec_clusters.geojson"), "KEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(4_883);
    double people = read.records().stream().mapToDouble(Settlement::population).sum();
    assertThat(people).isBetween(34.05e6, 34.15e6);
    Settlement first = read.records().get(0);
    assertThat(first.areaKm2()).isCloseTo(15.693527645, within(1e-6));
  }

  @Test
  void kenyasNofbiRunsFor6268KmIn112SpansBetween102Nodes() {
    String folder = "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_";
    Imported<FibreLine> spans =
        imports.fibreLines(TestData.path(folder + "spans.geojson"), "KEN", null);
    assertThat(spans.report().rowsIn()).isEqualTo(112);
    assertThat(km(spans.records())).isCloseTo(6_268.437, within(0.01));
    assertThat(spans.records().stream().filter(line -> !line.operational())).hasSize(1);
    Imported<NetworkNode> nodes =
        imports.nodes(TestData.path(folder + "nodes.geojson"), LayerKind.NODES, "KEN", null);
    assertThat(nodes.records()).hasSize(102);
  }

  @Test
  void djiboutiHas1473SettlementsWith878310People() {
    Imported<Settlement> read =
        imports.settlements(TestData.path("DJI/onsset_dj-test.csv"), "DJI", null);
    assertThat(read.report().rowsIn()).isEqualTo(1_473);
    assertThat(read.report().totalAfter()).isCloseTo(878_310.5, within(0.5));
  }

  /** SpatiaLite's ST_Length on the WGS 84 ellipsoid, computed once with ogrinfo 3.10. */
  @Test
  void togosThreeSourcesOfOneNetworkMeasure1052And2742And901Km() {
    assertThat(fibreKm("TGO/watra_TGO_lines.geojson")).isCloseTo(1_052.3569, within(1e-3));
    assertThat(fibreKm("TGO/ofds/Togo_Telecom/Togo_Telecom_ofds-spans_23jun2025.geojson"))
        .isCloseTo(2_741.8396, within(1e-3));
    assertThat(fibreKm("TGO/afterfibre/TogoTelecom.geojson")).isCloseTo(901.2537, within(1e-3));
  }

  private double fibreKm(String file) {
    return km(imports.fibreLines(TestData.path(file), "", null).records());
  }

  /**
   * The publisher's own lengths are planar Web Mercator metres (EPSG:3857), which stretches them by
   * 1/cos(latitude): 1.6 % in Benin, 1.5 % in Togo. Ours are geodesic.
   */
  @Test
  void publishedLengthsOfBeninAndTogoAreWebMercatorMetres() {
    for (String country : List.of("BEN", "TGO")) {
      Path path = TestData.path(country + "/watra_" + country + "_lines.geojson");
      Imported<LayerFeature> roads = imports.features(path, LayerKind.ROADS, "", null);
      double published = 0;
      double mercator = 0;
      for (LayerFeature line : roads.records()) {
        published += Double.parseDouble(line.attributes().get("distance")) / 1000;
        mercator += mercatorKm(line.geometry());
      }
      assertThat(mercator).isCloseTo(published, within(1e-6 * published));
      assertThat(fibreKm(country + "/watra_" + country + "_lines.geojson") / published)
          .isBetween(0.98, 0.99);
    }
  }

  private static double mercatorKm(Geometry lonLat) {
    Geometry planar = lonLat.copy();
    planar.apply(
        (CoordinateFilter)
            c -> {
              double lat = Math.toRadians(c.y);
              c.x = 6378.137 * Math.toRadians(c.x);
              c.y = 6378.137 * Math.log(Math.tan(Math.PI / 4 + lat / 2));
            });
    return planar.getLength();
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
}
