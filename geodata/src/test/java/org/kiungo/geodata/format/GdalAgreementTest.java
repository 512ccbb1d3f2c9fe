package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counts, coordinate systems and extents of real files as ogrinfo and gdalinfo tell them. */
@Tag("slow")
class GdalAgreementTest {

  @BeforeAll
  static void gdalIsInstalled() {
    assumeTrue(Gdal.isInstalled(), "skipped: gdalinfo is not installed");
  }

  static Stream<String> vectors() {
    return Stream.of(
        "AFRICA/africapitals.gpkg",
        "AFRICA/africountries/africountries.shp",
        "AFRICA/ne_admin1_africa.geojson",
        "AFRICA/trans-african-highway.kml",
        "AFRICA/watra/cables.geojson",
        "AFRICA/watra/ixp.geojson",
        "AFRICA/watra/lines_14_countries.geojson",
        "AFRICA/watra/points.geojson",
        "BEN/watra_BEN_lines.geojson",
        "KEN/afterfibre/KDN.kml",
        "KEN/counties.geojson",
        "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson",
        "KEN/openelec_clusters.geojson",
        "KEN/openelec_grid.geojson",
        "KEN/schools_2016_epsg32737.gpkg",
        "LSO/openelec_test_data/grid.gpkg",
        "TGO/afterfibre/TogoTelecom.kml",
        "robustness/african/Schools.shp",
        "robustness/african/Telma_Madagascar.kml",
        "robustness/african/pollingstations.shp",
        "robustness/african/watra_cables_crs3857_member.geojson",
        "robustness/african/click_that_hood_africa_geometrycollections.geojson",
        "robustness/suites/fiona/coutwildrnp.shp",
        "robustness/suites/geotools_sample/shapes/rstrct.shp",
        "robustness/suites/shapelib/csah.shp",
        "robustness/suites/shapelib/mexico/states.shp");
  }

  static Stream<String> rasters() {
    return Stream.of(
        "LSO/openelec_test_data/ghs.tif",
        "LSO/openelec_test_data/ntl.tif",
        "LSO/openelec_test_data/travel.tif",
        "LSO/openelec_test_data/gdp.tif",
        "AFRICA/afripop2000.tif",
        "AFRICA/afripop2020.tif",
        "BEN/watra_BEN_scanned_map_epsg3857.tif",
        "TGO/watra_TGO_scanned_map_epsg3857.tif",
        "robustness/suites/geotiff_testdata/utm.tif",
        "robustness/suites/geotools_geotiff/wind.tiff",
        "robustness/suites/geotools_geotiff/float32_nodata.tif",
        "robustness/suites/rasterio/RGBA.uint16.tif",
        "robustness/suites/rasterio/cogeo.tif",
        "robustness/suites/ngageoint_tiff/rgb.tiff");
  }

  private static Inspection ours(Path path) {
    return Inspector.inspect(
        SourceFile.of(path), ReadOptions.DETECT, FeatureCheck.NONE, Inspection.Wording.CODES);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void layersAgreeWithOgrinfo(String file) {
    Path path = TestData.path(file);
    JsonNode theirs =
        JsonMapper.shared().readTree(Gdal.run("ogrinfo", "-json", "-so", "-al", path + ""));
    List<Inspection.Layer> ours = ours(path).layers();
    long features = 0;
    double[] box = null;
    List<String> systems = new ArrayList<>();
    for (JsonNode layer : theirs.get("layers")) {
      features += layer.get("featureCount").asLong();
      JsonNode geometry = layer.get("geometryFields").get(0);
      if (geometry != null && geometry.has("extent") && geometry.get("extent").size() >= 4) {
        box = union(box, geometry.get("extent"));
        systems.add(code(geometry.get("coordinateSystem")));
      }
    }
    assertThat(ours.stream().mapToLong(Inspection.Layer::features).sum()).isEqualTo(features);
    double[] own = null;
    for (Inspection.Layer layer : ours) {
      if (layer.bbox() != null) {
        own = union(own, layer.bbox());
        String crs = layer.crs();
        boolean onlyNamed = crs != null && !crs.matches("[A-Z]+:\\d+");
        assertThat(systems).anyMatch(code -> onlyNamed || code.isEmpty() || code.equals(crs));
      }
    }
    // for GeoPackage ogrinfo repeats what the contents table states, which writers round
    assertSameBox(own, box, file.endsWith("gpkg") ? 1e-4 : 1e-6);
  }

  @ParameterizedTest
  @MethodSource("rasters")
  void rastersAgreeWithGdalinfo(String file) {
    Path path = TestData.path(file);
    JsonNode theirs = JsonMapper.shared().readTree(Gdal.run("gdalinfo", "-json", path.toString()));
    Inspection.Cells ours = ours(path).raster();
    assertThat(ours.width()).isEqualTo(theirs.get("size").get(0).asInt());
    assertThat(ours.height()).isEqualTo(theirs.get("size").get(1).asInt());
    assertThat(ours.bands()).isEqualTo(theirs.get("bands").size());
    JsonNode corners = theirs.get("cornerCoordinates");
    double[] box = null;
    for (String corner : List.of("upperLeft", "upperRight", "lowerLeft", "lowerRight")) {
      double x = corners.get(corner).get(0).asDouble();
      double y = corners.get(corner).get(1).asDouble();
      box = union(box, new double[] {x, y, x, y});
    }
    assertSameBox(ours.bbox(), box, 1e-6);
    String code = code(theirs.get("coordinateSystem"));
    if (!code.isEmpty()) {
      assertThat(ours.crs()).isEqualTo(code);
    }
  }

  private static void assertSameBox(double[] ours, double[] theirs, double share) {
    if (theirs == null) {
      assertThat(ours).isNull();
      return;
    }
    double tolerance = share * Math.max(1, Math.abs(theirs[2] - theirs[0]));
    for (int k = 0; k < 4; k++) {
      assertThat(ours[k]).as("edge " + k).isCloseTo(theirs[k], within(tolerance));
    }
  }

  /** EPSG:… where GDAL knows the authority of the system, empty otherwise. */
  private static String code(JsonNode system) {
    JsonNode id =
        system == null || system.get("projjson") == null ? null : system.get("projjson").get("id");
    if (id == null) {
      return "";
    }
    String code = id.get("authority").asString() + ":" + id.get("code").asString();
    return code.equals("OGC:CRS84") || code.equals("EPSG:4979") ? "EPSG:4326" : code;
  }

  private static double[] union(double[] box, JsonNode extent) {
    double[] other = new double[4];
    for (int k = 0; k < 4; k++) {
      other[k] = extent.get(k).asDouble();
    }
    return union(box, other);
  }

  private static double[] union(double[] box, double[] other) {
    if (box == null) {
      return other;
    }
    return new double[] {
      Math.min(box[0], other[0]),
      Math.min(box[1], other[1]),
      Math.max(box[2], other[2]),
      Math.max(box[3], other[3])
    };
  }
}
