package org.kiungo.geodata.judge.ground;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The areas that a census counts. */
public final class CountedGround {

  /** Drawings of one country differ by less; smaller areas that are missing show beyond. */
  private static final double LEAST_AREA_RATIO = 0.9;

  private final List<Geometry> areas = new ArrayList<>();

  /** Adds an area; none and an empty one add nothing. */
  public void add(Geometry area) {
    if (area != null && !area.isEmpty()) {
      areas.add(area);
    }
  }

  /** Whether all of a country is counted, every first-level area of it. */
  public boolean isWhole(String iso3) {
    Reference reference = Reference.builtIn();
    double drawn = areas.stream().mapToDouble(Geometry::getArea).sum();
    return drawn >= LEAST_AREA_RATIO * reference.outline(iso3).getArea()
        && reference.districts(iso3).stream().allMatch(this::reaches);
  }

  private boolean reaches(District district) {
    Point inside = district.shape().getInteriorPoint();
    return areas.stream()
        .anyMatch(
            each ->
                each.getEnvelopeInternal().contains(inside.getCoordinate())
                    && each.contains(inside));
  }
}
