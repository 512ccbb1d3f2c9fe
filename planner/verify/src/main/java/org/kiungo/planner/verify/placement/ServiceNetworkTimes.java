package org.kiungo.planner.verify.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.kiungo.planner.json.Fields;
import tools.jackson.databind.JsonNode;

/** Round trips over the network that a services folder states. */
final class ServiceNetworkTimes {

  private ServiceNetworkTimes() {}

  /** One Dijkstra over the whole network per site; sites at one node share it. */
  static double[][] roundTripMs(JsonNode network, List<JsonNode> sites) {
    int n = network.get("places").size();
    List<List<double[]>> out = new ArrayList<>();
    for (int v = 0; v < n; v++) {
      out.add(new ArrayList<>());
    }
    for (JsonNode link : network.get("links")) {
      int a = (int) Fields.number(link, "from");
      int b = (int) Fields.number(link, "to");
      double ms = Fields.number(link, "roundTripMs");
      out.get(a).add(new double[] {b, ms});
      out.get(b).add(new double[] {a, ms});
    }
    Map<Integer, double[]> byNode = new HashMap<>();
    double[][] rows = new double[sites.size()][];
    for (int j = 0; j < sites.size(); j++) {
      int node = (int) Fields.number(sites.get(j), "node");
      rows[j] = byNode.computeIfAbsent(node, source -> dijkstra(source, out));
    }
    return rows;
  }

  private static double[] dijkstra(int source, List<List<double[]>> out) {
    double[] distance = new double[out.size()];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[1], b[1]));
    queue.add(new double[] {source, 0});
    while (!queue.isEmpty()) {
      double[] top = queue.poll();
      int v = (int) top[0];
      if (distance[v] <= top[1]) {
        continue;
      }
      distance[v] = top[1];
      for (double[] link : out.get(v)) {
        if (top[1] + link[1] < distance[(int) link[0]]) {
          queue.add(new double[] {link[0], top[1] + link[1]});
        }
      }
    }
    return distance;
  }
}
