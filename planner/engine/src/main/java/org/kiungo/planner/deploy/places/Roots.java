package org.kiungo.planner.deploy.places;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Crossings;
import org.kiungo.planner.model.money.Money;
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
 * across a border is taken where a link there costs less in spite of what the border costs.
 */
public final class Roots {

  /** Candidates compared by geodesic length; the plane only preselects. */
  private static final int PRESELECTED = 4;

  private final double cosMeanLat;
  private final Crossings crossings;
  private final List<Medium> media;
  private final Money money;
  private final Trees all = new Trees();

  /** Roots that a country comes to without a border; empty where there are none. */
  private final Map<String, Trees> ofCountry = new HashMap<>();

  /** Roots by place. */
  private static final class Trees {
    private final STRtree tree = new STRtree();
    private int size;
  }

  /** A root: a node's id and place, or a tap's, and the rain there (NaN at taps: not known). */
  public record Root(String id, LonLat location, double rainMmPerHour) {}

  private record Stretch(String id, NetworkNode node, LineSegment segment) {}

  /**
   * @param media as they are laid away from roads
   */
  public Roots(
      PlanningProblem problem, double cosMeanLat, Crossings crossings, List<Medium> media) {
    this.cosMeanLat = cosMeanLat;
    this.crossings = crossings;
    this.media = media.stream().filter(each -> !each.viaSky()).toList();
    money = problem.money();
    if (!crossings.areNone()) {
      problem.settlements().stream()
          .map(Settlement::country)
          .distinct()
          .forEach(iso3 -> ofCountry.put(iso3, new Trees()));
    }
    for (NetworkNode node : problem.nodes()) {
      Coordinate at = plane(node.location());
      insert(new Stretch(node.id(), node, new LineSegment(at, at)), node.country());
    }
    for (FibreLine line : problem.fibreLines()) {
      List<LonLat> path = line.path();
      for (int k = 0; line.operational() && k + 1 < path.size(); k++) {
        insert(
            new Stretch(
                line.id(), null, new LineSegment(plane(path.get(k)), plane(path.get(k + 1)))),
            line.country());
      }
    }
    all.tree.build();
    ofCountry.values().forEach(each -> each.tree.build());
  }

  private void insert(Stretch stretch, String country) {
    insert(stretch, all);
    for (Map.Entry<String, Trees> each : ofCountry.entrySet()) {
      if (country.isEmpty() || country.equals(each.getKey())) {
        insert(stretch, each.getValue());
      }
    }
  }

  private static void insert(Stretch stretch, Trees into) {
    into.tree.insert(new Envelope(stretch.segment.p0, stretch.segment.p1), stretch);
    into.size++;
  }

  private Coordinate plane(LonLat p) {
    return new Coordinate(p.lon() * cosMeanLat, p.lat());
  }

  public boolean isEmpty() {
    return all.size == 0;
  }

  /**
   * The root nearest to a place by geodesic length; of two sides of a border the one where a link
   * costs less.
   *
   * @param country of the place, ISO 3166-1 alpha-3; empty where it is not known
   * @return null where the country has none and its borders are closed
   * @throws IllegalStateException when {@link #isEmpty()}
   */
  public Root nearest(LonLat place, String country) {
    if (isEmpty()) {
      throw new IllegalStateException("there is no network to come to");
    }
    Root any = nearest(place, all);
    Optional<String> border = crossings.between(country, crossings.country(any.id));
    Trees home = ofCountry.get(country);
    if (border.isEmpty() || home == null) {
      return any;
    }
    Root own = home.size == 0 ? null : nearest(place, home);
    if (crossings.closed() || own == null) {
      return crossings.closed() ? own : any;
    }
    return cents(place, any, border.get()) < cents(place, own, null) ? any : own;
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
    Coordinate at = plane(place);
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
      Root root = foot((Stretch) item, at);
      double km = place.distanceKm(root.location);
      boolean better =
          km < bestKm || (km == bestKm && (best == null || root.id.compareTo(best.id) < 0));
      best = better ? root : best;
      bestKm = Math.min(bestKm, km);
    }
    return best;
  }

  private Root foot(Stretch stretch, Coordinate at) {
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
