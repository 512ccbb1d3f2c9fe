package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.crs.Geodesics;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Kilometres of real fibre networks beside what their publishers state and what SpatiaLite's
 * ST_Length measures on the WGS 84 ellipsoid (computed once with ogrinfo 3.10).
 */
class FibreLengthTest {

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

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
  void beninsFibreMeasures2518KmOnTheEllipsoidAlong81Lines() {
    Imported<FibreLine> read =
        imports.fibreLines(TestData.path("BEN/watra_BEN_lines.geojson"), "BEN", null);
    assertThat(read.report().rowsIn()).isEqualTo(81);
    assertThat(read.report().rowsListed()).isZero();
    assertThat(read.records()).allMatch(FibreLine::operational);
    assertThat(km(read.records())).isCloseTo(2_517.6157, within(1e-3));
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

  @ParameterizedTest
  @CsvSource({
    "KEN/ofds/BCS/ofds_BCS_Kenya, spans.geojson, 11, 1688.1366, nodes.geojson, 12",
    "KEN/ofds/JTL/ofds_JTL_Kenya, spans.geojson, 27, 2019.3198, nodes.geojson, 28",
    "KEN/ofds/Liquid_Intelligent_Technologies/ofds_liquid_kenya, spans.geojson, 21, 3615.6801,"
        + " nodes.geojson, 18"
  })
  void kenyasOtherOperatorsMeasureWhatSpatiaLiteMeasures(
      String file, String spans, int lines, double km, String nodes, int places) {
    Imported<FibreLine> read = imports.fibreLines(TestData.path(file + "_" + spans), "KEN", null);
    assertThat(read.records()).hasSize(lines);
    assertThat(km(read.records())).isCloseTo(km, within(1e-3));
    Imported<NetworkNode> points =
        imports.nodes(TestData.path(file + "_" + nodes), LayerKind.NODES, "KEN", null);
    assertThat(points.report().rowsIn()).isEqualTo(places);
  }

  @Test
  void kenyaDataNetworksMeasures6892KmInGeoJsonAndInKml() {
    for (String file : List.of("KDN.geojson", "KDN.kml")) {
      Imported<FibreLine> read =
          imports.fibreLines(TestData.path("KEN/afterfibre/" + file), "KEN", null);
      assertThat(read.records()).as(file).hasSize(21);
      assertThat(km(read.records())).as(file).isCloseTo(6_892.3764, within(1e-2));
    }
  }

  @Test
  void togosThreeSourcesOfOneNetworkMeasure1052And2742And901Km() {
    assertThat(fibreKm("TGO/watra_TGO_lines.geojson")).isCloseTo(1_052.3569, within(1e-3));
    assertThat(fibreKm("TGO/ofds/Togo_Telecom/Togo_Telecom_ofds-spans_23jun2025.geojson"))
        .isCloseTo(2_741.8396, within(1e-3));
    assertThat(fibreKm("TGO/afterfibre/TogoTelecom.geojson")).isCloseTo(901.2537, within(1e-3));
  }

  /**
   * The lengths published of Togo's three files are those on the plane of Africa Albers Equal Area
   * Conic (ESRI:102022), true to area, not to length: at 6 to 11° N, between its standard parallels
   * of 20° N and 23° S, it stretches north–south and shrinks east–west.
   */
  @ParameterizedTest
  @CsvSource({
    "TGO/watra_TGO_lines.geojson, 1074",
    "TGO/ofds/Togo_Telecom/Togo_Telecom_ofds-spans_23jun2025.geojson, 2772",
    "TGO/afterfibre/TogoTelecom.geojson, 924"
  })
  void togosPublishedLengthsAreThoseOfAfricaAlbersEqualArea(String file, long publishedKm)
      throws Exception {
    MathTransform albers =
        CRS.findMathTransform(
            CoordinateSystem.WGS84.geoTools(),
            CoordinateSystem.findByCode("ESRI:102022").orElseThrow().geoTools());
    double planarKm = 0;
    for (LayerFeature line :
        imports.features(TestData.path(file), LayerKind.ROADS, "", null).records()) {
      planarKm += JTS.transform(line.geometry(), albers).getLength() / 1000;
    }
    assertThat(Math.round(planarKm)).isEqualTo(publishedKm);
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

  /**
   * The publisher's lengths come three ways: measured on an ellipsoid as here (eight countries),
   * planar Web Mercator metres (five), and, in Guinea-Bissau, a route's whole length written on
   * each of its pieces.
   */
  @Test
  void fourteenCountriesMeasureWhatSpatiaLiteMeasures() {
    Path file = TestData.path("AFRICA/watra/lines_14_countries.geojson");
    Imported<FibreLine> read = imports.fibreLines(file, "", null);
    assertThat(read.report().rowsIn()).isEqualTo(1_111);
    // one line of Côte d'Ivoire is a MultiLineString without any line
    assertThat(read.report().rowsListed()).isEqualTo(1);
    Map<String, Double> measured = new TreeMap<>();
    read.records().forEach(l -> measured.merge(l.country(), km(List.of(l)), Double::sum));
    Map<String, Double> spatiaLite =
        Map.ofEntries(
            Map.entry("BEN", 2_517.6157),
            Map.entry("BFA", 4_295.1530),
            Map.entry("CPV", 407.6484),
            Map.entry("CIV", 5_935.6605),
            Map.entry("GIN", 4_326.0374),
            Map.entry("GNB", 385.8895),
            Map.entry("LBR", 2_270.8813),
            Map.entry("MLI", 9_974.7339),
            Map.entry("MRT", 3_607.8194),
            Map.entry("NER", 4_094.0780),
            Map.entry("NGA", 12_623.6589),
            Map.entry("SEN", 4_501.0932),
            Map.entry("GMB", 923.7409),
            Map.entry("TGO", 1_052.3569));
    assertThat(measured.keySet()).isEqualTo(new TreeMap<>(spatiaLite).keySet());
    measured.forEach(
        (iso3, km) -> assertThat(km).as(iso3).isCloseTo(spatiaLite.get(iso3), within(1e-2)));
  }

  @Test
  void everyPublishedLengthOfTheFourteenCountriesIsExplained() {
    Path file = TestData.path("AFRICA/watra/lines_14_countries.geojson");
    Map<String, double[]> sums = new TreeMap<>();
    Map<String, Double> routes = new HashMap<>();
    for (LayerFeature line : imports.features(file, LayerKind.ROADS, "", null).records()) {
      String country = line.attributes().get("country");
      String distance = line.attributes().get("distance");
      if (distance == null) {
        assertThat(Geodesics.lengthKm(line.geometry())).isCloseTo(21.3, within(0.1));
        continue; // the only one of 1,111
      }
      double published = Double.parseDouble(distance) / 1000;
      double[] sum = sums.computeIfAbsent(country, c -> new double[3]);
      sum[0] += published;
      sum[1] += Geodesics.lengthKm(line.geometry());
      sum[2] += mercatorKm(line.geometry());
      if (country.equals("Guinea Bissau")) {
        routes.put(line.attributes().get("from") + published, published);
      }
    }
    double once = routes.values().stream().mapToDouble(km -> km).sum();
    double[] guineaBissau = sums.remove("Guinea Bissau");
    assertThat(guineaBissau[1] / once).isBetween(0.98, 1.0);
    List<String> mercator = List.of("Benin", "Mauritania", "Nigeria", "Senegal", "Togo");
    sums.forEach(
        (country, km) ->
            assertThat(mercator.contains(country) ? km[2] : km[1])
                .as(country)
                .isCloseTo(
                    km[0], within(mercator.contains(country) ? 1e-6 * km[0] : 0.001 * km[0])));
  }
}
