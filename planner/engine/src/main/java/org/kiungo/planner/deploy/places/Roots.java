package org.kiungo.planner.deploy.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.ItemBoundable;
import org.locationtech.jts.index.strtree.ItemDistance;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The existing network as seen from one place: the nearest network node or the nearest point of an
 * operational fibre line, where a tap is set at the foot of the perpendicular. Roots cost nothing
 * up to their limits, so there no place gains from any root of its country but its nearest; one
 * across a border is a root beside it where a link there costs less in spite of what the border
 * costs.
 */
public final class Roots {

  /** Candidates compared by geodesic length; the plane only preselects. */
  private static final int PRESELECTED = 4;

  private final Crossings crossings;
  private final List<Medium> media;
  private final Money money;
  private final Trees all;

  /** Roots of each country, those of unknown country with each; empty where there is one alone. */
  private final Map<String, Trees> ofCountry = new HashMap<>();

  /** Roots by place, on the plane of those that come to them. */
  private static final class Trees {
    private final double cosMeanLat;
    private final STRtree tree = new STRtree();
    private int size;

    Trees(double cosMeanLat) {
      this.cosMeanLat = cosMeanLat;
    }

    Coordinate plane(LonLat p) {
      return new Coordinate(p.lon() * cosMeanLat, p.lat());
    }

    void insert(NetworkNode node) {
      Coordinate at = plane(node.location());
      insert(new Stretch(node.id(), node, new LineSegment(at, at)));
    }

    void insert(FibreLine line) {
      List<LonLat> path = line.path();
      for (int k = 0; line.operational() && k + 1 < path.size(); k++) {
        insert(
            new Stretch(
                line.id(), null, new LineSegment(plane(path.get(k)), plane(path.get(k + 1)))));
      }
    }

    private void insert(Stretch stretch) {
      tree.insert(new Envelope(stretch.segment.p0, stretch.segment.p1), stretch);
      size++;
    }
  }

  /** A root: a node's id and place, or a tap's, and the rain there (NaN at taps: not known). */
  public record Root(String id, LonLat location, double rainMmPerHour) {}

  private record Stretch(String id, NetworkNode node, LineSegment segment) {}

  /**
   * @param media as they are laid away from roads
   */
  public Roots(
      PlanningProblem problem, BuildPlaces places, Crossings crossings, List<Medium> media) {
    this.crossings = crossings;
    this.media = media.stream().filter(each -> !each.viaSky()).toList();
    money = problem.money();
    all = new Trees(places.plane().cosMeanLat());
    for (int v = 0; v < places.count(); v++) {
      String iso3 = crossings.country(places.id(v));
      if (!iso3.isEmpty() && !ofCountry.containsKey(iso3)) {
        ofCountry.put(iso3, new Trees(places.home(v).cosMeanLat()));
      }
    }
    problem.nodes().forEach(each -> into(each.country()).forEach(trees -> trees.insert(each)));
    problem.fibreLines().forEach(each -> into(each.country()).forEach(trees -> trees.insert(each)));
    all.tree.build();
    ofCountry.values().forEach(each -> each.tree.build());
  }

  private List<Trees> into(String country) {
    return Stream.concat(
            Stream.of(all),
            ofCountry.entrySet().stream()
                .filter(each -> country.isEmpty() || country.equals(each.getKey()))
                .map(Map.Entry::getValue))
        .toList();
  }

  public boolean isEmpty() {
    return all.size == 0;
  }

  /**
   * The root of its country nearest to a place by geodesic length, and one in another country where
   * a link there costs less.
   *
   * @param country of the place, ISO 3166-1 alpha-3; empty where it is not known
   * @return none where the country has none and its borders are closed
   * @throws IllegalStateException when {@link #isEmpty()}
   */
  public List<Root> near(LonLat place, String country) {
    if (isEmpty()) {
      throw new IllegalStateException("there is no network to come to");
    }
    Root any = nearest(place, all);
    String there = crossings.country(any.id);
    Trees home = ofCountry.get(country);
    if (home == null || there.isEmpty() || there.equals(country)) {
      return List.of(home == null || home.size == 0 ? any : nearest(place, home));
    }
    List<Root> own = home.size == 0 ? List.of() : List.of(nearest(place, home));
    String border = crossings.between(country, there).orElse(null);
    boolean goes =
        !crossings.closed()
            && (own.isEmpty() || cents(place, any, border) < cents(place, own.get(0), null));
    return goes ? Stream.concat(own.stream(), Stream.of(any)).toList() : own;
  }

  /** The cheapest link to a root, by whichever medium spans it; a huge sum where none does. */
  private long cents(LonLat place, Root root, String border) {
    double km = place.distanceKm(root.location);
    return media.stream()
        .filter(each -> LinkCost.reaches(each, km))
        .mapToLong(
            each -> LinkCost.link(crossings.across(each, border), km, 1, money).lifetimeCents())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private Root nearest(LonLat place, Trees among) {
    Coordinate at = among.plane(place);
    Stretch query = new Stretch("", null, new LineSegment(at, at));
    ItemDistance distance =
        (ItemBoundable a, ItemBoundable b) ->
            ((Stretch) a.getItem()).segment.distance(((Stretch) b.getItem()).segment);
    Object[] found =
        among.tree.nearestNeighbour(
            new Envelope(at), query, distance, Math.min(PRESELECTED, among.size));
    Root best = null;
    double bestKm = Double.POSITIVE_INFINITY;
    for (Object item : found) {
      Root root = foot((Stretch) item, at, among.cosMeanLat);
      double km = place.distanceKm(root.location);
      boolean better =
          km < bestKm || (km == bestKm && (best == null || root.id.compareTo(best.id) < 0));
      best = better ? root : best;
      bestKm = Math.min(bestKm, km);
    }
    return best;
  }

  private static Root foot(Stretch stretch, Coordinate at, double cosMeanLat) {
    if (stretch.node != null) {
      return new Root(stretch.node.id(), stretch.node.location(), stretch.node.rainMmPerHour());
    }
    Coordinate c = stretch.segment.closestPoint(at);
    LonLat tap = new LonLat(round(c.x / cosMeanLat), round(c.y));
    return new Root("tap:" + stretch.id + "@" + tap.lon() + "," + tap.lat(), tap, Double.NaN);
  }

  /** To about a metre: enough to build by, and stable in text. */
  private static double round(double degrees) {
    return Math.rint(degrees * 1e5) / 1e5;
  }
}
