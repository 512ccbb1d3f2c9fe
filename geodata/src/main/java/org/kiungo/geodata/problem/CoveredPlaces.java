package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.kiungo.geodata.reference.people.CoverageModel;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Networks that places covered today must have: where people have service there stand masts, and
 * something carries their traffic away. Such a mast can be reused by a new site, and beside it is a
 * node where capacity can be bought, assumed since no source names it; so trunks are not built
 * again through towns that have them.
 *
 * <p>Assumptions, each marked by {@link NetworkNode#assumed}: a place counts as covered from a
 * share of one half. Where its coverage is modelled, the masts are those of the {@link
 * CoverageModel}, so that whoever they reach is covered by them. Where a source states it, that
 * goes before: a modelled mast whose own place it leaves uncovered does not stand, and the covered
 * places that no mast reaches have theirs at the most populous within the same reach. What can be
 * bought is {@value #LEAST_MBPS} Mbps, the payload of one licensed radio hop, unless fibre that
 * works, a sourced exchange point or fibre node, or a landing station is near, or {@value
 * #TOWN_PEOPLE} people live within {@value #TOWN_KM} km: then no limit is known.
 */
final class CoveredPlaces {

  /** Share of people served from which a place has a network of its own. */
  private static final double COVERED_RATIO = 0.5;

  /** How near to fibre or a sourced node counts as on it. */
  private static final double NEAR_KM = 2;

  private static final double LEAST_MBPS = 1_000;
  private static final double TOWN_PEOPLE = 50_000;
  private static final double TOWN_KM = 5;
  private static final double KM_PER_DEGREE = 111.195;
  private static final String SOURCE = "covered today (share of people with service ≥ 0.5)";

  private final List<NetworkNode> nodes = new ArrayList<>();
  private final List<Tower> masts = new ArrayList<>();

  private final STRtree people = new STRtree();

  /**
   * @param settlements with the share of their people served today; unknown = not covered
   * @param known network nodes; none is added within {@value #NEAR_KM} km of one
   * @param lines fibre; operational lines alone lift the limit
   * @param modelled where the model has a mast, should the place be covered
   */
  CoveredPlaces(
      List<Settlement> settlements,
      List<NetworkNode> known,
      List<FibreLine> lines,
      Predicate<Settlement> modelled) {
    PlaceIndex standing = new PlaceIndex();
    PlaceIndex nodesKnown = new PlaceIndex();
    PlaceIndex unlimited = new PlaceIndex();
    for (NetworkNode node : known) {
      nodesKnown.add(node.location());
      if (!node.assumed() && node.kind() != NetworkNode.Kind.CITY) {
        unlimited.add(node.location());
      }
    }
    for (FibreLine line : lines) {
      for (int k = 0; line.operational() && k + 1 < line.path().size(); k++) {
        unlimited.add(line.path().get(k), line.path().get(k + 1));
      }
    }
    settlements.stream()
        .filter(place -> place.population() > 0)
        .forEach(place -> people.insert(PlaceIndex.around(place.location(), 0), place));
    Predicate<Settlement> first = place -> place.baselineModelled() && modelled.test(place);
    settlements.stream()
        .filter(s -> s.baselineCoverageRatio() >= COVERED_RATIO && s.population() > 0)
        .sorted(
            Comparator.comparing((Settlement place) -> !first.test(place))
                .thenComparing(Settlement::population, Comparator.reverseOrder())
                .thenComparing(Settlement::id))
        .forEach(
            place -> {
              boolean reached = !standing.isFree(place.location(), CoverageModel.REACH_KM);
              if (first.test(place) || !reached) {
                standing.add(place.location());
                masts.add(mast(place));
                if (nodesKnown.isFree(place.location(), NEAR_KM)) {
                  nodes.add(node(place, unlimited));
                }
              }
            });
    nodes.sort(Comparator.comparing(NetworkNode::id));
    masts.sort(Comparator.comparing(Tower::id));
  }

  /** Where capacity can be bought, sorted by id. */
  List<NetworkNode> nodes() {
    return List.copyOf(nodes);
  }

  /** Masts that a new site can reuse at the price of a tower, sorted by id. */
  List<Tower> masts() {
    return List.copyOf(masts);
  }

  private NetworkNode node(Settlement place, PlaceIndex unlimited) {
    boolean lifted =
        peopleAround(place) >= TOWN_PEOPLE || !unlimited.isFree(place.location(), NEAR_KM);
    return NetworkNodeBuilder.builder()
        .id(place.id() + "_node")
        .name(place.name())
        .location(place.location())
        .country(place.country())
        .kind(NetworkNode.Kind.CITY)
        .assumed(true)
        .source(SOURCE)
        .rainMmPerHour(place.rainMmPerHour())
        .capacityMbps(lifted ? Double.NaN : LEAST_MBPS)
        .build();
  }

  /** People of a place's country within {@value #TOWN_KM} km of it. */
  private double peopleAround(Settlement place) {
    double sum = 0;
    for (Object each : people.query(PlaceIndex.around(place.location(), TOWN_KM))) {
      Settlement near = (Settlement) each;
      boolean counts =
          near.country().equals(place.country())
              && place.location().distanceKm(near.location()) <= TOWN_KM;
      sum += counts ? near.population() : 0;
    }
    return sum;
  }

  private static Tower mast(Settlement place) {
    return TowerBuilder.builder()
        .id(place.id() + Tower.ASSUMED)
        .location(place.location())
        .country(place.country())
        .rainMmPerHour(place.rainMmPerHour())
        .build();
  }

  /** Places and stretches, asked whether one lies near. */
  private static final class PlaceIndex {

    private final List<LineSegment> fresh = new ArrayList<>();
    private STRtree tree = new STRtree();
    private int built;

    void add(LonLat place) {
      add(place, place);
    }

    void add(LonLat from, LonLat to) {
      fresh.add(new LineSegment(from.lon(), from.lat(), to.lon(), to.lat()));
    }

    /** True when nothing lies within a distance. */
    boolean isFree(LonLat place, double km) {
      if (fresh.size() > 2 * built + 64) {
        tree = new STRtree();
        fresh.forEach(each -> tree.insert(new Envelope(each.p0, each.p1), each));
        tree.build();
        built = fresh.size();
      }
      for (Object each : tree.query(around(place, km))) {
        if (isNear((LineSegment) each, place, km)) {
          return false;
        }
      }
      for (LineSegment each : fresh.subList(built, fresh.size())) {
        if (isNear(each, place, km)) {
          return false;
        }
      }
      return true;
    }

    static Envelope around(LonLat place, double km) {
      Envelope around = new Envelope(new Coordinate(place.lon(), place.lat()));
      double latDegrees = 1.01 * km / KM_PER_DEGREE;
      around.expandBy(latDegrees / Math.cos(Math.toRadians(place.lat())), latDegrees);
      return around;
    }

    private static boolean isNear(LineSegment segment, LonLat place, double km) {
      Coordinate foot = segment.closestPoint(new Coordinate(place.lon(), place.lat()));
      return place.distanceKm(new LonLat(foot.x, foot.y)) <= km;
    }
  }
}
