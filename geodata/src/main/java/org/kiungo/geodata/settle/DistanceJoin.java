package org.kiungo.geodata.settle;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.Geometry;

/** Geodesic distance in km to the nearest feature of a layer. */
final class DistanceJoin implements LayerJoin {

  private final List<Settlement> settlements;
  private final String attribute;
  private final NearestFeature nearest = new NearestFeature();

  DistanceJoin(List<Settlement> settlements, String attribute) {
    this.settlements = settlements;
    this.attribute = attribute;
  }

  @Override
  public void add(Geometry geometry, Map<String, String> values) {
    nearest.add(geometry);
  }

  @Override
  public Map<String, String[]> columns() {
    double[] km = new double[settlements.size()];
    nearest.prepare();
    IntStream.range(0, km.length)
        .parallel()
        .forEach(i -> km[i] = nearest.distanceKm(settlements.get(i).location()));
    return Map.of(attribute, LayerJoin.numbers(km));
  }
}
