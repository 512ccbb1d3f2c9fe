package org.kiungo.planner.deploy.links;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.places.Roots;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.border.Crossings;
import org.kiungo.planner.radio.RainZone;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.QuadEdge;

/**
 * The sparse graph links are chosen from: every place with its {@link Granularity#neighbours}
 * nearest all edges of the Delaunay triangulation (so it contains the Gabriel graph and the minimum
 * spanning tree and is connected), one link from every place to its nearest root, one up to
 * satellites where they may feed sites, and {@link RoadLinks}. Links no medium spans are left out;
 * radio spans neither what the ground blocks nor more than the rain at the ends of a hop lets it.
 * Links across a border pay for it, and are left out where borders are closed.
 *
 * <p>Arcs stand in compressed rows: those leaving place v towards the network are {@code first[v] …
 * first[v + 1] − 1}, each with its {@code head} ({@link #root()} for the link to the nearest root)
 * and the {@code link} whose length and cost both directions share.
 */
public final class CandidateLinks {

  private final Roots.Root[] rootOf;
  private final int[] first;
  private final int[] head;
  private final int[] link;
  private final double[] linkKm;

  /** First link to the sky; those after it go there too. */
  private final int firstUp;

  private final LinkMedia media;
  private final NodePrices nodes;

  private final List<BlockedHop> blockedHops;

  private final int places;

  public CandidateLinks(
      PlanningProblem problem,
      BuildPlaces places,
      List<Medium> allowed,
      Granularity granularity,
      int threads) {
    this.places = places.count();
    RoadLinks roads = new RoadLinks(places, problem.roads());
    long[] pairs = pairs(places, roads, granularity.neighbours(), threads);
    boolean known = !problem.roads().isNone();
    Crossings crossings = Crossings.of(problem);
    Roots roots =
        new Roots(problem, places.cosMeanLat(), crossings, LinkMedia.awayFromRoads(allowed, known));
    String[] country = new String[places.count()];
    Arrays.setAll(country, v -> crossings.country(places.id(v)));
    rootOf = new Roots.Root[places.count()];
    int ground = pairs.length + (roots.isEmpty() ? 0 : places.count());
    firstUp = ground;
    int links = ground + (allowed.stream().anyMatch(Medium::viaSky) ? places.standing() : 0);
    int[] from = new int[links];
    int[] to = new int[links];
    for (int e = ground; e < links; e++) {
      from[e] = e - ground;
      to[e] = root();
    }
    double[] groundKm = new double[ground];
    boolean[] closed = new boolean[ground];
    boolean[] barred = new boolean[ground];
    String[] crossed = new String[crossings.areNone() ? 0 : ground];
    boolean[] along = new boolean[links];
    Blocks.of(
        ground,
        threads,
        (begin, end) -> {
          for (int e = begin; e < end; e++) {
            if (e < pairs.length) {
              from[e] = (int) (pairs[e] >>> 32);
              to[e] = (int) pairs[e];
              groundKm[e] = roads.km(from[e], to[e]);
              along[e] = roads.follows(from[e], to[e]);
            } else {
              int v = e - pairs.length;
              rootOf[v] = roots.nearest(places.location(v), country[v]);
              from[e] = v;
              to[e] = root();
              barred[e] = rootOf[v] == null;
              groundKm[e] = barred[e] ? 0 : places.location(v).distanceKm(rootOf[v].location());
            }
            if (e < crossed.length && !barred[e]) {
              String there =
                  to[e] == root() ? crossings.country(rootOf[from[e]].id()) : country[to[e]];
              crossed[e] = crossings.between(country[from[e]], there).orElse(null);
              barred[e] = crossings.closed() && crossed[e] != null;
            }
            closed[e] =
                barred[e]
                    || !roads.standsAtBothEnds(from[e], to[e] == root() ? from[e] : to[e])
                    || groundKm[e] > rain(places, from[e], to[e]).maxHopKm();
          }
          return begin;
        });
    BlockedHops blocked = new BlockedHops(problem, allowed);
    blocked.close(groundKm, ends(places, from, to), closed);
    blockedHops = blocked.found();
    linkKm = Arrays.copyOf(groundKm, links);
    media =
        new LinkMedia(
            allowed, problem.money(), linkKm, closed, along, known, crossings, crossed, threads);
    nodes = new NodePrices(problem, rootOf);
    first = new int[places.count() + 2];
    boolean[] spanned = new boolean[links];
    for (int e = 0; e < links; e++) {
      boolean open = e >= ground || !barred[e];
      spanned[e] =
          open && media.allowed(e) && (to[e] != root() || roads.comesToRoot(from[e], linkKm[e]));
      if (spanned[e]) {
        first[from[e] + 1]++;
        if (to[e] != root()) {
          first[to[e] + 1]++;
        }
      }
    }
    Arrays.parallelPrefix(first, Integer::sum);
    head = new int[first[places.count()]];
    link = new int[first[places.count()]];
    fillRows(from, to, spanned);
  }

