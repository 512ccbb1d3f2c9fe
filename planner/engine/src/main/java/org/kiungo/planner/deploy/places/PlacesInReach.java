package org.kiungo.planner.deploy.places;

import java.util.Arrays;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.model.value.LonLat;

/**
 * Places where a site that serves one settlement may stand: its own, the nearest, those with most
 * people who lack service and the nearest towers within reach, as many as {@link Granularity} says.
 * Mixing near and populous places measurably beats nearest places alone. They lie in the
 * settlement's own country; as many in others are found apart, where sites may serve abroad.
 * Reusable: one instance per thread, one settlement at hand at a time.
 */
public final class PlacesInReach {

  /** Least kilometres per degree of latitude, and of longitude at the equator, on the ellipsoid. */
  private static final double LEAST_NORTH_KM = 110.5;

  private static final double LEAST_EAST_KM = 111.3;

  /** Geodesics bend towards the pole; over distances up to {@link #SHORT_DEG} by less than this. */
  private static final double BEND = 0.998;

  private static final double SHORT_DEG = 1;
  private static final double POLAR_COS = 0.34;
  private static final long NONE = Long.MAX_VALUE;

  private final BuildPlaces places;
  private final double[] unservedPeople;
  private final double farthestKm;

  /** True when places in other countries are looked for in place of those in its own. */
  private final boolean abroad;

  private int settlement;
  private Plane plane;

  /** Settlements around, the one at hand left out, as (rounded distance, index). */
  private long[] around = new long[64];

  private int count;
  private final long[] nearest;
  private final long[] towers;
  private final long[] populous;
  private final int[] chosen;

  /**
   * @param unservedPeople people without service, per settlement
   * @param farthestKm largest reach that will be asked for
   */
  public PlacesInReach(
      BuildPlaces places, double[] unservedPeople, double farthestKm, Granularity granularity) {
    this(places, unservedPeople, farthestKm, granularity, false);
  }

  private PlacesInReach(
      BuildPlaces places,
      double[] unservedPeople,
      double farthestKm,
      Granularity granularity,
      boolean abroad) {
    this.abroad = abroad;
    this.places = places;
    this.unservedPeople = unservedPeople;
    this.farthestKm = farthestKm;
    nearest = new long[granularity.nearest()];
    towers = new long[granularity.towers()];
    populous = new long[granularity.populous()];
    chosen = new int[1 + nearest.length + towers.length + populous.length];
  }

  /** As the constructor, of places in other countries alone. */
  public static PlacesInReach abroad(
      BuildPlaces places, double[] unservedPeople, double farthestKm, Granularity granularity) {
    return new PlacesInReach(places, unservedPeople, farthestKm, granularity, true);
  }

  /** Makes a settlement the one at hand. */
  public void takeUp(int at) {
    settlement = at;
    count = 0;
    Arrays.fill(nearest, NONE);
    Arrays.fill(towers, NONE);
    plane = abroad ? places.plane() : places.home(at);
    plane.around(at, farthestKm, this::add);
  }

  private void add(int v) {
    if (v == settlement || abroad && !places.areApart(settlement, v)) {
      return;
    }
    long key = Math.round(Math.sqrt(plane.squareDeg(settlement, v)) * 1e8) << 31 | v;
    if (v >= places.settlements()) {
      insert(key, towers);
      return;
    }
    insert(key, nearest);
    if (count == around.length) {
      around = Arrays.copyOf(around, 2 * count);
    }
    around[count++] = key;
  }

  private static void insert(long key, long[] least) {
    int at = least.length - 1;
    if (key >= least[at]) {
      return;
    }
    while (at > 0 && key < least[at - 1]) {
      least[at] = least[at - 1];
      at--;
    }
    least[at] = key;
  }

  private static int place(long key) {
    return (int) (key & Integer.MAX_VALUE);
  }

  /** Chosen places within a reach, ascending. */
  public int[] within(double reachKm) {
    chosen[0] = settlement;
    int size = nearest(nearest, reachKm, abroad ? 0 : 1);
    size = nearest(towers, reachKm, size);
    size = mostPopulous(reachKm, size);
    Arrays.sort(chosen, 0, size);
    int distinct = Math.min(1, size);
    for (int k = 1; k < size; k++) {
      if (chosen[k] != chosen[distinct - 1]) {
        chosen[distinct++] = chosen[k];
      }
    }
    return Arrays.copyOf(chosen, distinct);
  }

  private int nearest(long[] sorted, double reachKm, int from) {
    int size = from;
    for (int k = 0; k < sorted.length && sorted[k] < NONE; k++) {
      if (!reaches(place(sorted[k]), reachKm)) {
        break;
      }
      chosen[size++] = place(sorted[k]);
    }
    return size;
  }

  private int mostPopulous(double reachKm, int from) {
    int found = 0;
    for (int k = 0; k < count; k++) {
      long key = around[k];
      boolean among = found < populous.length || before(key, populous[found - 1]);
      if (among && reaches(place(key), reachKm)) {
        int at = found < populous.length ? found++ : populous.length - 1;
        while (at > 0 && before(key, populous[at - 1])) {
          populous[at] = populous[at - 1];
          at--;
        }
        populous[at] = key;
      }
    }
    for (int k = 0; k < found; k++) {
      chosen[from + k] = place(populous[k]);
    }
    return from + found;
  }

  /** More people first, of equals the nearer. */
  private boolean before(long key, long other) {
    double people = unservedPeople[place(key)];
    double others = unservedPeople[place(other)];
    return people > others || (people == others && key < other);
  }

  private boolean reaches(int place, double reachKm) {
    return mostKm(place) <= reachKm
        || (leastKm(place) <= reachKm
            && places.location(settlement).distanceKm(places.location(place)) <= reachKm);
  }

  /**
   * Never below the geodesic length of a short distance: the ellipsoid's largest degrees, taken
   * along the parallel nearer to the equator. With {@link #leastKm} it spares nearly all geodesic
   * computations.
   */
  private double mostKm(int place) {
    boolean across = plane.y(settlement) * plane.y(place) <= 0;
    double cos = across ? 1 : Math.max(places.cosLat(settlement), places.cosLat(place));
    return km(place, 111.7, 111.4 * cos);
  }

  /** Never above it: the smallest degrees, along the parallel farther from the equator. */
  private double leastKm(int place) {
    LonLat a = places.location(settlement);
    LonLat b = places.location(place);
    double cos = Math.min(places.cosLat(settlement), places.cosLat(place));
    boolean known =
        cos > POLAR_COS
            && Math.abs(a.lon() - b.lon()) < SHORT_DEG
            && Math.abs(a.lat() - b.lat()) < SHORT_DEG;
    return known ? BEND * km(place, LEAST_NORTH_KM, LEAST_EAST_KM * cos) : 0;
  }

  private double km(int place, double kmPerDegNorth, double kmPerDegEast) {
    LonLat a = places.location(settlement);
    LonLat b = places.location(place);
    double northKm = kmPerDegNorth * (a.lat() - b.lat());
    double eastKm = kmPerDegEast * (a.lon() - b.lon());
    return Math.sqrt(northKm * northKm + eastKm * eastKm);
  }
}
