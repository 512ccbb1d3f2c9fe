package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.LonLat;

/**
 * Where named and modelled people stand, compared with WorldPop 2020 on its 1/6° grid (people per
 * km²; afrilearndata, CC BY 4.0). Both are scaled to the same total per country, so that only the
 * pattern counts. The share of people in the wrong cell is half the sum of absolute differences.
 */
class PeopleModelAgainstWorldPopTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final double KM_PER_DEGREE = 111.195;
  private static final int FEWEST_CELLS = 30;
  private static final int BLOCK = 6;

  private record Grid(int width, double[] toMap, double[] people) {

    long cell(LonLat place, int block) {
      long column = (long) ((place.lon() - toMap[0]) / toMap[1]) / block;
      long row = (long) ((place.lat() - toMap[3]) / toMap[5]) / block;
      return row * width + column;
    }
  }

  @Test
  void sixInTenStandInTheRightCellAndThreeInFourInTheRightBlock() {
    Grid grid = worldPop();
    Map<String, Map<LonLat, Double>> truth = byCountry(grid);
    assertThat(truth).hasSizeBetween(46, 50);
    double cells = misplaced(truth, grid, 1, false);
    double blocks = misplaced(truth, grid, BLOCK, false);
    assertThat(cells).isLessThan(0.38).isLessThan(0.85 * misplaced(truth, grid, 1, true));
    assertThat(blocks).isLessThan(0.23).isLessThan(0.75 * misplaced(truth, grid, BLOCK, true));
  }

  private static Grid worldPop() {
    try (Raster raster = Raster.open(TestData.path("AFRICA/afripop2020.tif"))) {
      double[] a = raster.cellToMap();
      double[] people = raster.read(0, 0, 0, raster.width(), raster.height());
      for (int k = 0; k < people.length; k++) {
        double lat = a[3] + (k / raster.width() + 0.5) * a[5];
        double km2 = a[1] * -a[5] * KM_PER_DEGREE * KM_PER_DEGREE * Math.cos(Math.toRadians(lat));
        people[k] = Double.isNaN(people[k]) || people[k] < 0 ? 0 : people[k] * km2;
      }
      return new Grid(raster.width(), a, people);
    }
  }

  private static Map<String, Map<LonLat, Double>> byCountry(Grid grid) {
    Map<String, Map<LonLat, Double>> byCountry = new HashMap<>();
    double[] a = grid.toMap;
    for (int k = 0; k < grid.people.length; k++) {
      if (grid.people[k] > 0) {
        double lon = a[0] + (k % grid.width + 0.5) * a[1];
        double lat = a[3] + (k / grid.width + 0.5) * a[5];
        LonLat place = new LonLat(lon, lat);
        double people = grid.people[k];
        REFERENCE
            .countryAt(place)
            .ifPresent(c -> byCountry.computeIfAbsent(c, x -> new HashMap<>()).put(place, people));
      }
    }
    byCountry.values().removeIf(cells -> cells.size() < FEWEST_CELLS);
    return byCountry;
  }

  private static double misplaced(
      Map<String, Map<LonLat, Double>> truth, Grid grid, int block, boolean even) {
    double misplaced = 0;
    double all = 0;
    for (CountryFacts country : REFERENCE.countries()) {
      Map<LonLat, Double> cells = truth.get(country.iso3());
      if (cells != null) {
        double total = cells.values().stream().mapToDouble(p -> p).sum();
        Map<Long, Double> difference = new HashMap<>();
        cells.forEach((at, people) -> difference.merge(grid.cell(at, block), people, Double::sum));
        Stream<Map.Entry<LonLat, Double>> model = model(country.iso3(), even);
        double scale = total / country.population();
        model.forEach(
            e ->
                difference.merge(grid.cell(e.getKey(), block), -e.getValue() * scale, Double::sum));
        misplaced += difference.values().stream().mapToDouble(Math::abs).sum() / 2;
        all += total;
      }
    }
    return misplaced / all;
  }

  private static Stream<Map.Entry<LonLat, Double>> model(String iso3, boolean even) {
    List<PeopleCell> cells = REFERENCE.peopleCells(iso3);
    double area = cells.stream().mapToDouble(PeopleCell::areaKm2).sum();
    double people = cells.stream().mapToDouble(PeopleCell::population).sum();
    return Stream.concat(
        REFERENCE.places(iso3).stream()
            .filter(p -> p.population() > 0)
            .map(p -> Map.entry(p.location(), p.population())),
        cells.stream()
            .map(
                c ->
                    Map.entry(
                        c.location(),
                        even ? people * c.areaKm2() / area : (double) c.population())));
  }
}
