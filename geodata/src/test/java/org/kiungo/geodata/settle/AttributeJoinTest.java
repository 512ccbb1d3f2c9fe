package org.kiungo.geodata.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * Joins on Lesotho's and Kenya's real layers. The settlement polygons carry what their publisher
 * found for night light, travel time and distance to the grid; facilities and fibre are counted and
 * measured by brute force.
 */
@Tag("slow")
class AttributeJoinTest {

  private static final LayerImport LAYERS = new LayerImport(CountryLookup.NONE);

  @TempDir private Path folder;

  private static List<Settlement> settlements(String file, String iso3) {
    return LAYERS.settlements(TestData.path(file), iso3, null).records();
  }

  private static AttributeSource source(String name, String file) {
    return AttributeSource.named(name, TestData.path(file));
  }

  private static double number(Settlement settlement, String attribute) {
    String text = settlement.attributes().get(attribute);
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  /** Median and correlation of ours against the publisher's column, over rows that have both. */
  private static double[] agreement(double[] ours, double[] theirs) {
    int[] both =
        IntStream.range(0, ours.length)
            .filter(i -> !Double.isNaN(ours[i]) && !Double.isNaN(theirs[i]))
            .toArray();
    double[] off = Arrays.stream(both).mapToDouble(i -> Math.abs(ours[i] - theirs[i])).toArray();
    Arrays.sort(off);
    double meanX = Arrays.stream(both).mapToDouble(i -> ours[i]).average().orElse(0);
    double meanY = Arrays.stream(both).mapToDouble(i -> theirs[i]).average().orElse(0);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i : both) {
      xy += (ours[i] - meanX) * (theirs[i] - meanY);
      xx += (ours[i] - meanX) * (ours[i] - meanX);
      yy += (theirs[i] - meanY) * (theirs[i] - meanY);
    }
    return new double[] {off[off.length / 2], xy / Math.sqrt(xx * yy), both.length};
  }

  @Test
  void lesothosAttributesAgreeWithTheirPublisher() {
    List<Settlement> published = settlements("LSO/openelec_test_data/clusters.geojson", "LSO");
    AttributeJoin join = new AttributeJoin(published, 2);
    join.join(source("nightLight", "LSO/openelec_test_data/ntl.tif"));
    join.join(source("travelTimeMin", "LSO/openelec_test_data/travel.tif"));
    join.join(source("grid", "LSO/openelec_test_data/grid.gpkg"));
    List<Settlement> joined = join.settlements();
    assertThat(joined).hasSize(1_752);
    double[] light = column(joined, "nightLightMax", "ntl");
    double[] travel =
        agreement(
            joined.stream().mapToDouble(s -> number(s, "travelTimeMin") / 60).toArray(),
            joined.stream().mapToDouble(s -> number(s, "travel")).toArray());
    double[] gridKm = new double[joined.size()];
    double[] theirs = new double[joined.size()];
    for (int i = 0; i < gridKm.length; i++) {
      gridKm[i] = joined.get(i).distanceToGridKm();
      theirs[i] = number(joined.get(i), "grid");
    }
    double[] grid = agreement(gridKm, theirs);
    // theirs is the brightest cell of the polygon, ours of a circle of its area
    assertThat(light[1]).as("brightest night light, correlation").isGreaterThan(0.95);
    // theirs is in hours
    assertThat(travel[0]).as("travel time, median difference in hours").isLessThan(0.3);
    // theirs is the mean of a raster of distances in kilometre cells, ours the place's own
    assertThat(grid[0]).as("grid, median difference in km").isLessThan(0.7);
    assertThat(grid[1]).as("grid, correlation").isGreaterThan(0.98);
    assertThat(light[2]).isGreaterThan(1_700);
    assertThat(travel[2]).isGreaterThan(1_700);
    assertThat(grid[2]).isEqualTo(1_752);
  }

  private static double[] column(List<Settlement> joined, String ours, String theirs) {
    return agreement(
        joined.stream().mapToDouble(s -> number(s, ours)).toArray(),
        joined.stream().mapToDouble(s -> number(s, theirs)).toArray());
  }

