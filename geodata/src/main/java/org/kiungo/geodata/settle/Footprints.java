package org.kiungo.geodata.settle;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The ground of all settlements, found by place: what streaming joins look features up in. It is
 * the settlement's own area where that is known, else a circle of its size.
 */
final class Footprints {

  /** Places of a circle, in radii: the centre and two rings of eight. */
  private static final double[][] CIRCLE = circle();

  /** Places of an area, at least and at most; a bit each in an int. */
  private static final int FEWEST = 17;

  private static final int MOST = 31;
  private static final int FINEST_GRID = 64;

  private final SettlementFootprint[] footprint;
  private final Geometry[] ground;
  private final IndexedPointInAreaLocator[] locator;
  private final Coordinate[][] samples;
  private final PackedIndex index;

  /**
   * @param ground by settlement, in WGS 84; null elements where it is not known; empty = nowhere
   * @param leastRadiusKm footprints are found within this distance of their centre too, ≥ 0
   */
  Footprints(List<Settlement> settlements, List<Geometry> ground, double leastRadiusKm) {
    int count = settlements.size();
    footprint = new SettlementFootprint[count];
    this.ground = new Geometry[count];
    locator = new IndexedPointInAreaLocator[count];
    samples = new Coordinate[count][];
    double[] bounds = new double[4 * count];
    for (int i = 0; i < count; i++) {
      footprint[i] = SettlementFootprint.of(settlements.get(i));
      LonLat centre = footprint[i].centre();
      Geometry area = ground.isEmpty() ? null : ground.get(i);
      boolean known = area != null && area.getDimension() == 2 && area.isValid();
      this.ground[i] = known ? area : null;
      double radiusKm = Math.max(known ? 0 : footprint[i].radiusKm(), leastRadiusKm);
      SettlementFootprint found = new SettlementFootprint(centre, radiusKm);
      // a hundredth wider, so that no place at its rim is missed by the box
      double lon = 1.01 * found.degreesLon();
      double lat = 1.01 * found.degreesLat();
      Envelope box =
          new Envelope(
              centre.lon() - lon, centre.lon() + lon, centre.lat() - lat, centre.lat() + lat);
      if (known) {
        box.expandToInclude(area.getEnvelopeInternal());
      }
      bounds[4 * i] = box.getMinX();
      bounds[4 * i + 1] = box.getMinY();
      bounds[4 * i + 2] = box.getMaxX();
      bounds[4 * i + 3] = box.getMaxY();
    }
    index = new PackedIndex(bounds, count);
  }

  LonLat centre(int settlement) {
    return footprint[settlement].centre();
  }

  /** Whether a place lies on the settlement's ground. */
  boolean covers(int settlement, Coordinate at) {
    if (ground[settlement] == null) {
      double km = footprint[settlement].centre().distanceKm(new LonLat(at.x, at.y));
      return km <= footprint[settlement].radiusKm();
    }
    if (locator[settlement] == null) {
      locator[settlement] = new IndexedPointInAreaLocator(ground[settlement]);
    }
    return locator[settlement].locate(at) != Location.EXTERIOR;
  }

  /** 17 to 31 places of equal weight spread over the settlement's ground. */
  Coordinate[] samples(int settlement) {
    if (samples[settlement] == null) {
      samples[settlement] =
          ground[settlement] == null ? ofCircle(footprint[settlement]) : ofArea(settlement);
    }
    return samples[settlement];
  }

  private static Coordinate[] ofCircle(SettlementFootprint circle) {
    return Arrays.stream(CIRCLE)
        .map(
            at ->
                new Coordinate(
                    circle.centre().lon() + at[0] * circle.degreesLon(),
                    circle.centre().lat() + at[1] * circle.degreesLat()))
        .toArray(Coordinate[]::new);
  }

  /** Middles of the cells of the coarsest grid that has enough of them inside, evenly thinned. */
  private Coordinate[] ofArea(int settlement) {
    Coordinate[] inside = {};
    for (int side = 5; side <= FINEST_GRID && inside.length < FEWEST; side++) {
      inside = inside(settlement, side);
    }
    if (inside.length == 0) {
      return new Coordinate[] {ground[settlement].getInteriorPoint().getCoordinate()};
    }
    Coordinate[] all = inside;
    int kept = Math.min(MOST, all.length);
    Coordinate[] some = new Coordinate[kept];
    Arrays.setAll(some, k -> all[(int) ((k + 0.5) * all.length / kept)]);
    return some;
  }

  private Coordinate[] inside(int settlement, int side) {
    Envelope box = ground[settlement].getEnvelopeInternal();
    Coordinate[] inside = new Coordinate[side * side];
    int count = 0;
    for (int k = 0; k < inside.length; k++) {
      double x = box.getMinX() + (k % side + 0.5) / side * box.getWidth();
      double y = box.getMinY() + (k / side + 0.5) / side * box.getHeight();
      Coordinate at = new Coordinate(x, y);
      if (covers(settlement, at)) {
        inside[count++] = at;
      }
    }
    return Arrays.copyOf(inside, count);
  }

  void touching(Envelope box, IntConsumer found) {
    index.query(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), found);
  }

  private static double[][] circle() {
    double[][] places = new double[17][];
    places[0] = new double[] {0, 0};
    // radii that halve the areas between the rings, so that every place stands for the same area
    double[] radii = {Math.sqrt(5.0 / 17), Math.sqrt(13.0 / 17)};
    for (int k = 0; k < 16; k++) {
      double radius = radii[k / 8];
      double angle = Math.PI / 4 * (k % 8 + (k < 8 ? 0 : 0.5));
      places[k + 1] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
    }
    return places;
  }
}
