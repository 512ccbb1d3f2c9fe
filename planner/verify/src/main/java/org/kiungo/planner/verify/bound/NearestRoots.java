package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.formula.LinkPrice;
import org.kiungo.planner.verify.formula.SkyLinks;
import org.kiungo.planner.verify.read.Borders;
import org.kiungo.planner.verify.read.Facts;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.ItemDistance;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Where a place comes to the existing network: at the nearest node, or tap of a line that works, of
 * its country, and at one abroad where the link there costs less. Of the four stretches that are
 * nearest on the plane the one of least geodesic length counts; a tap is the foot of the
 * perpendicular there, to 10⁻⁵ degrees.
 */
final class NearestRoots {

  private static final int PRESELECTED = 4;

  private static final double STEPS_PER_DEG = 1e5;

  /** Lengths that differ by less than this share are the same. */
  private static final double SAME = 1e-12;

  private final Facts facts;
  private final Borders borders;
  private final Stretches all;
  private final Map<String, Stretches> ofCountry = new HashMap<>();

  /**
   * A node or tap.
   *
   * @param km geodesic, from the place
   */
  record Root(String id, double km) {}

  /** A node, or a straight part of a line. */
  private record Stretch(String id, boolean isNode, LonLat node, LineSegment on) {}

  /** All of them on one plane. */
  private static final class Stretches {
    private final PlacePlane plane;
    private final STRtree tree = new STRtree();
    private int size;

    Stretches(PlacePlane plane) {
      this.plane = plane;
    }

    void add(Stretch stretch) {
      tree.insert(new Envelope(stretch.on.p0, stretch.on.p1), stretch);
      size++;
    }

    private static final ItemDistance DISTANCE =
        (a, b) -> ((Stretch) a.getItem()).on.distance(((Stretch) b.getItem()).on);

    /** A stretch, and how far it is on the plane. */
    private record Near(Stretch stretch, double deg) {}

    /** The nearest of all, from the nearest, with whatever is as far as the last of them. */
    private List<Near> preselected(LonLat place) {
      Coordinate at = plane.at(place);
      Stretch here = new Stretch("", true, place, new LineSegment(at, at));
      List<Near> near;
      double mostDeg;
      int asked = 2 * PRESELECTED;
      do {
        asked = Math.min(size, 2 * asked);
        near =
            Arrays.stream(tree.nearestNeighbour(new Envelope(at), here, DISTANCE, asked))
                .map(each -> new Near((Stretch) each, ((Stretch) each).on.distance(here.on)))
                .sorted(Comparator.comparingDouble(Near::deg))
                .toList();
        mostDeg = near.get(Math.min(PRESELECTED, asked) - 1).deg * (1 + SAME);
      } while (asked < size && near.get(asked - 1).deg <= mostDeg);
      double most = mostDeg;
      return near.stream().filter(each -> each.deg <= most).toList();
    }

    /** The nearest root; of those that cannot be told apart, each. */
    List<Root> nearest(LonLat place) {
      List<Near> all = preselected(place);
      double lastDeg = all.get(all.size() - 1).deg * (1 - SAME);
      double sureKm = Double.POSITIVE_INFINITY;
      double anyKm = 0;
      Map<String, Double> near = new TreeMap<>();
      for (Near each : all) {
        Stretch to = each.stretch;
        LonLat foot = to.node;
        if (!to.isNode) {
          foot = plane.place(to.on.closestPoint(plane.at(place)), STEPS_PER_DEG);
        }
        double km = place.distanceKm(foot);
        near.put(to.isNode ? to.id : "tap:" + to.id + "@" + foot.lon() + "," + foot.lat(), km);
        boolean sure = all.size() <= PRESELECTED || each.deg < lastDeg;
        sureKm = sure ? Math.min(sureKm, km) : sureKm;
        anyKm = Math.max(anyKm, km);
      }
      double mostKm = Math.min(sureKm, anyKm) * (1 + SAME);
      return near.entrySet().stream()
          .filter(each -> each.getValue() <= mostKm)
          .map(each -> new Root(each.getKey(), each.getValue()))
          .toList();
    }
  }

  /**
   * @param all places of all countries
   * @param homes those of each country
   */
  NearestRoots(Facts facts, PlacePlane all, Map<String, PlacePlane> homes) {
    this.facts = facts;
    borders = facts.roads().borders();
    this.all = new Stretches(all);
    homes.forEach((country, plane) -> ofCountry.put(country, new Stretches(plane)));
    fill(this.all, null);
    ofCountry.forEach((country, stretches) -> fill(stretches, country));
  }

  /**
   * @param country whose nodes and lines are meant, with those of unknown country; null = all
   */
  private void fill(Stretches stretches, String country) {
    facts
        .nodes()
        .forEach(
            (id, node) -> {
              if (isOf(id, country)) {
                Coordinate at = stretches.plane.at(node);
                stretches.add(new Stretch(id, true, node, new LineSegment(at, at)));
              }
            });
    facts
        .fibreLines()
        .forEach(
            (id, path) -> {
              for (int k = 0; isOf("tap:" + id, country) && k + 1 < path.size(); k++) {
                Coordinate from = stretches.plane.at(path.get(k));
                Coordinate to = stretches.plane.at(path.get(k + 1));
                stretches.add(new Stretch(id, false, null, new LineSegment(from, to)));
              }
            });
    stretches.tree.build();
  }

  private boolean isOf(String end, String country) {
    String known = borders.country(end);
    return country == null || known.isEmpty() || known.equals(country);
  }

  /**
   * The roots of a place, each with those that are as near and may stand for it.
   *
   * @param country of the place; empty where it is not known, or the only one
   */
  List<List<Root>> of(String id, LonLat place, String country) {
    if (all.size == 0) {
      return List.of();
    }
    List<Root> any = all.nearest(place);
    Stretches home = ofCountry.get(country);
    if (home == null) {
      return List.of(any);
    }
    List<Root> own = home.size == 0 ? List.of() : home.nearest(place);
    boolean sameCountry =
        any.stream().map(root -> borders.country(root.id)).distinct().count() == 1;
    String there = borders.country(any.get(0).id);
    if (!sameCountry || there.isEmpty() || there.equals(country)) {
      return List.of(own.isEmpty() ? any : own);
    }
    List<List<Root>> roots = new ArrayList<>();
    if (!own.isEmpty()) {
      roots.add(own);
    }
    if (borders.allows(id, any.get(0).id)
        && (own.isEmpty() || surelyCosts(id, any, 1) < surelyCosts(id, own, -1))) {
      roots.add(any);
    }
    return roots;
  }

  /**
   * What a link to the dearest (sign 1) or the cheapest (−1) of some roots costs, cents, with the
   * last bits of the arithmetic for or against it; endless where nothing on the ground reaches it.
   */
  private double surelyCosts(String id, List<Root> roots, int sign) {
    return sign
        * roots.stream().mapToDouble(root -> sign * cents(id, root, sign)).max().orElseThrow();
  }

  private double cents(String id, Root root, int sign) {
    double least = Double.POSITIVE_INFINITY;
    for (Medium m : facts.media().values()) {
      if (facts.allowedMedia().contains(m.id())
          && !SkyLinks.isOf(m)
          && LinkPrice.reaches(m, root.km)) {
        Cost cost = facts.roads().laid(m, id, root.id).cost(root.km, 1, facts.prices().years());
        least = Math.min(least, cost.lifetimeCents() + sign * (double) cost.unsureCents());
      }
    }
    return least;
  }
}