  /** The zone of the harder rain of a link's ends. */
  private RainZone rain(BuildPlaces all, int from, int to) {
    double there = to == root() ? rootOf[from].rainMmPerHour() : all.rainMmPerHour(to);
    return RainZone.of(RainZone.harder(all.rainMmPerHour(from), there));
  }

  private BlockedHops.Ends ends(BuildPlaces all, int[] from, int[] to) {
    return new BlockedHops.Ends() {
      @Override
      public BlockedHops.End from(int link) {
        return new BlockedHops.End(all.id(from[link]), all.location(from[link]));
      }

      @Override
      public BlockedHops.End to(int link) {
        if (to[link] == root()) {
          Roots.Root root = rootOf[from[link]];
          return new BlockedHops.End(root.id(), root.location());
        }
        return new BlockedHops.End(all.id(to[link]), all.location(to[link]));
      }
    };
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
  public int root() {
    return places;
  }

  /** Number of arcs of all places together. */
  public int arcs() {
    return head.length;
  }

  /** First arc that leaves a place. */
  public int first(int place) {
    return first[place];
  }

  /** One past the last arc that leaves a place. */
  public int end(int place) {
    return first[place + 1];
  }

  /** Place where an arc ends, or {@link #root()}. */
  public int head(int arc) {
    return head[arc];
  }

  /** Link of an arc. */
  public int link(int arc) {
    return link[arc];
  }

  /** Length of a link, along its road where it follows one. */
  public double km(int ofLink) {
    return linkKm[ofLink];
  }

  /** True when there are links up to satellites. */
  public boolean goUp() {
    return firstUp < linkKm.length;
  }

  /** True for a link up to satellites. */
  public boolean isUp(int ofLink) {
    return ofLink >= firstUp;
  }

  /** The nearest point of the existing network. */
  public Roots.Root rootOf(int place) {
    return rootOf[place];
  }

  /** Existing nodes that sell more only at a price. */
  public NodePrices nodes() {
    return nodes;
  }

  /** The one of them where an arc of a place ends; −1 = none. */
  public int nodeAt(int place, int arc) {
    return head[arc] == root() && !isUp(link[arc]) ? nodes.of(place) : -1;
  }

  /** What links cost by medium and load. */
  public LinkMedia media() {
    return media;
  }

  /** Links, of those kept or not, that radio cannot take for the ground between their ends. */
  public List<BlockedHop> blockedHops() {
    return blockedHops;
  }

  /** Number of links. */
  public int count() {
    int count = 0;
    for (int v = 0; v < places; v++) {
      for (int e = first[v]; e < first[v + 1]; e++) {
        count += head[e] > v ? 1 : 0;
      }
    }
    return count;
  }

  /** Neighbouring pairs (smaller index in the upper half), ascending, each once. */
  private static long[] pairs(BuildPlaces places, RoadLinks roads, int neighbours, int threads) {
    List<long[]> near =
        Blocks.of(
            places.standing(), threads, (from, to) -> nearestPairs(places, neighbours, from, to));
    long[] delaunay = delaunay(places);
    long[] byRoad = roads.pairs();
    int others = delaunay.length + byRoad.length;
    long[] all = Arrays.copyOf(delaunay, others + near.stream().mapToInt(n -> n.length).sum());
    System.arraycopy(byRoad, 0, all, delaunay.length, byRoad.length);
    int count = others;
    for (long[] block : near) {
      System.arraycopy(block, 0, all, count, block.length);
      count += block.length;
    }
    Arrays.sort(all);
    int distinct = 0;
    for (int k = 0; k < count; k++) {
      if (k == 0 || all[k] != all[k - 1]) {
        all[distinct++] = all[k];
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  private static long[] nearestPairs(BuildPlaces places, int neighbours, int from, int to) {
    long[] found = new long[(to - from) * (neighbours + 1)];
    int count = 0;
    for (int v = from; v < to; v++) {
      for (int u : places.near().nearest(places.x(v), places.y(v), neighbours + 1)) {
        if (u != v) {
          found[count++] = pair(u, v);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  static long pair(int u, int v) {
    return ((long) Math.min(u, v) << 32) | Math.max(u, v);
  }

  private static long[] delaunay(BuildPlaces places) {
    if (places.standing() < 3) {
      return places.standing() == 2 ? new long[] {pair(0, 1)} : new long[0];
    }
    Coordinate[] sites = new Coordinate[places.standing()];
    for (int v = 0; v < places.standing(); v++) {
      sites[v] = new Coordinate(places.x(v), places.y(v), v);
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(Arrays.asList(sites));
    long[] found = new long[3 * places.standing()];
    int count = 0;
    for (Object each : builder.getSubdivision().getPrimaryEdges(false)) {
      QuadEdge edge = (QuadEdge) each;
      found[count++] = pair((int) edge.orig().getZ(), (int) edge.dest().getZ());
    }
    return Arrays.copyOf(found, count);
  }
}
