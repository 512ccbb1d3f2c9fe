package org.kiungo.geodata.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Single joins on small worlds whose answers are known by hand or by brute force. */
class LayerJoinTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static Settlement at(double lon, double lat, double areaKm2) {
    return SettlementBuilder.builder()
        .id("s" + lon + lat)
        .location(new LonLat(lon, lat))
        .population(100)
        .areaKm2(areaKm2)
        .country("LSO")
        .build();
  }

  @Test
  void distanceIsTheLeastOverAllFeatures() {
    SplittableRandom random = new SplittableRandom(7);
    List<Geometry> points = new ArrayList<>();
    List<LonLat> places = new ArrayList<>();
    for (int k = 0; k < 300; k++) {
      LonLat place = new LonLat(20 + random.nextDouble() * 10, -5 + random.nextDouble() * 20);
      places.add(place);
      points.add(GEOMETRY.createPoint(new Coordinate(place.lon(), place.lat())));
    }
    List<Settlement> settlements = new ArrayList<>();
    for (int k = 0; k < 200; k++) {
      settlements.add(at(15 + random.nextDouble() * 20, -10 + random.nextDouble() * 30, 1));
    }
    LayerJoin join = new DistanceJoin(settlements, "distanceToTowerKm");
    points.forEach(point -> join.add(point, Map.of()));
    String[] km = join.columns().get("distanceToTowerKm");
    for (int i = 0; i < km.length; i++) {
      LonLat at = settlements.get(i).location();
      double least = places.stream().mapToDouble(p -> p.distanceKm(at)).min().orElseThrow();
      assertThat(Double.parseDouble(km[i])).as("seed 7, " + at).isCloseTo(least, within(1e-9));
    }
  }

  @Test
  void distanceToALineIsMeasuredAtItsFoot() {
    Geometry road =
        GEOMETRY.createLineString(
            new Coordinate[] {new Coordinate(27, -30), new Coordinate(29, -30)});
    LayerJoin join = new DistanceJoin(List.of(at(28, -29.5, 1)), "distanceToRoadKm");
    join.add(road, Map.of());
    double km = Double.parseDouble(value(join, "distanceToRoadKm", 0));
    assertThat(km).isCloseTo(new LonLat(28, -29.5).distanceKm(new LonLat(28, -30)), within(0.1));
  }

  @Test
  void coverageIsTheShareOfTheFootprint() {
    Geometry west =
        GEOMETRY.createPolygon(
            new Coordinate[] {
              new Coordinate(0, 0),
              new Coordinate(1, 0),
              new Coordinate(1, 1),
              new Coordinate(0, 1),
              new Coordinate(0, 0)
            });
    LayerJoin join =
        new CoverageJoin(List.of(at(0.5, 0.5, 4), at(1, 0.5, 4), at(2, 0.5, 4)), List.of(), "");
    join.add(west, Map.of("generation", "LTE"));
    join.add(west, Map.of("generation", "4G"));
    assertThat(join.columns()).containsOnlyKeys("coverage4gRatio");
    assertThat(value(join, "coverage4gRatio", 0)).isEqualTo("1");
    assertThat(Double.parseDouble(value(join, "coverage4gRatio", 1))).isBetween(0.35, 0.65);
    assertThat(value(join, "coverage4gRatio", 2)).isEqualTo("0");
  }

  @Test
  void generationsAreKeptApart() {
    assertThat(CoverageJoin.generation("4G LTE")).isEqualTo("4g");
    assertThat(CoverageJoin.generation("UMTS 2100")).isEqualTo("3g");
    assertThat(CoverageJoin.generation("GSM")).isEqualTo("2g");
    assertThat(CoverageJoin.generation("5G NR")).isEqualTo("5g");
    assertThat(CoverageJoin.generation("")).isEqualTo("Any");
  }

  @Test
  void facilitiesInsideOrNearAreCounted() {
    // a circle of 4 km² has a radius of 1.13 km; a hundredth of a degree is 1.1 km
    LayerJoin join = new FacilityJoin(List.of(at(0, 0, 4)), List.of(), "schools", 2);
    for (double lat : new double[] {0, 0.01, 0.015, 0.1}) {
      join.add(GEOMETRY.createPoint(new Coordinate(0, lat)), Map.of());
    }
    assertThat(value(join, "schoolsInside", 0)).isEqualTo("2");
    assertThat(value(join, "schoolsNear", 0)).isEqualTo("3");
  }

  @Test
  void theIndexFindsWhatAScanFinds() {
    for (long seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = random.nextInt(400);
      double[] box = new double[4 * count];
      for (int k = 0; k < count; k++) {
        box[4 * k] = random.nextDouble(-20, 50);
        box[4 * k + 1] = random.nextDouble(-35, 37);
        box[4 * k + 2] = box[4 * k] + random.nextDouble() * random.nextInt(4);
        box[4 * k + 3] = box[4 * k + 1] + random.nextDouble() * random.nextInt(4);
      }
      PackedIndex index = new PackedIndex(box, count);
      double west = random.nextDouble(-20, 50);
      double south = random.nextDouble(-35, 37);
      java.util.TreeSet<Integer> found = new java.util.TreeSet<>();
      index.query(west, south, west + 9, south + 9, found::add);
      java.util.TreeSet<Integer> scanned = new java.util.TreeSet<>();
      for (int k = 0; k < count; k++) {
        boolean touches =
            box[4 * k] <= west + 9
                && box[4 * k + 2] >= west
                && box[4 * k + 1] <= south + 9
                && box[4 * k + 3] >= south;
        if (touches) {
          scanned.add(k);
        }
      }
      assertThat(found).as("seed " + seed).isEqualTo(scanned);
    }
  }

  private static String value(LayerJoin join, String attribute, int settlement) {
    return join.columns().get(attribute)[settlement];
  }

  /** An L of three squares of 0.1 degrees: its size as a circle would reach where it is not. */
  @Test
  void aSettlementsOwnAreaGoesBeforeACircleOfItsSize() throws ParseException {
    Geometry own = new WKTReader().read("POLYGON((0 0,0.2 0,0.2 0.1,0.1 0.1,0.1 0.2,0 0.2,0 0))");
    List<Settlement> one = List.of(at(0.08, 0.08, 370));
    LayerJoin schools = new FacilityJoin(one, List.of(own), "schools", 1);
    for (double[] place : new double[][] {{0.13, 0.13}, {0.19, 0.01}, {0.01, 0.19}}) {
      schools.add(GEOMETRY.createPoint(new Coordinate(place[0], place[1])), Map.of());
    }
    assertThat(value(schools, "schoolsInside", 0)).isEqualTo("2");
    assertThat(value(schools, "schoolsNear", 0)).isEqualTo("2");
    LayerJoin coverage = new CoverageJoin(one, List.of(own), "4g");
    coverage.add(new WKTReader().read("POLYGON((0.11 -1,1 -1,1 1,0.11 1,0.11 -1))"), Map.of());
    assertThat(Double.parseDouble(value(coverage, "coverage4gRatio", 0)))
        .isCloseTo(0.3, within(0.05));
  }
}
