package org.kiungo.planner.validation;

import java.util.List;
import java.util.PriorityQueue;
import org.kiungo.planner.model.value.LonLat;

/**
 * ITU's fibre path: from all fibre nodes at once, the nearest unconnected point of interest within
 * a longest stretch is connected next, and becomes a place to connect from. Straight stretches on a
 * sphere of 6,371.0 km.
 *
 * @see <a href="https://github.com/FNS-Division">ITU infrastructure mapping kit</a>
 */
final class ItuFibrePath {

  private static final double EARTH_RADIUS_KM = 6371.0;

  private record Stretch(double km, int point) {}

  private ItuFibrePath() {}

  /**
   * @return km of the stretch that connects each point; NaN when it stays unconnected
   */
  static double[] connect(List<LonLat> points, List<LonLat> fibreNodes, double longestKm) {
    double[] stretchKm = new double[points.size()];
    java.util.Arrays.fill(stretchKm, Double.NaN);
    PriorityQueue<Stretch> queue =
        new PriorityQueue<>(
            java.util.Comparator.comparingDouble(Stretch::km).thenComparingInt(Stretch::point));
    fibreNodes.forEach(node -> push(queue, node, points, stretchKm, longestKm));
    while (!queue.isEmpty()) {
      Stretch next = queue.remove();
      if (Double.isNaN(stretchKm[next.point])) {
        stretchKm[next.point] = next.km;
        push(queue, points.get(next.point), points, stretchKm, longestKm);
      }
    }
    return stretchKm;
  }

  private static void push(
      PriorityQueue<Stretch> queue,
      LonLat from,
      List<LonLat> points,
      double[] stretchKm,
      double longestKm) {
    for (int j = 0; j < points.size(); j++) {
      double km = haversineKm(from, points.get(j));
      if (Double.isNaN(stretchKm[j]) && km <= longestKm) {
        queue.add(new Stretch(km, j));
      }
    }
  }

  static double haversineKm(LonLat a, LonLat b) {
    double dLat = Math.toRadians(b.lat() - a.lat());
    double dLon = Math.toRadians(b.lon() - a.lon());
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(a.lat()))
                * Math.cos(Math.toRadians(b.lat()))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
  }
}
