package org.kiungo.geodata.feed;

import java.util.List;
import org.kiungo.geodata.settle.NearestFeature;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * How far places are from the power grid: to the nearest line on the ellipsoid. A line that nobody
 * drew is not known to be absent, so a place outside the box of what every source draws around the
 * places stays unknown, unless a line ends near it: the grid is at most that far then. What the row
 * of a place states goes before what lines say.
 */
final class GridDistances {

  /** How far beyond the places lines still tell what a source covers: about 100 km. */
  private static final double AROUND_DEGREES = 1;

  /** So near a line tells of places beyond its end, km: the next village or town. */
  private static final double NEAR_KM = 20;

  private GridDistances() {}

  /** The places in their order, with what sources of lines tell. */
  static List<Settlement> over(List<Settlement> places, List<Ranked<List<LonLat>>> sources) {
    if (sources.isEmpty()) {
      return places;
    }
    NearestFeature nearest = new NearestFeature();
    sources.stream().flatMap(each -> each.records().stream()).forEach(line -> add(line, nearest));
    nearest.prepare();
    Envelope around = new Envelope();
    places.forEach(each -> around.expandToInclude(at(each.location())));
    around.expandBy(AROUND_DEGREES);
    List<Envelope> known = sources.stream().map(each -> extent(each, around)).toList();
    return places.parallelStream().map(each -> told(each, known, nearest)).toList();
  }

  private static Settlement told(Settlement place, List<Envelope> known, NearestFeature nearest) {
    LonLat at = place.location();
    if (!Double.isNaN(place.distanceToGridKm())) {
      return place;
    }
    double distanceKm = nearest.distanceKm(at);
    boolean told = distanceKm <= NEAR_KM || known.stream().anyMatch(each -> each.contains(at(at)));
    return told ? place.withDistanceToGridKm(distanceKm) : place;
  }

  private static void add(List<LonLat> line, NearestFeature nearest) {
    for (int k = 1; k < line.size(); k++) {
      LonLat from = line.get(k - 1);
      LonLat to = line.get(k);
      nearest.add(from.lon(), from.lat(), to.lon(), to.lat());
    }
  }

  private static Coordinate at(LonLat place) {
    return new Coordinate(place.lon(), place.lat());
  }

  private static Envelope extent(Ranked<List<LonLat>> source, Envelope around) {
    Envelope extent = new Envelope();
    for (List<LonLat> line : source.records()) {
      for (int k = 1; k < line.size(); k++) {
        Envelope piece = new Envelope(at(line.get(k - 1)), at(line.get(k)));
        extent.expandToInclude(piece.intersection(around));
      }
    }
    return extent;
  }
}
