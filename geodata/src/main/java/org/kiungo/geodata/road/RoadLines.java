package org.kiungo.geodata.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Lines of places from geometries as layers hold them. */
public final class RoadLines {

  private RoadLines() {}

  /**
   * The lines of a geometry in longitude and latitude, one for each of its parts that is a line.
   */
  public static List<List<LonLat>> of(Geometry geometry) {
    List<List<LonLat>> lines = new ArrayList<>();
    for (int k = 0; k < geometry.getNumGeometries(); k++) {
      if (geometry.getGeometryN(k) instanceof LineString line && !line.isEmpty()) {
        lines.add(Arrays.stream(line.getCoordinates()).map(at -> new LonLat(at.x, at.y)).toList());
      }
    }
    return lines;
  }
}
