package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.SpeedTiles;
import org.kiungo.geodata.reference.people.CoverageModel;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Mobile speed tests as evidence of who is served today: a floor, since a tile without a test is
 * not one without a network. A test of at least {@link SpeedTiles#LEAST_KBPS} shows that some mast
 * of broadband serves its tile; the tests say neither where it stands nor whose it is. Of a place
 * on whose ground such tiles lie, people spread evenly over it,
 *
 * <ul>
 *   <li>at the least those in the tiles are served: the share of the ground that the tiles hold,
 *   <li>likely those as near to a tile as a mast, which may stand anywhere within its reach, is on
 *       average for all of its users: half of {@link CoverageModel#REACH_KM},
 *   <li>at the most those whom a mast in a tile would reach: within {@link CoverageModel#REACH_KM}.
 * </ul>
 *
 * <p>Each of the three raises its like of a modelled share and lowers none. What a place's own row
 * or an operator's area states stays, but is not below the least. The circle of a place's ground is
 * that of {@link CoverageBaseline}. Half of the reach is an assumption without a source.
 */
public final class MeasuredTiles {

  /** Attribute of a settlement: how many tiles of fast tests lie on its ground. */
  public static final String ATTRIBUTE = "measuredTiles";

  /** Attribute of a settlement: how many tests they hold. */
  public static final String TESTS = "measuredTests";

  private static final double LIKELY_KM = CoverageModel.REACH_KM / 2;

  /** Points over which a ground is looked at: shares come in steps of one in so many. */
  private static final int POINTS = 400;

  /**
   * Between neighbours of a sunflower, by which points spread evenly over a circle (Vogel 1979).
   */
  private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

  private static final double KM_PER_DEGREE = 111.195; // mean of the sphere of equal volume

  private final STRtree tiles = new STRtree();
  private final CoverageBaseline ground;
  private final boolean any;

  /**
   * @param areas of which those that were measured and fast count, a tile of several once
   */
  public MeasuredTiles(List<CoverageArea> areas) {
    Map<Envelope, CoverageArea> fast = new HashMap<>();
    for (CoverageArea each : areas) {
      if (each.isMeasured() && each.measured().isBroad()) {
        Envelope box = each.area().getEnvelopeInternal();
        fast.merge(box, each, MeasuredTiles::moreTests);
      }
    }
    List<CoverageArea> served = new ArrayList<>();
    fast.forEach(
        (box, each) -> {
          tiles.insert(box, each);
          served.add(new CoverageArea(each.id(), "4G", each.area()));
        });
    tiles.build();
    ground = new CoverageBaseline(served);
    any = !served.isEmpty();
  }

  /** Whether areas are of tests alone, so that no other area tells where service ends. */
  public static boolean areAll(List<CoverageArea> areas) {
    return !areas.isEmpty() && areas.stream().allMatch(CoverageArea::isMeasured);
  }

  /**
   * Areas of a file about which nobody can be asked.
   *
   * @throws InputRefused {@code coverage.tests} for tests of which the file does not say that they
   *     ran over mobile networks
   */
  public static List<CoverageArea> ofMobile(String file, List<LayerFeature> rows) {
    List<Map<String, String>> tests =
        rows.stream()
            .map(LayerFeature::columns)
            .filter(each -> SpeedTiles.is(each.keySet()))
            .toList();
    boolean said = SpeedTiles.access(List.of(file), tests) == SpeedTiles.Access.MOBILE;
    if (!tests.isEmpty() && !said) {
      throw new InputRefused("coverage.tests", "file", file);
    }
    return rows.stream()
        .map(each -> CoverageArea.of(each.id(), each.columns(), each.geometry()))
        .toList();
  }

  private static CoverageArea moreTests(CoverageArea one, CoverageArea other) {
    return other.measured().tests() > one.measured().tests() ? other : one;
  }

  /** The settlements in the same order, raised where tests were fast. */
  List<Settlement> over(List<Settlement> settlements) {
    return settlements.stream().map(this::raised).toList();
  }

  /** A settlement, raised where tests on its ground were fast; itself where none were. */
  public Settlement raised(Settlement place) {
    List<CoverageArea> own = any ? on(place) : List.of();
    if (own.isEmpty()) {
      return place;
    }
    double low = ground.ratio(place);
    double likely = Math.max(low, within(place, own, LIKELY_KM));
    double high = Math.max(likely, within(place, own, CoverageModel.REACH_KM));
    Settlement told = place.withAttributes(attributes(place, own));
    double known = place.baselineCoverageRatio();
    if (!Double.isNaN(known) && !place.baselineModelled()) {
      return low > known ? told.withBaseline(low) : told;
    }
    double least = Math.max(low, zeroOr(place.baselineLowRatio()));
    double middle = Math.max(Math.max(likely, least), zeroOr(known));
    double most = Math.max(Math.max(high, middle), zeroOr(place.baselineHighRatio()));
    return told.with()
        .baselineCoverageRatio(middle)
        .baselineLowRatio(least)
        .baselineHighRatio(most)
        .baselineModelled(true)
        .build();
  }

  private static double zeroOr(double ratio) {
    return Double.isNaN(ratio) ? 0 : ratio;
  }

  private static Map<String, String> attributes(Settlement place, List<CoverageArea> own) {
    Map<String, String> attributes = new HashMap<>(place.attributes());
    long tests = own.stream().mapToLong(each -> each.measured().tests()).sum();
    attributes.put(ATTRIBUTE, own.size() + "");
    attributes.put(TESTS, tests + "");
    return attributes;
  }

  /** Tiles on the ground of a place. */
  private List<CoverageArea> on(Settlement place) {
    List<CoverageArea> found = new ArrayList<>();
    for (Object each : tiles.query(CoverageBaseline.ground(place).getEnvelopeInternal())) {
      CoverageArea tile = (CoverageArea) each;
      if (tile.area().intersects(CoverageBaseline.ground(place))) {
        found.add(tile);
      }
    }
    return found;
  }

  /** Share of a place's ground so near to a tile, 0–1. */
  private static double within(Settlement place, List<CoverageArea> own, double km) {
    double radiusKm = CoverageBaseline.radiusKm(place);
    List<Envelope> boxes = own.stream().map(each -> each.area().getEnvelopeInternal()).toList();
    int near = 0;
    for (int k = 0; k < POINTS; k++) {
      double awayKm = radiusKm * StrictMath.sqrt((k + 0.5) / POINTS);
      LonLat at = moved(place.location(), awayKm, k * GOLDEN_ANGLE);
      near += boxes.stream().anyMatch(box -> km(at, box) <= km) ? 1 : 0;
    }
    return (double) near / POINTS;
  }

  private static LonLat moved(LonLat from, double km, double angle) {
    double lat = km / KM_PER_DEGREE;
    double lon = lat / Math.max(0.01, StrictMath.cos(StrictMath.toRadians(from.lat())));
    return new LonLat(
        from.lon() + lon * StrictMath.cos(angle), from.lat() + lat * StrictMath.sin(angle));
  }

  private static double km(LonLat at, Envelope box) {
    double lon = Math.max(box.getMinX(), Math.min(box.getMaxX(), at.lon()));
    double lat = Math.max(box.getMinY(), Math.min(box.getMaxY(), at.lat()));
    return at.distanceKm(new LonLat(lon, lat));
  }
}
