package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.geodata.settle.DenseCells.CellRange;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

/**
 * Turns one band of people per cell into settlements in a single pass over the raster.
 *
 * <p>People in = people out: every positive cell belongs to exactly one settlement.
 */
public final class SettlementExtraction {

  /** Class of a settlement, by the Degree of Urbanisation's population thresholds. */
  static final String TYPE = "settlementType";

  private final Raster raster;
  private final SettleOptions options;
  private final Function<LonLat, String> countryAt;
  private final CellLocator locator;
  private final HexagonGathering scattered;
  private final List<BorderJoin.Draft> drafts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private double peopleInRaster;
  private long negativeCells;

  private SettlementExtraction(
      Raster raster, SettleOptions options, Function<LonLat, String> countryAt) {
    this.raster = raster;
    this.options = options;
    this.countryAt = countryAt;
    this.locator = CellLocator.ofDegrees(raster);
    this.scattered = new HexagonGathering(options.hexKm());
  }

  /**
   * What came out of a raster.
   *
   * @param settlements sorted by id
   * @param peopleInRaster float64 sum over the positive cells in reading order
   * @param peopleInSettlements sum over the settlements
   * @param negativeCells cells below zero that no "no data" value explains; left out
   */
  public record Extraction(
      List<Settlement> settlements,
      double peopleInRaster,
      double peopleInSettlements,
      long negativeCells) {}

  /**
   * @param raster people per cell, or per km² where the options say so
   * @param countryAt ISO 3166-1 alpha-3 of a place, empty when at sea or unknown
   * @param progress receives the share of rows read
   */
  public static Extraction extract(
      Raster raster, SettleOptions options, Function<LonLat, String> countryAt, Progress progress) {
    return new SettlementExtraction(raster, options, countryAt).run(progress);
  }

  private Extraction run(Progress progress) {
    DenseCells dense = new DenseCells();
    int window = raster.rowsAtOnce();
    for (int row = 0; row < raster.height(); row += window) {
      int count = Math.min(window, raster.height() - row);
      double[] rows = raster.read(0, 0, row, raster.width(), count);
      for (int k = 0; k < count; k++) {
        readRow(rows, k * raster.width(), row + k, dense);
      }
      progress.report(
          "settle", (row + count) / (double) raster.height(), Double.NaN, Double.NaN, Double.NaN);
    }
    dense.forEachCluster(this::settle);
    for (HexagonGathering.Hexagon hexagon : scattered.hexagons()) {
      LonLat place = locator.lonLat(hexagon.column, hexagon.row);
      drafts.add(
          new BorderJoin.Draft(List.of(place), hexagon.people, hexagon.areaKm2, "scattered"));
    }
    List<Settlement> settlements = new ArrayList<>();
    for (BorderJoin.Placed placed : BorderJoin.join(drafts, countryAt)) {
      settlements.add(settlement(placed));
    }
    settlements.sort(Comparator.comparing(Settlement::id));
    double people = settlements.stream().mapToDouble(Settlement::population).sum();
    return new Extraction(List.copyOf(settlements), peopleInRaster, people, negativeCells);
  }

  private void readRow(double[] values, int from, int row, DenseCells dense) {
    double cellKm2 = Double.NaN;
    double[] at = new double[2];
    for (int column = 0; column < raster.width(); column++) {
      double value = values[from + column];
      if (!(value > 0)) {
        negativeCells += value < 0 ? 1 : 0;
        continue;
      }
      if (Double.isNaN(cellKm2)) {
        cellKm2 = locator.areaKm2(column, row);
      }
      double people = options.cellsArePerKm2() ? value * cellKm2 : value;
      peopleInRaster += people;
      if (people >= options.densityPerKm2() * cellKm2) {
        dense.add(row, column, people);
      } else {
        scatter(at, row, column, people, cellKm2);
      }
    }
  }

  private void scatter(double[] at, int row, int column, double people, double cellKm2) {
    at[0] = column;
    at[1] = row;
    locator.lonLats(at, 1);
    scattered.add(at[0], at[1], row, column, people, cellKm2);
  }

  private void settle(CellRange cluster) {
    double people = cluster.totalPeople();
    if (people < options.minPopulation()) {
      double[] at = new double[2];
      double cellKm2 =
          locator.areaKm2(cluster.column()[cluster.from()], cluster.row()[cluster.from()]);
      for (int k = cluster.from(); k < cluster.to(); k++) {
        scatter(at, cluster.row()[k], cluster.column()[k], cluster.people()[k], cellKm2);
      }
      return;
    }
    String type = people >= 50_000 ? "city" : people >= 5_000 ? "town" : "village";
    for (CellRange part : ClusterSplit.split(cluster, options.maxPopulation())) {
      List<LonLat> places = placesFromCentre(part);
      int first = part.from();
      double areaKm2 = part.cells() * locator.areaKm2(part.column()[first], part.row()[first]);
      drafts.add(new BorderJoin.Draft(places, part.totalPeople(), areaKm2, type));
    }
  }

  /**
   * The cells nearest to the people's centre of gravity, nearest first: always inhabited ones. A
   * hundred are plenty to find one inside a border.
   */
  private List<LonLat> placesFromCentre(CellRange part) {
    double people = part.totalPeople();
    double row = 0;
    double column = 0;
    for (int k = part.from(); k < part.to(); k++) {
      row += part.people()[k] / people * part.row()[k];
      column += part.people()[k] / people * part.column()[k];
    }
    double centreRow = row;
    double centreColumn = column;
    return IntStream.range(part.from(), part.to())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                k -> Math.hypot(part.row()[k] - centreRow, part.column()[k] - centreColumn)))
        .limit(100)
        .map(k -> locator.lonLat(part.column()[k], part.row()[k]))
        .toList();
  }

  private Settlement settlement(BorderJoin.Placed placed) {
    return SettlementBuilder.builder()
        .id(id(placed.country(), placed.place()))
        .location(placed.place())
        .population(placed.people())
        .areaKm2(placed.areaKm2())
        .country(placed.country())
        .modelled(true)
        .attributes(Map.of(TYPE, placed.type()))
        .build();
  }

  /** ISO3 and the place to a ten-thousandth of a degree (11 m), made unique by a suffix. */
  private String id(String country, LonLat place) {
    String base = String.format(Locale.ROOT, "%s%.4f_%.4f", country, place.lon(), place.lat());
    String id = base;
    for (int k = 2; !ids.add(id); k++) {
      id = base + "_" + k;
    }
    return id;
  }
}