  @Test
  void lesothosRasterSettlesAndEveryAttributeIsJoined() {
    List<Settlement> settled;
    try (Raster people = Raster.open(TestData.path("LSO/openelec_test_data/ghs.tif"))) {
      settled =
          SettlementExtraction.extract(people, SettleOptions.DEFAULT, at -> "LSO", Progress.NONE)
              .settlements();
    }
    AttributeJoin join = new AttributeJoin(settled, 5);
    join.join(source("nightLight", "LSO/openelec_test_data/ntl.tif"));
    join.join(source("boundaries", "AFRICA/ne_admin1_africa.geojson"));
    join.join(source("roads", "AFRICA/trans-african-highway.kml"));
    join.join(source("health", "LSO/health_who.csv"));
    List<Settlement> joined = join.settlements();
    assertThat(mean(joined, "city")).isGreaterThan(5 * mean(joined, "scattered"));
    assertThat(joined.stream().filter(s -> s.district().isEmpty()).count()).isLessThan(60);
    assertThat(joined.stream().map(Settlement::district)).contains("Maseru", "Butha-Buthe");
    assertThat(joined).allMatch(s -> number(s, "distanceToRoadKm") >= 0);
    assertThat(joined)
        .allMatch(
            s -> Math.abs(number(s, AttributeJoin.DENSITY) * s.areaKm2() - s.population()) < 1e-6);
    assertThat(joined.stream().mapToDouble(Settlement::population).sum())
        .isCloseTo(2_135_183.955, within(1e-3));
    long served = joined.stream().filter(s -> number(s, "healthSitesNear") > 0).count();
    assertThat(served).isBetween(100L, joined.size() - 1L);
    assertThat(join.files()).extracting(f -> f.name()).contains("nightLight", "health");
    assertThat(join.files().get(3).report().rowsIn()).isEqualTo(117);
  }

  private static double mean(List<Settlement> settlements, String type) {
    return settlements.stream()
        .filter(s -> type.equals(s.attributes().get(SettlementExtraction.TYPE)))
        .mapToDouble(s -> number(s, "nightLight"))
        .filter(light -> !Double.isNaN(light))
        .average()
        .orElse(0);
  }

  @Test
  void kenyasAttributesAgreeWithTheirPublisherAndWithBruteForce() {
    List<Settlement> published = settlements("KEN/openelec_clusters.geojson", "KEN");
    AttributeJoin join = new AttributeJoin(published, 3);
    join.join(source("grid", "KEN/openelec_grid.geojson"));
    join.join(source("fibre-lines", "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson"));
    join.join(source("nodes", "KEN/ofds/NOFBI/ofds_NOFBI_Kenya_nodes.geojson"));
    join.join(source("boundaries", "KEN/counties.geojson"));
    join.join(source("schools", "KEN/schools_2016_epsg32737.gpkg"));
    join.join(source("health", "KEN/health_who.csv"));
    List<Settlement> joined = join.settlements();
    double[] grid =
        agreement(
            joined.stream().mapToDouble(Settlement::distanceToGridKm).toArray(),
            joined.stream().mapToDouble(s -> number(s, "grid")).toArray());
    assertThat(grid[1]).as("grid, correlation").isGreaterThan(0.98);
    // theirs is from the nearest cell of the polygon, which Kenya's large ones put a radius nearer
    assertThat(grid[0]).as("grid, median difference in km").isLessThan(1.5);
    assertThat(grid[2]).isEqualTo(4_883);
    countsAgree(joined);
    fibreAgrees(joined);
    assertThat(joined.stream().map(Settlement::district).distinct().count()).isBetween(46L, 49L);
  }

