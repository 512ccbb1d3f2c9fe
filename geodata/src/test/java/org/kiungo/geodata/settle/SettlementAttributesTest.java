package org.kiungo.geodata.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Raster;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SettlementAttributesTest {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static Settlement at(double lon, double lat, double areaKm2) {
    return new Settlement(
        "s" + lon + lat,
        "",
        new LonLat(lon, lat),
        100,
        areaKm2,
        "LSO",
        "",
        Double.NaN,
        Double.NaN,
        false,
        Map.of());
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
    for (Settlement s : SettlementAttributes.distance(settlements, "distanceToGridKm", points)) {
      double least =
          places.stream().mapToDouble(p -> p.distanceKm(s.location())).min().orElseThrow();
      assertThat(s.distanceToGridKm()).as(s.id()).isCloseTo(least, within(least * 0.002 + 1e-5));
    }
  }

  @Test
  void distanceToALineIsMeasuredAtItsFoot() {
    Geometry road =
        GEOMETRY.createLineString(
            new Coordinate[] {new Coordinate(27, -30), new Coordinate(29, -30)});
    var joined =
        SettlementAttributes.distance(List.of(at(28, -29.5, 1)), "distanceToRoadKm", List.of(road));
    double km = Double.parseDouble(joined.get(0).attributes().get("distanceToRoadKm"));
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
    var joined =
        SettlementAttributes.coverage(
            List.of(at(0.5, 0.5, 4), at(1, 0.5, 4), at(2, 0.5, 4)),
            "coverage4gRatio",
            List.of(west));
    assertThat(joined.get(0).attributes()).containsEntry("coverage4gRatio", "1");
    assertThat(Double.parseDouble(joined.get(1).attributes().get("coverage4gRatio")))
        .isBetween(0.35, 0.65);
    assertThat(joined.get(2).attributes()).containsEntry("coverage4gRatio", "0");
  }

  @Test
  void facilitiesInsideOrNearAreCounted() {
    var places = List.of(new LonLat(0, 0), new LonLat(0, 0.015), new LonLat(0, 0.1));
    var joined = SettlementAttributes.facilities(List.of(at(0, 0, 0.01)), "schools", places, 2);
    assertThat(joined.get(0).attributes()).containsEntry("schools", "2");
  }

  @Test
  void lesothosTownsShineBrighterThanItsScatteredPeople() {
    try (Raster people = Raster.open(TestData.path("LSO/openelec_test_data/ghs.tif"));
        Raster light = Raster.open(TestData.path("LSO/openelec_test_data/ntl.tif"))) {
      var settlements =
          SettlementExtraction.extract(people, SettleOptions.DEFAULT, at -> "LSO", Progress.NONE)
              .settlements();
      var joined = SettlementAttributes.rasterMean(settlements, "nightLight", light);
      double city = mean(joined, "city");
      double scattered = mean(joined, "scattered");
      assertThat(city).isGreaterThan(5 * scattered);
      long known = joined.stream().filter(s -> s.attributes().containsKey("nightLight")).count();
      assertThat(known).isGreaterThan((long) (0.99 * joined.size()));
    }
  }

  private static double mean(List<Settlement> settlements, String type) {
    return settlements.stream()
        .filter(s -> type.equals(s.attributes().get(SettlementExtraction.TYPE)))
        .filter(s -> s.attributes().containsKey("nightLight"))
        .mapToDouble(s -> Double.parseDouble(s.attributes().get("nightLight")))
        .average()
        .orElse(0);
  }
}
