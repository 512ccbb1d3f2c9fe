package org.kiungo.planner.deploy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Money;
import org.kiungo.planner.model.PlanningProblem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;

/**
 * The sparse graph links are chosen from: every place with its {@value #NEIGHBOURS} nearest places,
 * all edges of the Delaunay triangulation (so it contains the Gabriel graph and the minimum
 * spanning tree and is connected), and one link from every place to its nearest root. Links no
 * medium spans are left out.
 *
 * <p>Arcs stand in compressed rows: those leaving place v towards the network are {@code first[v] …
 * first[v + 1] − 1}, each with its {@code head} ({@link #root()} for the link to the nearest root)
 * and the {@code link} whose length and cost both directions share.
 */
final class CandidateLinks {

  static final int NEIGHBOURS = 8;

  final Roots.Root[] rootOf;
  final int[] first;
  final int[] head;
  final int[] link;
  final double[] linkKm;
  final LinkMedia media;
  private final int places;

  CandidateLinks(PlanningProblem problem, Places places, List<Medium> allowed, Money money) {
    this.places = places.count;
    long[] pairs = pairs(places);
    Roots roots = new Roots(problem, places.cosMeanLat);
    rootOf = new Roots.Root[places.count];
    int links = pairs.length + (roots.isEmpty() ? 0 : places.count);
    int[] from = new int[links];
    int[] to = new int[links];
    linkKm = new double[links];
    for (int e = 0; e < pairs.length; e++) {
      from[e] = (int) (pairs[e] >>> 32);
      to[e] = (int) pairs[e];
      linkKm[e] = places.location[from[e]].distanceKm(places.location[to[e]]);
    }
    for (int e = pairs.length; e < links; e++) {
      int v = e - pairs.length;
      LonLat at = places.location[v];
      rootOf[v] = roots.nearest(at);
      from[e] = v;
      to[e] = root();
      linkKm[e] = at.distanceKm(rootOf[v].location());
    }
    media = new LinkMedia(allowed, money, linkKm);
    first = new int[places.count + 2];
    boolean[] spanned = new boolean[links];
    for (int e = 0; e < links; e++) {
      spanned[e] = media.allowed(e);
      if (spanned[e]) {
        first[from[e] + 1]++;
        if (to[e] != root()) {
          first[to[e] + 1]++;
        }
      }
    }
    Arrays.parallelPrefix(first, Integer::sum);
    head = new int[first[places.count]];
    link = new int[first[places.count]];
    fillRows(from, to, spanned);
  }

  private void fillRows(int[] from, int[] to, boolean[] spanned) {
    int[] fill = first.clone();
    for (int e = 0; e < from.length; e++) {
      if (spanned[e]) {
        head[fill[from[e]]] = to[e];
        link[fill[from[e]]++] = e;
        if (to[e] != root()) {
          head[fill[to[e]]] = from[e];
          link[fill[to[e]]++] = e;
        }
      }
    }
  }

  /** Index of the existing network as a whole, one past the last place. */
  int root() {
    return places;
  }

  int count() {
    return (int) IntStream.of(head).filter(h -> h == root()).count()
        + (int) IntStream.of(head).filter(h -> h != root()).count() / 2;
  }

  /** Neighbouring pairs (smaller index in the upper half), ascending, each once. */
  private static long[] pairs(Places places) {
    long[] found = new long[places.count * (NEIGHBOURS + 4) + 16];
    int count = 0;
    for (int v = 0; v < places.count; v++) {
      for (int u : places.near.nearest(places.x[v], places.y[v], NEIGHBOURS + 1)) {
        if (u != v) {
          found[count++] = pair(u, v);
        }
      }
    }
    for (long pair : delaunay(places)) {
      found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
      found[count++] = pair;
    }
    return Arrays.stream(found, 0, count).sorted().distinct().toArray();
  }

  private static long pair(int u, int v) {
    return ((long) Math.min(u, v) << 32) | Math.max(u, v);
  }

  private static long[] delaunay(Places places) {
    if (places.count < 3) {
      return places.count == 2 ? new long[] {pair(0, 1)} : new long[0];
    }
    List<Coordinate> sites =
        IntStream.range(0, places.count)
            .mapToObj(v -> new Coordinate(places.x[v], places.y[v]))
            .toList();
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(sites);
    MultiLineString edges = (MultiLineString) builder.getEdges(new GeometryFactory());
    Envelope all = new Envelope();
    sites.forEach(all::expandToInclude);
    return IntStream.range(0, edges.getNumGeometries())
        .mapToObj(k -> (LineString) edges.getGeometryN(k))
        .filter(edge -> all.covers(edge.getEnvelopeInternal()))
        .mapToLong(edge -> pair(at(places, edge, 0), at(places, edge, 1)))
        .filter(pair -> (int) (pair >>> 32) != (int) pair)
        .toArray();
  }

  private static int at(Places places, LineString edge, int end) {
    Coordinate c = edge.getCoordinateN(end);
    return places.near.nearest(c.x, c.y, 1)[0];
  }
}
