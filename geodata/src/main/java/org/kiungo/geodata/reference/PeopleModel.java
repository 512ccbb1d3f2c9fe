package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.geodata.reference.EqualAreaPlane.Position;
import org.kiungo.geodata.reference.HexagonGrid.Cell;
import org.kiungo.planner.model.LonLat;

/**
 * Spreads the people whom no named place holds. A hexagon's weight is
 *
 * <pre>  w = area · Σ_p √P_p / (d_p² + 10²)</pre>
 *
 * over the country's named places p, P_p their people (5,000 where not known) and d_p the distance
 * in km: the gravity idea of population potentials, damped near the centre so that a city does not
 * draw everybody to its fence, and with the root so that capitals do not draw the whole country.
 *
 * <p>Checked against WorldPop 2020 at 1/6° (afrilearndata {@code afripop2020}, CC BY 4.0) in the
 * countries large enough, named places included: 37 % of people stand in another cell of 1/6°
 * (about 18 km) than in WorldPop and 21 % in another block of 1°; spread evenly it would be 48 %
 * and 35 %. Exponents and damping were chosen among 60 combinations on that raster, whose better
 * half differs by a few points only; {@code PeopleModelAgainstWorldPopTest} repeats the comparison.
 *
 * @see <a href="https://doi.org/10.2307/2087063">Zipf 1946, The P1 P2 / D hypothesis</a>
 */
final class PeopleModel {

  private static final double ASSUMED_PEOPLE = 5000;
  private static final double DAMPING_KM = 10;

  private PeopleModel() {}

  /**
   * @param people national population
   * @param places named places of the country
   * @return cells sorted by id; their people and those of the places add up to {@code people},
   *     unless the places alone hold more
   */
  static List<PeopleCell> spread(long people, List<PopulatedPlace> places, HexagonGrid grid) {
    double named = places.stream().mapToDouble(PopulatedPlace::population).filter(p -> p > 0).sum();
    long others = Math.max(0, people - Math.round(named));
    List<Cell> cells = grid.cells();
    long[] shares = wholeShares(others, weights(cells, places, grid.plane()));
    List<PeopleCell> peopled = new ArrayList<>();
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] > 0) {
        peopled.add(cell(cells.get(k), shares[k]));
      }
    }
    peopled.sort(Comparator.comparing(PeopleCell::id));
    return List.copyOf(peopled);
  }

  private static PeopleCell cell(Cell cell, long people) {
    String country = cell.district().country();
    LonLat place = cell.location();
    return new PeopleCell(
        country + "_" + place.lon() + "_" + place.lat(),
        country,
        cell.district().code(),
        place,
        cell.areaKm2(),
        people);
  }

  private static double[] weights(
      List<Cell> cells, List<PopulatedPlace> places, EqualAreaPlane plane) {
    double[] mass = new double[places.size()];
    Position[] at = new Position[places.size()];
    for (int p = 0; p < mass.length; p++) {
      PopulatedPlace place = places.get(p);
      mass[p] = Math.sqrt(place.population() > 0 ? place.population() : ASSUMED_PEOPLE);
      at[p] = plane.forward(place.location().lon(), place.location().lat());
    }
    return cells.stream()
        .mapToDouble(c -> c.areaKm2() * potential(c.position(), mass, at))
        .toArray();
  }

  private static double potential(Position cell, double[] mass, Position[] at) {
    double sum = 0;
    for (int p = 0; p < mass.length; p++) {
      double east = cell.x() - at[p].x();
      double north = cell.y() - at[p].y();
      sum += mass[p] / (east * east + north * north + DAMPING_KM * DAMPING_KM);
    }
    return sum;
  }

  /** Splits a whole number by weight into whole numbers with the same sum: largest remainders. */
  static long[] wholeShares(long whole, double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    long[] shares = new long[weights.length];
    double[] remainders = new double[weights.length];
    long left = whole;
    for (int k = 0; k < weights.length; k++) {
      double share = whole * (weights[k] / total);
      shares[k] = (long) share;
      remainders[k] = share - shares[k];
      left -= shares[k];
    }
    int[] byRemainder =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -remainders[k]).thenComparing(k -> k))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < left; k++) {
      shares[byRemainder[k]]++;
    }
    return shares;
  }
}
