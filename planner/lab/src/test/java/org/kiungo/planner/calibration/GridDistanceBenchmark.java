package org.kiungo.planner.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.CountryData;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;

/**
 * How well the distance to the power grid could be guessed for built-in places: a country's share
 * of people with electricity fills the places of 4G first, dense ones before others, and the rest
 * are as far from the grid as from the nearest of these. Held against the medium-voltage networks
 * of OnSSET's studies, by people without 4G.
 *
 * <p>{@code mvn -Pbenchmark -pl planner/lab -am test -Dtest=GridDistanceBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class GridDistanceBenchmark {

  private static final double NEAR_KM = 2;

  private record Measured(LonLat at, double gridKm) {}

  @ParameterizedTest
  @CsvSource({
    "BEN, BEN/onsset_settlements_1km.csv, GridDistCurrent, GridDistCurrent, 0.57",
    "DJI, validation/onsset/dj-test.csv, CurrentMVLineDist, TransformerDist, 0.652"
  })
  void guessesBesideMeasuredDistances(
      String country, String file, String line, String transformer, double electricityRatio)
      throws IOException {
    Path csv = CountryData.root().resolve(file);
    assumeTrue(Files.isRegularFile(csv), "skipped: no " + csv);
    List<Measured> measured = read(csv, line, transformer);
    List<Settlement> places =
        ProblemAssembly.builtIn(
                List.of(country), CatalogueReader.builtIn(), ServiceStandard.DEFAULT, Money.DEFAULT)
            .settlements();
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/grid-distance-" + country + ".tsv"),
            "electricityRatio",
            "nearRightRatio",
            "nowhereRightRatio",
            "guessedMeanKm",
            "measuredMeanKm");
    List<Double> measuredKmAt = places.stream().map(each -> nearest(measured, each)).toList();
    for (double share : new double[] {-0.15, 0, 0.15}) {
      List<LonLat> lit = lit(places, electricityRatio + share);
      double people = 0;
      double right = 0;
      double nowhere = 0;
      double guessedKm = 0;
      double measuredKm = 0;
      for (int i = 0; i < places.size(); i++) {
        Settlement each = places.get(i);
        double without = each.unservedPopulation();
        double guess = lit.stream().mapToDouble(each.location()::distanceKm).min().orElseThrow();
        double truth = measuredKmAt.get(i);
        people += without;
        right += guess <= NEAR_KM == truth <= NEAR_KM ? without : 0;
        nowhere += truth > NEAR_KM ? without : 0;
        guessedKm += without * guess;
        measuredKm += without * truth;
      }
      table.add(
          electricityRatio + share,
          right / people,
          nowhere / people,
          guessedKm / people,
          measuredKm / people);
      assertThat(people).isPositive();
    }
  }

  private static double nearest(List<Measured> measured, Settlement place) {
    return measured.stream()
        .min(Comparator.comparingDouble(each -> each.at().distanceKm(place.location())))
        .orElseThrow()
        .gridKm();
  }

  /**
   * Places that have electricity if those with 4G do, by both ends of its range, then dense ones.
   */
  private static List<LonLat> lit(List<Settlement> places, double ratio) {
    double all = places.stream().mapToDouble(Settlement::population).sum();
    List<LonLat> lit = new ArrayList<>();
    double sum = 0;
    for (Settlement each :
        places.stream()
            .sorted(
                Comparator.comparingDouble(
                        (Settlement each) ->
                            each.baselineCoverageRatio()
                                + each.baselineLowRatio()
                                + each.baselineHighRatio())
                    .thenComparingDouble(each -> each.population() / each.areaKm2())
                    .reversed())
            .toList()) {
      if (sum >= ratio * all) {
        break;
      }
      sum += each.population();
      lit.add(each.location());
    }
    return lit;
  }

  private static List<Measured> read(Path csv, String line, String transformer) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Measured> rows = new ArrayList<>();
    try (BufferedReader text = Files.newBufferedReader(csv);
        CSVParser parser = format.parse(text)) {
      for (CSVRecord row : parser) {
        rows.add(
            new Measured(
                new LonLat(number(row, "X_deg"), number(row, "Y_deg")),
                Math.min(number(row, line), number(row, transformer))));
      }
    }
    return rows;
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
