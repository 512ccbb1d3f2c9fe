package org.kiungo.geodata.problem;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which people of a country areas of coverage hold, of those that Kiungo carries: enough to tell
 * areas of the whole country from areas of a part of it. Areas stream by, none is kept.
 */
public final class CoverageReach {

  /**
   * Areas that hold less of the published share of people than this are a part of the country's.
   */
  public static final double LEAST = 0.5;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final STRtree places = new STRtree();
  private final Set<String> held = new HashSet<>();
  private final List<InhabitedPlace> all;

  private record Place(String id, Point point) {}

  /**
   * @param iso3 ISO 3166-1 alpha-3; of a country that is not carried nobody is held
   */
  public CoverageReach(String iso3) {
    all = published(iso3).isPresent() ? Reference.builtIn().people().places(iso3) : List.of();
    for (InhabitedPlace each : all) {
      Coordinate at = new Coordinate(each.location().lon(), each.location().lat());
      Point point = GEOMETRIES.createPoint(at);
      places.insert(point.getEnvelopeInternal(), new Place(each.id(), point));
    }
    places.build();
  }

  /** Looks at an area; one that cannot be measured, or is below the standard, holds nobody. */
  public void add(CoverageArea area) {
    if (!area.meetsStandard() || area.area() == null || !area.area().isValid()) {
      return;
    }
    PreparedGeometry ground = PreparedGeometryFactory.prepare(area.area());
    for (Object each : places.query(area.area().getEnvelopeInternal())) {
      Place place = (Place) each;
      if (!held.contains(place.id()) && ground.intersects(place.point())) {
        held.add(place.id());
      }
    }
  }

  /** Ids of the places that lie in the areas seen. */
  public Set<String> held() {
    return Set.copyOf(held);
  }

  /** Share of the country's people in the areas seen, 0–1; NaN of a country that is not carried. */
  public double ratio() {
    return ratio(all, held);
  }

  /**
   * The same of places that are known already.
   *
   * @param iso3 one of the 54
   * @param held ids of places, as of {@link #held}
   */
  public static double ratio(String iso3, Collection<String> held) {
    return ratio(Reference.builtIn().people().places(iso3), held);
  }

  private static double ratio(List<InhabitedPlace> all, Collection<String> held) {
    double nation = all.stream().mapToDouble(InhabitedPlace::population).sum();
    return all.stream()
            .filter(each -> held.contains(each.id()))
            .mapToDouble(InhabitedPlace::population)
            .sum()
        / nation;
  }

  /** The share of people that the country itself reports; empty of one that is not carried. */
  public static Optional<CoverageToday> published(String iso3) {
    return Optional.ofNullable(Reference.builtIn().people().coverage(iso3));
  }
}
