package org.kiungo.geodata.reference.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.planner.model.value.LonLat;

/**
 * The inside of a built-in place, modelled: parts of some two kilometres that add up to its people,
 * to the person. How many there are and how unlike they are is calibrated; <em>where</em> each lies
 * is not known: more people stand in the wrong part than if all were spread evenly, fewer than if
 * all lived at one point ({@code docs/accuracy.md}).
 *
 * <p>The ground of a place is as much of its cell of five minutes as the land it shares, around its
 * position. It is halved both ways two or three times, down to quarters of about 1.2 km, and people
 * are given to the quarters by shares of gamma variates whose shape follows from the density of the
 * place. At each step the heaviest share lies where the named position is. The figure of a counted
 * town is its own: it fills the quarters around its position first, up to {@value #TOWN_PER_KM2}
 * people/km². Quarters outside the country's land stay empty.
 *
 * <p>Four quarters are a part, at the middle of the fullest of them, or at the named position that
 * it holds; those with fewer than {@value #FEWEST_PEOPLE} people join the nearest part of the
 * place. Its area is that of the quarters with at least {@value #LIVED_ON} people. Places whose
 * land is no wider than a part, those that gather thinly peopled cells, and those with too few
 * people for one part stay whole.
 *
 * <p>Shapes were fitted to the concentration of people at about one kilometre in Lesotho (a raster
 * of 250 m, GHS-POP), Benin and Kenya (settlement clusters of OnSSET and OpenElec), cell by cell of
 * five minutes. One table holds for all countries; the share of a cell's people in its fullest part
 * is met to 16 points, mostly too low, as {@code AccuracyTest} measures.
 */
public final class InsideModel {

  /** Named by plans: another version may give the same places other parts. */
  public static final String VERSION = "1";

  /** Between the id of a place and the number of a part. */
  private static final char PART = '~';

  private static final int CELLS_PER_DEGREE = 12;
  private static final double KM_PER_DEGREE = 111.195; // mean of the sphere of equal volume
  private static final double LON_LAT = 1e4;

  /** Cells from which a place gathers several: it has no inside that is known. */
  private static final double MOST_CELLS = 1.5;

  /** Part of a cell's side from which it is halved three times and twice. */
  private static final double THREE_HALVES = 0.75;

  private static final double TWO_HALVES = 0.375;

  private static final int STEPS = 3;
  private static final double FEWEST_PEOPLE = 50;
  private static final double LIVED_ON = 20;
  private static final double TOWN_PER_KM2 = 5_000;

  /** Density classes from so many people per km², with the shape and its change by the step. */
  private static final double[] DENSITY = {0, 5, 20, 60, 200, 600, 1_500};

  private static final double[] SHAPE = {0.14, 0.21, 0.29, 0.45, 0.71, 1.43, 4.25};
  private static final double[] CHANGE = {0.74, 0.82, 0.87, 0.94, 0.84, 0.98, 1.35};

  private final InhabitedPlace place;
  private final Predicate<LonLat> land;

  /** Quarters along a side. */
  private final int n;

  private final double west;
  private final double south;
  private final double width;
  private final double height;

  private final boolean[] onLand;

  /** The quarter of the place's position. */
  private final int home;

  private InsideModel(InhabitedPlace place, int n, double side, Predicate<LonLat> land) {
    this.place = place;
    this.land = land;
    this.n = n;
    width = side / CELLS_PER_DEGREE;
    height = side / CELLS_PER_DEGREE;
    west = start(place.location().lon(), width);
    south = start(place.location().lat(), height);
    home = quarter(place.location());
    onLand = new boolean[n * n];
  }

  /**
   * The parts of a place in the order of their numbers; their ids are {@code PLACE~number}, the
   * number that of a block of the ground, which stays while the version and the ground do.
   *
   * @param land whether a position lies on the land of the place's country
   * @return the place itself where it stays whole
   */
  static List<InhabitedPlace> parts(InhabitedPlace place, Predicate<LonLat> land) {
    double cells = place.areaKm2() / cellKm2(place.location().lat());
    double side = Math.min(1, StrictMath.sqrt(cells));
    if (cells > MOST_CELLS || side <= TWO_HALVES) {
      return List.of(place);
    }
    return new InsideModel(place, side > THREE_HALVES ? 8 : 4, side, land).parts();
  }

  /** The id of the place of which an id names a part; the same id for a place that is whole. */
  public static String placeOf(String id) {
    int end = id.lastIndexOf(PART);
    return end < 0 ? id : id.substring(0, end);
  }

  /** Whether an id of a built-in place names a part of one. */
  public static boolean isPart(String id) {
    return id.indexOf(PART) >= 0;
  }

