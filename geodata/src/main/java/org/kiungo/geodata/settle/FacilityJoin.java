package org.kiungo.geodata.settle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Facilities by settlement: inside its footprint, and inside or near, that is within a distance of
 * its centre. A facility near several settlements counts for each.
 */
final class FacilityJoin implements LayerJoin {

  private final Footprints near;
  private final String name;
  private final double nearKm;
  private final int[] insideCount;
  private final int[] nearCount;

  /**
   * @param name plural of what is counted: schools, healthSites …
   * @param nearKm from the settlement's centre, ≥ 0
   */
  FacilityJoin(List<Settlement> settlements, List<Geometry> ground, String name, double nearKm) {
    this.name = name;
    this.nearKm = nearKm;
    near = new Footprints(settlements, ground, nearKm);
    insideCount = new int[settlements.size()];
    nearCount = new int[settlements.size()];
  }

  @Override
  public void add(Geometry geometry, Map<String, String> values) {
    Coordinate at =
        geometry.getDimension() == 2
            ? geometry.getInteriorPoint().getCoordinate()
            : geometry.getCoordinate();
    LonLat place = new LonLat(at.x, at.y);
    near.touching(
        geometry.getFactory().createPoint(at).getEnvelopeInternal(),
        i -> {
          boolean inside = near.covers(i, at);
          boolean close = inside || place.distanceKm(near.centre(i)) <= nearKm;
          insideCount[i] += inside ? 1 : 0;
          nearCount[i] += close ? 1 : 0;
        });
  }

  @Override
  public Map<String, String[]> columns() {
    Map<String, String[]> columns = new TreeMap<>();
    columns.put(name + "Inside", texts(insideCount));
    columns.put(name + "Near", texts(nearCount));
    return columns;
  }

  private static String[] texts(int[] counts) {
    String[] texts = new String[counts.length];
    for (int i = 0; i < counts.length; i++) {
      texts[i] = Integer.toString(counts[i]);
    }
    return texts;
  }
}
