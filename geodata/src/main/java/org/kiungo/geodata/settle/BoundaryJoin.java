package org.kiungo.geodata.settle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** District and country by the area a settlement's place lies in; the first of several counts. */
final class BoundaryJoin implements LayerJoin {

  private final List<Settlement> settlements;
  private final Footprints places;
  private final String[] district;
  private final String[] country;

  BoundaryJoin(List<Settlement> settlements) {
    this.settlements = settlements;
    places = new Footprints(settlements, List.of(), 0);
    district = new String[settlements.size()];
    country = new String[settlements.size()];
  }

  @Override
  public void add(Geometry geometry, Map<String, String> values) {
    String name = values.getOrDefault("district", values.getOrDefault("name", ""));
    String iso3 = values.getOrDefault("country", "");
    IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(geometry);
    places.touching(
        geometry.getEnvelopeInternal(),
        i -> {
          var at = settlements.get(i).location();
          if (district[i] == null
              && area.locate(new Coordinate(at.lon(), at.lat())) != Location.EXTERIOR) {
            district[i] = name;
            country[i] = iso3.isEmpty() ? null : iso3;
          }
        });
  }

  @Override
  public Map<String, String[]> columns() {
    Map<String, String[]> columns = new TreeMap<>();
    columns.put("district", district);
    columns.put("country", country);
    return columns;
  }
}
