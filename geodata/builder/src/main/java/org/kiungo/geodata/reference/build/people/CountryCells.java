package org.kiungo.geodata.reference.build.people;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.LonLat;

/**
 * One country's part of the grid: whole people that add up to the nation, and the land they share.
 */
final class CountryCells {

  /**
   * People per km² of an urban centre's cells.
   *
   * @see <a href="https://doi.org/10.2785/706535">Eurostat 2021, Degree of urbanisation</a>
   */
  private static final double URBAN_PEOPLE_PER_KM2 = 1500;

  private static final double REMOTE_KM = 10;

  private final PopulationGrid grid;

  /** Cells in ascending order. */
  final int[] cell;

  /** People of each, before anybody is given to a place. */
  final long[] people;

  /** People of each that no place has yet. */
  final long[] rest;

  /** This country's land in each, km². */
  final double[] landKm2;

  private final double[] restKm2;

  /** Middle of that land. */
  final LonLat[] middle;

  private final Map<Integer, Integer> positions = new TreeMap<>();

  /**
   * @param nation whose people the cells are scaled to
   * @param signsOfLife km from the middle of a cell's land to the nearest named place or road
   * @param landShares of all countries together, by cell
   */
  CountryCells(
      PopulationGrid grid,
      CountryLand land,
      CountryFacts nation,
      Map<Integer, Double> landShares,
      ToDoubleFunction<LonLat> signsOfLife) {
    this.grid = grid;
    Map<Integer, CountryLand.Part> parts = land.parts(nation.iso3());
    cell = parts.keySet().stream().mapToInt(c -> c).toArray();
    double[] weights = new double[cell.length];
    landKm2 = new double[cell.length];
    middle = new LonLat[cell.length];
    for (int k = 0; k < cell.length; k++) {
      CountryLand.Part part = parts.get(cell[k]);
      weights[k] = grid.people(cell[k]) * part.share() / landShares.get(cell[k]);
      middle[k] = new LonLat(part.lon(), part.lat());
      landKm2[k] = land.areaKm2(cell[k], part);
      positions.put(cell[k], k);
    }
    gather(
        weights, parts.values().stream().mapToInt(CountryLand.Part::area).toArray(), signsOfLife);
    long nationals = Math.round(nation.population());
    people = Shares.of(nationals, weights);
    rest = people.clone();
    restKm2 = landKm2.clone();
  }

  /**
   * Weighs the cells of each first-level area by how near they are to a sign of life. The grid's
   * sums over an area rest on a census; inside it a model spreads people over any land, most of all
   * over deserts, where they live in a few places (Djibouti). The kernel is that of population
   * potentials, damped at 10 km.
   */
  private void gather(double[] weights, int[] area, ToDoubleFunction<LonLat> signsOfLife) {
    int areas = IntStream.of(area).max().orElse(-1) + 1;
    double[] before = new double[areas];
    double[] after = new double[areas];
    for (int k = 0; k < weights.length; k++) {
      double km = signsOfLife.applyAsDouble(middle[k]);
      before[area[k]] += weights[k];
      weights[k] /= 1 + km * km / (REMOTE_KM * REMOTE_KM);
      after[area[k]] += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] *= before[area[k]] / after[area[k]];
    }
  }

  int size() {
    return cell.length;
  }

  /** Position of the cell that holds a place, else of the nearest one of this country. */
  int at(LonLat place) {
    Integer inside = positions.get(grid.cellAt(place.lon(), place.lat()));
    if (inside != null) {
      return inside;
    }
    int nearest = 0;
    for (int k = 1; k < cell.length; k++) {
      nearest = km(place, k) < km(place, nearest) ? k : nearest;
    }
    return nearest;
  }

  /** Distance of a place from the middle of a cell, km. */
  double km(LonLat place, int k) {
    return Around.km(place, middle[k]);
  }

  /** Positions of the cells whose middle lies within a distance of a place, nearest first. */
  int[] around(LonLat place, double km) {
    return Around.nearestFirst(
        place, km, grid.within(Around.box(place, km)), c -> positions.getOrDefault(c, -1), middle);
  }

  boolean isUrban(int k) {
    return people[k] >= URBAN_PEOPLE_PER_KM2 * landKm2[k];
  }

  /** Takes people out of a cell and returns their part of the land that is left there, km². */
  double take(int k, long count) {
    double land = restKm2[k] * count / rest[k];
    rest[k] -= count;
    restKm2[k] -= land;
    return land;
  }

  int column(int k) {
    return cell[k] % grid.columns();
  }

  int row(int k) {
    return cell[k] / grid.columns();
  }
}
