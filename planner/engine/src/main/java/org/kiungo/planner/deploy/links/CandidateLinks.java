package org.kiungo.planner.deploy.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.places.Plane;
import org.kiungo.planner.deploy.places.Roots;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.route.Crossings;
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
 * Links across a border pay for it, and are left out where borders are closed. Of several countries
 * each has all the links that it has alone.
 *
 * <p>Arcs stand in compressed rows: those leaving place v towards the network are {@code first[v] …
 * first[v + 1] − 1}, each with its {@code head} ({@link #root()} for a link to a root) and the
 * {@code link} whose length and cost both directions share.
 */
public final class CandidateLinks {

  /** Roots of a place at most: the nearest, and the nearest at home. */
  public static final int MOST_ROOTS = 2;

  /** Links between places; those after them go to {@link #roots}. */
  private final int firstToRoot;

  private final List<Roots.Root> roots = new ArrayList<>();
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
    Roots network = new Roots(problem, places, crossings, LinkMedia.awayFromRoads(allowed, known));
    String[] country = new String[places.count()];
    Arrays.setAll(country, v -> crossings.country(places.id(v)));
    firstToRoot = pairs.length;
    List<List<Roots.Root>> near =
        network.isEmpty()
            ? List.of()
            : Blocks.of(
                    places.count(),
                    threads,
                    (begin, end) -> roots(network, places, country, begin, end))
                .stream()
                .flatMap(List::stream)
                .toList();
    near.forEach(roots::addAll);
    int ground = firstToRoot + roots.size();
    firstUp = ground;
    int links = ground + (allowed.stream().anyMatch(Medium::viaSky) ? places.standing() : 0);
    int[] from = new int[links];
    int[] to = new int[links];
    int towards = firstToRoot;
    for (int v = 0; v < near.size(); v++) {
      for (int k = 0; k < near.get(v).size(); k++) {
        from[towards] = v;
        to[towards++] = root();
      }
    }
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
              groundKm[e] = places.location(from[e]).distanceKm(rootOf(e).location());
            }
            if (e < crossed.length) {
              String there = to[e] == root() ? crossings.country(rootOf(e).id()) : country[to[e]];
              crossed[e] = crossings.between(country[from[e]], there).orElse(null);
              barred[e] = crossings.closed() && crossed[e] != null;
            }
            closed[e] =
                barred[e]
                    || !roads.standsAtBothEnds(from[e], to[e] == root() ? from[e] : to[e])
                    || groundKm[e] > rain(places, e, from[e], to[e]).maxHopKm();
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
    nodes = new NodePrices(problem, roots);
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

  /** The roots of some places, in their order. */
  private static List<List<Roots.Root>> roots(
      Roots network, BuildPlaces places, String[] country, int begin, int end) {
    List<List<Roots.Root>> found = new ArrayList<>();
    for (int v = begin; v < end; v++) {
      found.add(network.near(places.location(v), country[v]));
    }
    return found;
  }

  /** The zone of the harder rain of a link's ends. */
  private RainZone rain(BuildPlaces all, int link, int from, int to) {
    double there = to == root() ? rootOf(link).rainMmPerHour() : all.rainMmPerHour(to);
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
          Roots.Root root = rootOf(link);
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

  /** The point of the existing network where a link on the ground to {@link #root()} ends. */
  public Roots.Root rootOf(int ofLink) {
    return roots.get(ofLink - firstToRoot);
  }

  /** Existing nodes that sell more only at a price. */
  public NodePrices nodes() {
    return nodes;
  }

  /** The one of them where an arc of a place ends; −1 = none. */
  public int nodeAt(int place, int arc) {
    return head[arc] == root() && !isUp(link[arc]) ? nodes.of(link[arc] - firstToRoot) : -1;
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

  /**
   * Neighbouring pairs (smaller index in the upper half), ascending, each once: of all places, and
   * of those of each country, so that whatever can be planned there alone can be planned with
   * others.
   */
  private static long[] pairs(BuildPlaces places, RoadLinks roads, int neighbours, int threads) {
    List<long[]> parts = new ArrayList<>(List.of(roads.along()));
    for (Plane plane : Stream.concat(Stream.of(places.plane()), places.homes().stream()).toList()) {
      parts.add(delaunay(plane));
      parts.add(roads.access(plane));
      parts.addAll(
          Blocks.of(
              plane.standing().length,
              threads,
              (from, to) -> nearestPairs(plane, neighbours, from, to)));
    }
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    Arrays.sort(all);
    int distinct = 0;
    for (int k = 0; k < all.length; k++) {
      if (k == 0 || all[k] != all[k - 1]) {
        all[distinct++] = all[k];
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  private static long[] nearestPairs(Plane plane, int neighbours, int from, int to) {
    int[] standing = plane.standing();
    long[] found = new long[(to - from) * (neighbours + 1)];
    int count = 0;
    for (int k = from; k < to; k++) {
      for (int u : plane.nearest(standing[k], neighbours + 1)) {
        if (u != standing[k]) {
          found[count++] = pair(u, standing[k]);
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  static long pair(int u, int v) {
    return ((long) Math.min(u, v) << 32) | Math.max(u, v);
  }

  private static long[] delaunay(Plane plane) {
    int[] standing = plane.standing();
    if (standing.length < 3) {
      return standing.length == 2 ? new long[] {pair(standing[0], standing[1])} : new long[0];
    }
    DelaunayTriangulationBuilder builder = new DelaunayTriangulationBuilder();
    builder.setSites(
        Arrays.stream(standing).mapToObj(v -> new Coordinate(plane.x(v), plane.y(v), v)).toList());
    long[] found = new long[3 * standing.length];
    int count = 0;
    for (Object each : builder.getSubdivision().getPrimaryEdges(false)) {
      QuadEdge edge = (QuadEdge) each;
      found[count++] = pair((int) edge.orig().getZ(), (int) edge.dest().getZ());
    }
    return Arrays.copyOf(found, count);
  }
}
