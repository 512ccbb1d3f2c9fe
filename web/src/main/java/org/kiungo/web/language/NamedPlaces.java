package org.kiungo.web.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the named place nearest to one without a name, so that people need not read codes. */
public final class NamedPlaces {

  /**
   * Built-in places that GeoNames does not list: a health site or the town next to them lends its
   * name. What an import names is not modelled.
   */
  private static final Pattern LENT = Pattern.compile("[A-Z]{3}(_-?\\d+(\\.\\d+)?){2}(~\\d+)?");

  private final STRtree tree = new STRtree();

  /** Degrees of longitude are shorter than those of latitude by this much here. */
  private final double lonScale;

  /**
   * A place near another.
   *
   * @param name its name
   * @param distanceKm geodesic
   */
  public record Near(String name, double distanceKm) {}

  /** Whether a name is that of something near a place, as {@code place-index.js} tells it too. */
  public static boolean isLent(Settlement at) {
    return at.modelled() && !at.name().isEmpty() && LENT.matcher(at.id()).matches();
  }

  public NamedPlaces(List<Settlement> places, double middleLat) {
    lonScale = Math.cos(Math.toRadians(middleLat));
    Set<String> towns =
        places.stream()
            .filter(each -> !isLent(each))
            .map(Settlement::name)
            .collect(Collectors.toSet());
    for (Settlement each : places) {
      // a town is where it is itself, not where it lends its name; a health site is there
      if (!each.name().isEmpty() && !(isLent(each) && towns.contains(each.name()))) {
        tree.insert(envelope(each.location()), each);
      }
    }
    tree.build();
  }

  private Envelope envelope(LonLat place) {
    return new Envelope(new Coordinate(place.lon() * lonScale, place.lat()));
  }

  /** The nearest named place; null when there is none. */
  public Near nearest(LonLat place) {
    if (tree.isEmpty()) {
      return null;
    }
    Envelope here = envelope(place);
    Settlement found =
        (Settlement)
            tree.nearestNeighbour(
                here, place, (a, b) -> envelopeOf(a.getItem()).distance(envelopeOf(b.getItem())));
    return new Near(found.name(), found.location().distanceKm(place));
  }

  private Envelope envelopeOf(Object item) {
    return envelope(item instanceof Settlement known ? known.location() : (LonLat) item);
  }
}
