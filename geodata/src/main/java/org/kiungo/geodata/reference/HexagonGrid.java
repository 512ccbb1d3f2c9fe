package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.reference.EqualAreaPlane.Position;
import org.kiungo.planner.model.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Hexagons over a country's districts, on an equal-area plane about its centre. */
final class HexagonGrid {

  /** Distance between the centres of neighbouring hexagons: 10 km, 86.6 km² each. */
  private static final double SPACING_KM = 10;

  private static final int MOST_CELLS = 20_000;
  private static final double ROWS_PER_SPACING = Math.sqrt(3) / 2;
  private static final double KM_PER_DEGREE = 111.195;

  /** A hexagon (or a whole small district) before anybody lives in it. */
  record Cell(District district, LonLat location, Position position, double areaKm2) {}

  private final List<District> districts;
  private final DistrictLookup lookup;
  private final EqualAreaPlane plane;
  private final Envelope extent = new Envelope();

  HexagonGrid(List<District> districts, DistrictLookup lookup) {
    this.districts = districts;
    this.lookup = lookup;
    Envelope box = new Envelope();
    districts.forEach(d -> box.expandToInclude(d.shape().getEnvelopeInternal()));
    plane = new EqualAreaPlane(new LonLat(box.centre().x, box.centre().y));
    for (District district : districts) {
      for (Coordinate c : district.shape().getCoordinates()) {
        Position p = plane.forward(c.x, c.y);
        extent.expandToInclude(p.x(), p.y());
      }
    }
  }

  EqualAreaPlane plane() {
    return plane;
  }

  /** At most 20,000 cells in a fixed order; every district has at least one. */
  List<Cell> cells() {
    double spacingKm = SPACING_KM;
    List<Cell> cells = cells(spacingKm);
    while (cells.size() > MOST_CELLS) {
      spacingKm *= 1.001 * Math.sqrt((double) cells.size() / MOST_CELLS);
      cells = cells(spacingKm);
    }
    return cells;
  }

  private List<Cell> cells(double spacingKm) {
    List<Cell> cells = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    double rowKm = spacingKm * ROWS_PER_SPACING;
    for (long row = floor(extent.getMinY(), rowKm); row * rowKm <= extent.getMaxY(); row++) {
      double shift = (row & 1) == 0 ? 0 : 0.5;
      for (long k = floor(extent.getMinX(), spacingKm); k * spacingKm <= extent.getMaxX(); k++) {
        Position at = new Position((k + shift) * spacingKm, row * rowKm);
        LonLat place = rounded(plane.inverse(at.x(), at.y()));
        Optional<District> district = lookup.find(place, 0);
        if (district.isPresent()) {
          filled.add(district.get().code());
          cells.add(new Cell(district.get(), place, at, spacingKm * rowKm));
        }
      }
    }
    districts.stream().filter(d -> !filled.contains(d.code())).forEach(d -> cells.add(whole(d)));
    return cells;
  }

  private static long floor(double least, double step) {
    return (long) Math.floor(least / step) - 1;
  }

  private Cell whole(District district) {
    Geometry shape = district.shape();
    Coordinate inside = shape.getInteriorPoint().getCoordinate();
    double squareKm =
        KM_PER_DEGREE * KM_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(inside.y));
    LonLat place = rounded(new LonLat(inside.x, inside.y));
    return new Cell(
        district, place, plane.forward(place.lon(), place.lat()), shape.getArea() * squareKm);
  }

  private static LonLat rounded(LonLat place) {
    return new LonLat(Math.rint(place.lon() * 1e3) / 1e3, Math.rint(place.lat() * 1e3) / 1e3);
  }
}