  private static void countsAgree(List<Settlement> joined) {
    List<LayerFeature> schools =
        LAYERS
            .features(
                TestData.path("KEN/schools_2016_epsg32737.gpkg"), LayerKind.FACILITIES, "", null)
            .records();
    assertThat(schools).hasSizeGreaterThan(37_000);
    for (int i = 0; i < joined.size(); i += 40) {
      Settlement s = joined.get(i);
      double radiusKm = Math.sqrt(s.areaKm2() / Math.PI);
      double nearKm = Math.max(3, radiusKm);
      long inside = 0;
      long near = 0;
      for (LayerFeature school : schools) {
        Coordinate at = school.geometry().getCoordinate();
        // no degree of latitude is shorter than 110 km
        if (Math.abs(at.y - s.location().lat()) * 110 <= nearKm) {
          double km = s.location().distanceKm(new LonLat(at.x, at.y));
          inside += km <= radiusKm ? 1 : 0;
          near += km <= nearKm ? 1 : 0;
        }
      }
      assertThat(number(s, "schoolsInside")).as(s.id()).isEqualTo(inside);
      assertThat(number(s, "schoolsNear")).as(s.id()).isEqualTo(near);
    }
  }

  /** Against vertices a metre apart: no foot of a perpendicular, no plane, no index. */
  private static void fibreAgrees(List<Settlement> joined) {
    List<LonLat> vertices = new ArrayList<>();
    LAYERS
        .fibreLines(TestData.path("KEN/ofds/NOFBI/ofds_NOFBI_Kenya_spans.geojson"), "", null)
        .records()
        .stream()
        .filter(line -> line.operational())
        .forEach(
            line -> {
              for (int k = 1; k < line.path().size(); k++) {
                LonLat from = line.path().get(k - 1);
                LonLat to = line.path().get(k);
                int steps = (int) Math.min(400, 1 + from.distanceKm(to) * 10);
                for (int step = 0; step <= steps; step++) {
                  double t = step / (double) steps;
                  vertices.add(
                      new LonLat(
                          from.lon() + t * (to.lon() - from.lon()),
                          from.lat() + t * (to.lat() - from.lat())));
                }
              }
            });
    for (int i = 0; i < joined.size(); i += 400) {
      LonLat at = joined.get(i).location();
      double least = vertices.stream().mapToDouble(at::distanceKm).min().orElseThrow();
      assertThat(number(joined.get(i), "distanceToFibreKm"))
          .as(joined.get(i).id())
          .isCloseTo(least, within(0.005 * least + 0.1));
    }
  }

  @Test
  void aFileNameTellsItsMeaningOrIsAskedFor() {
    assertThat(AttributeSource.parse("data/openelec_grid.geojson").name()).isEqualTo("grid");
    assertThat(AttributeSource.parse("ntl.tif").name()).isEqualTo("nightLight");
    assertThat(AttributeSource.parse("couverture_4G.gpkg").name()).isEqualTo("coverage-4g");
    assertThat(AttributeSource.parse("ofds_NOFBI_Kenya_spans.geojson").name())
        .isEqualTo("fibre-lines");
    assertThat(AttributeSource.parse("roads=x/y.shp").file()).isEqualTo(Path.of("x/y.shp"));
    assertThatThrownBy(() -> AttributeSource.parse("x17.tif"))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("attributes.unnamed");
    assertThatThrownBy(() -> AttributeSource.parse("Night light=x17.tif"))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("attributes.name");
  }

  @Test
  void aRasterIsNoLayerAndALayerNoRaster() throws Exception {
    Path table = Files.writeString(folder.resolve("a.csv"), "lon,lat,name\n28,-29,x\n");
    Path cells =
        Files.writeString(
            folder.resolve("b.asc"),
            "ncols 1\nnrows 1\nxllcorner 28\nyllcorner -30\ncellsize 1\n7\n");
    AttributeJoin join = new AttributeJoin(List.of(), 2);
    assertThatThrownBy(() -> join.join(AttributeSource.named("nightLight", table)))
        .hasMessageContaining("attributes.isLayer");
    assertThatThrownBy(() -> join.join(AttributeSource.named("roads", cells)))
        .hasMessageContaining("attributes.isRaster");
  }
}
