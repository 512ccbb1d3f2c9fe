package org.kiungo.geodata.reference.people;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Who has 4G today, modelled as the masts that give it: operators go where people are dense and
 * roads lead. Places are taken in the order of
 *
 * <pre>  s = ln(people within 5 km / (π · 25 km²) + 0.1) − min(roadKm, 100) / 20</pre>
 *
 * the highest first, of equals the lower id. Whichever no mast reaches yet gets one, which covers
 * all places within {@value #REACH_KM} km that are not covered; these are its group. Masts stand
 * until the people of their groups are the share that the country publishes: those of whole groups
 * are covered, of the last one such a part that the sum is exact, of all others nobody. So whoever
 * is within reach of a mast that stands is covered, and a plan gains nobody twice.
 *
 * <p>The 5 km, 20 km and 100 km are assumptions without a source: they decide who is covered, not
 * how many are.
 */
public final class CoverageModel {

  /** How far a mast covers: {@code reachKm} of {@code lte-macro} in the built-in catalogue. */
  public static final double REACH_KM = 8;

  private static final double CROWD_KM = 5;
  private static final double CROWD_KM2 = Math.PI * CROWD_KM * CROWD_KM;
  private static final double ROAD_KM = 20;
  private static final double FARTHEST_KM = 100;
  private static final double LEAST_DENSITY = 0.1;

  /** Bounds of the kilometres of a degree, of longitude at the equator, in Africa's latitudes. */
  private static final double LEAST_NORTH_KM = 110.5;

  private static final double LEAST_EAST_KM = 111.3;
  private static final double MOST_KM = 111.7;

  /** Geodesics of a few kilometres bend towards the pole by less than this. */
  private static final double BEND = 0.998;

  private static final int NONE = -1;

  /** By latitude, so that whoever is near stands near by. */
  private final InhabitedPlace[] places;

  private final double[] lat;
  private final double[] lon;
  private final double[] cosLat;

  /** The place at which the mast stands that covers a place. */
  private final int[] mast;

  /** People of the groups before that of a mast. */
  private final long[] before;

  /** People of the group of a mast. */
  private final long[] group;

  private final long all;

  private CoverageModel(InhabitedPlace[] places) {
    this.places = places;
    lat = Arrays.stream(places).mapToDouble(p -> p.location().lat()).toArray();
    lon = Arrays.stream(places).mapToDouble(p -> p.location().lon()).toArray();
    cosLat = Arrays.stream(lat).map(each -> StrictMath.cos(StrictMath.toRadians(each))).toArray();
    mast = new int[places.length];
    Arrays.fill(mast, NONE);
    before = new long[places.length];
    group = new long[places.length];
    long reached = 0;
    for (int m : inOrder()) {
      if (mast[m] == NONE) {
        before[m] = reached;
        around(m, REACH_KM, place -> join(place, m));
        reached += group[m];
      }
    }
    all = reached;
  }

  /** Coverage of all places of a country, in the order of latitudes. */
  static List<PlaceCoverage> of(List<InhabitedPlace> inhabited, CoverageToday report) {
    CoverageModel model =
        new CoverageModel(
            inhabited.stream()
                .sorted(
                    Comparator.comparingDouble((InhabitedPlace p) -> p.location().lat())
                        .thenComparing(InhabitedPlace::id))
                .toArray(InhabitedPlace[]::new));
    return IntStream.range(0, inhabited.size()).mapToObj(k -> model.coverage(k, report)).toList();
  }

  private PlaceCoverage coverage(int place, CoverageToday report) {
    return new PlaceCoverage(
        places[place],
        ratio(place, report.ratio()),
        ratio(place, report.lowRatio()),
        ratio(place, report.highRatio()),
        mast[place] == place);
  }

  /** Share of a place's people covered where a share of the nation's is. */
  private double ratio(int place, double share) {
    int m = mast[place];
    return Math.max(0, Math.min(1, (share * all - before[m]) / group[m]));
  }

  private void join(int place, int m) {
    if (mast[place] == NONE) {
      mast[place] = m;
      group[m] += places[place].population();
    }
  }

  private int[] inOrder() {
    double[] scores = new double[places.length];
    long[] crowd = new long[places.length];
    for (int k = 0; k < places.length; k++) {
      int at = k;
      around(k, CROWD_KM, near -> crowd[at] += places[near].population());
      scores[k] = score(crowd[k], places[k].roadKm());
    }
    return IntStream.range(0, places.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer k) -> -scores[k])
                .thenComparing(k -> places[k].id()))
        .mapToInt(k -> k)
        .toArray();
  }

  /**
   * How attractive a place is to an operator.
   *
   * @param crowd people within 5 km, ≥ 0
   * @param roadKm ≥ 0; NaN where a country has no road in the data: the term is left out
   */
  static double score(double crowd, double roadKm) {
    double far = Double.isNaN(roadKm) ? 0 : Math.min(roadKm, FARTHEST_KM) / ROAD_KM;
    return StrictMath.log(crowd / CROWD_KM2 + LEAST_DENSITY) - far;
  }

  /** Tells each place within a distance of one, that one too. */
  private void around(int at, double km, IntConsumer each) {
    double degrees = km / LEAST_NORTH_KM;
    for (int k = at; k >= 0 && lat[at] - lat[k] <= degrees; k--) {
      if (isWithin(at, k, km)) {
        each.accept(k);
      }
    }
    for (int k = at + 1; k < places.length && lat[k] - lat[at] <= degrees; k++) {
      if (isWithin(at, k, km)) {
        each.accept(k);
      }
    }
  }

  /** Geodesic lengths are worked out only where bounds of them do not decide. */
  private boolean isWithin(int one, int other, double km) {
    double north = lat[one] - lat[other];
    double east = lon[one] - lon[other];
    double leastCos = Math.min(cosLat[one], cosLat[other]);
    double mostCos = Math.max(cosLat[one], cosLat[other]);
    if (BEND * length(LEAST_NORTH_KM * north, LEAST_EAST_KM * leastCos * east) > km) {
      return false;
    }
    return length(MOST_KM * north, MOST_KM * mostCos * east) <= km
        || places[one].location().distanceKm(places[other].location()) <= km;
  }

  private static double length(double northKm, double eastKm) {
    return Math.sqrt(northKm * northKm + eastKm * eastKm);
  }
}