  /** SHA-256 of its version and tables. */
  public static String sha256() {
    String tables =
        String.join(
            "\n", Arrays.toString(DENSITY), Arrays.toString(SHAPE), Arrays.toString(CHANGE));
    try {
      byte[] text = (VERSION + "\n" + tables).getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double cellKm2(double lat) {
    double side = KM_PER_DEGREE / CELLS_PER_DEGREE;
    double middle = (Math.floor(lat * CELLS_PER_DEGREE) + 0.5) / CELLS_PER_DEGREE;
    return side * side * StrictMath.cos(StrictMath.toRadians(middle));
  }

  /** Where the ground begins: around the position, but within its cell. */
  private static double start(double at, double side) {
    double cell = Math.floor(at * CELLS_PER_DEGREE) / CELLS_PER_DEGREE;
    double last = cell + 1.0 / CELLS_PER_DEGREE - side;
    return Math.max(cell, Math.min(last, at - side / 2));
  }

  private int quarter(LonLat at) {
    int x = (int) Math.floor((at.lon() - west) / width * n);
    int y = (int) Math.floor((at.lat() - south) / height * n);
    return inside(y) * n + inside(x);
  }

  private int inside(int k) {
    return Math.max(0, Math.min(n - 1, k));
  }

  private LonLat middle(int quarter) {
    return at((quarter % n + 0.5) / n, (quarter / n + 0.5) / n);
  }

  private LonLat at(double east, double north) {
    return new LonLat(
        Math.round((west + east * width) * LON_LAT) / LON_LAT,
        Math.round((south + north * height) * LON_LAT) / LON_LAT);
  }

  private List<InhabitedPlace> parts() {
    findLand();
    double[] people = place.origin() == Origin.COUNTED ? town() : shared();
    int blocks = n / 2;
    double[] held = new double[blocks * blocks];
    for (int q = 0; q < people.length; q++) {
      held[block(q)] += people[q];
    }
    int[] joins = joins(held, blocks);
    int[] numbers = IntStream.range(0, held.length).filter(b -> joins[b] == b).toArray();
    if (numbers.length == 0) {
      return List.of(place);
    }
    double[] sums = new double[held.length];
    for (int b = 0; b < held.length; b++) {
      sums[joins[b]] += held[b];
    }
    long[] whole = whole(numbers, sums);
    int named = named(joins, numbers, whole);
    List<InhabitedPlace> parts = new ArrayList<>();
    for (int k = 0; k < numbers.length; k++) {
      parts.add(part(numbers[k], numbers[k] == named, whole[k], people, joins));
    }
    return parts;
  }

  private InhabitedPlace part(
      int block, boolean named, long residents, double[] people, int[] joins) {
    int fullest = -1;
    int livedOn = 0;
    for (int q = 0; q < people.length; q++) {
      livedOn += joins[block(q)] == block && people[q] >= LIVED_ON ? 1 : 0;
      if (block(q) == block && (fullest < 0 || people[q] > people[fullest])) {
        fullest = q;
      }
    }
    boolean atHome = block(home) == block && isPositionNamed();
    return new InhabitedPlace(
        place.id() + PART + (block + 1),
        place.country(),
        named ? place.name() : "",
        atHome ? place.location() : middle(fullest),
        residents,
        Math.max(1, livedOn) * quarterKm2(),
        place.roadKm(),
        place.origin());
  }

  /** The part that bears the name: the one of the named position, else the fullest. */
  private int named(int[] joins, int[] numbers, long[] whole) {
    if (isPositionNamed()) {
      return joins[block(home)];
    }
    int fullest = 0;
    for (int k = 1; k < whole.length; k++) {
      fullest = whole[k] > whole[fullest] ? k : fullest;
    }
    return numbers[fullest];
  }

  private boolean isPositionNamed() {
    return !place.origin().positionModelled();
  }

  private int block(int quarter) {
    return quarter / n / 2 * (n / 2) + quarter % n / 2;
  }

  private double quarterKm2() {
    int quarters = 0;
    for (boolean each : onLand) {
      quarters += each ? 1 : 0;
    }
    return place.areaKm2() / quarters;
  }

  /** Coasts and borders are looked at quarter by quarter where the ground is not land all over. */
  private void findLand() {
    boolean all = true;
    for (int k = 0; k < 9 && all; k++) {
      all = land.test(at(k % 3 / 2.0, k / 3 / 2.0));
    }
    for (int q = 0; q < onLand.length; q++) {
      onLand[q] = all || q == home || land.test(middle(q));
    }
  }

  /** A counted town: the quarters around its position first. */
  private double[] town() {
    double quarterKm2 = quarterKm2();
    double most = Math.max(TOWN_PER_KM2, place.density()) * quarterKm2;
    double[] people = new double[n * n];
    double left = place.population();
    int[] nearest =
        IntStream.range(0, n * n)
            .filter(q -> onLand[q])
            .boxed()
            .sorted(Comparator.comparingInt(this::fromHome).thenComparing(q -> q))
            .mapToInt(q -> q)
            .toArray();
    for (int q : nearest) {
      people[q] = Math.min(left, most);
      left -= people[q];
    }
    people[nearest[nearest.length - 1]] += left; // what rounding left
    return people;
  }

  /** Squared, in quarters. */
  private int fromHome(int quarter) {
    int east = quarter % n - home % n;
    int north = quarter / n - home / n;
    return east * east + north * north;
  }

  /** People of the quarters by shares of shares. */
  private double[] shared() {
    double density = place.density();
    int k = DENSITY.length - 1;
    while (density < DENSITY[k]) {
      k--;
    }
    double[] shapes = {SHAPE[k] / CHANGE[k], SHAPE[k], SHAPE[k] * CHANGE[k]};
    long seed = GammaShares.number(place.id());
    double[] people = {place.population()};
    int steps = Integer.numberOfTrailingZeros(n);
    for (int step = 0; step < steps; step++) {
      people = halved(people, 1 << step, shapes[STEPS - steps + step], seed);
    }
    return people;
  }

  /** People of areas, m along a side, given to four of each. */
  private double[] halved(double[] people, int m, double shape, long seed) {
    double[] halves = new double[4 * m * m];
    int size = n / m / 2;
    for (int area = 0; area < m * m; area++) {
      double[] shares = shares(new GammaShares(seed + m * m + area), shape, area, m, size);
      for (int k = 0; k < 4; k++) {
        halves[half(area, m, k)] = people[area] * shares[k];
      }
    }
    return halves;
  }

  private static int half(int area, int m, int k) {
    return (area / m * 2 + k / 2) * 2 * m + area % m * 2 + k % 2;
  }

  /** Shares of the four halves of an area, together 1; 0 of those without land. */
  private double[] shares(GammaShares draws, double shape, int area, int m, int size) {
    double[] shares = new double[4];
    boolean[] dry = new boolean[4];
    double sum = 0;
    int lands = 0;
    int own = -1;
    for (int k = 0; k < 4; k++) {
      int half = half(area, m, k);
      int x = half % (2 * m) * size;
      int y = half / (2 * m) * size;
      double drawn = draws.next(shape);
      dry[k] = isLand(x, y, size);
      shares[k] = dry[k] ? drawn : 0;
      lands += dry[k] ? 1 : 0;
      sum += shares[k];
      boolean holds = home % n / size == x / size && home / n / size == y / size;
      own = holds ? k : own;
    }
    for (int k = 0; k < 4; k++) {
      shares[k] = sum > 0 ? shares[k] / sum : dry[k] ? 1.0 / lands : 0;
    }
    if (own >= 0 && isPositionNamed()) {
      int heaviest = 0;
      for (int k = 1; k < 4; k++) {
        heaviest = shares[k] > shares[heaviest] ? k : heaviest;
      }
      double most = shares[heaviest];
      shares[heaviest] = shares[own];
      shares[own] = most;
    }
    return shares;
  }

  private boolean isLand(int x, int y, int size) {
    for (int k = 0; k < size * size; k++) {
      if (onLand[(y + k / size) * n + x + k % size]) {
        return true;
      }
    }
    return false;
  }

  /** The block that each block's people are counted in; −1 for all where none is large enough. */
  private static int[] joins(double[] held, int side) {
    int[] joins = new int[held.length];
    Arrays.fill(joins, -1);
    for (int b = 0; b < held.length; b++) {
      for (int other = 0; other < held.length; other++) {
        boolean large = held[other] >= FEWEST_PEOPLE;
        if (large && (joins[b] < 0 || apart(b, other, side) < apart(b, joins[b], side))) {
          joins[b] = other;
        }
      }
    }
    return joins;
  }

  private static int apart(int one, int other, int side) {
    int east = one % side - other % side;
    int north = one / side - other / side;
    return east * east + north * north;
  }

  /** Whole people, by the largest remainders. */
  private long[] whole(int[] numbers, double[] sums) {
    long[] whole = new long[numbers.length];
    long left = place.population();
    for (int k = 0; k < whole.length; k++) {
      whole[k] = (long) sums[numbers[k]];
      left -= whole[k];
    }
    int[] order =
        IntStream.range(0, whole.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer k) -> whole[k] - sums[numbers[k]])
                    .thenComparing(k -> k))
            .mapToInt(k -> k)
            .toArray();
    for (int k = 0; left > 0; k = (k + 1) % order.length) {
      whole[order[k]]++;
      left--;
    }
    return whole;
  }
}
