package org.kiungo.planner.place.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/** A network under construction: nodes, links and which of them hang together. */
final class NetworkDraft {

  private final LatencyTerms terms;
  private final List<LonLat> places = new ArrayList<>();
  private int[] from = new int[64];
  private int[] to = new int[64];
  private double[] ms = new double[64];
  private ServiceNetwork.Kind[] kind = new ServiceNetwork.Kind[64];
  private int links;
  private int[] component = new int[64];

  NetworkDraft(LatencyTerms terms) {
    this.terms = terms;
  }

  int add(LonLat place) {
    places.add(place);
    if (places.size() > component.length) {
      component = Arrays.copyOf(component, 2 * component.length);
    }
    component[places.size() - 1] = places.size() - 1;
    return places.size() - 1;
  }

  int size() {
    return places.size();
  }

  LonLat place(int node) {
    return places.get(node);
  }

  /** Straight fibre: geodesic · route factor. */
  void fibre(int a, int b, double geodesicKm, ServiceNetwork.Kind what) {
    link(a, b, 2 * (fibreMs(geodesicKm) + terms.hopMs()), what);
  }

  /** Drawn fibre: the drawing is the route. */
  void drawn(int a, int b, double routeKm) {
    double oneWayMs = routeKm * terms.fibre().delayMsPerKm();
    link(a, b, 2 * (oneWayMs + terms.hopMs()), ServiceNetwork.Kind.FIBRE);
  }

  double fibreMs(double geodesicKm) {
    return geodesicKm * terms.fibre().routeFactor() * terms.fibre().delayMsPerKm();
  }

  void link(int a, int b, double roundTripMs, ServiceNetwork.Kind what) {
    if (links == from.length) {
      from = Arrays.copyOf(from, 2 * links);
      to = Arrays.copyOf(to, 2 * links);
      ms = Arrays.copyOf(ms, 2 * links);
      kind = Arrays.copyOf(kind, 2 * links);
    }
    from[links] = a;
    to[links] = b;
    ms[links] = roundTripMs;
    kind[links++] = what;
    component[root(a)] = root(b);
  }

  boolean joined(int a, int b) {
    return root(a) == root(b);
  }

  /** Representative of the nodes that hang together with one. */
  int root(int node) {
    int r = node;
    while (component[r] != r) {
      component[r] = component[component[r]];
      r = component[r];
    }
    return r;
  }

  ServiceNetwork network() {
    return new ServiceNetwork(
        places,
        Arrays.copyOf(from, links),
        Arrays.copyOf(to, links),
        Arrays.copyOf(ms, links),
        Arrays.copyOf(kind, links));
  }
}
