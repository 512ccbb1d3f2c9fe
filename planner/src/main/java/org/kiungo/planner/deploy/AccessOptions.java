package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;

/**
 * What each settlement may choose: options {@code first[i] … first[i + 1] − 1}, each a technology
 * with its value, private cost and load, and the {@code site} it hangs on (−1 when free-standing)
 * or the {@code beam} it shares (−1 when terrestrial or unlimited).
 *
 * <p>A site technology is offered from the settlement's own place, the {@value
 * PlacesInReach#NEAREST} nearest, the {@value PlacesInReach#MOST_POPULOUS} most populous and the
 * {@value PlacesInReach#TOWERS} nearest towers within reach. Round trips count the access part only
 * here; the plan's writer adds the links.
 */
final class AccessOptions {

  final List<AccessTechnology> technologies;
  final Locks locks;
  final int[] first;
  final int[] technology;
  final int[] site;
  final int[] beam;
  final long[] value;
  final long[] privateCents;
  final long[] demandBps;

  /** Settlement of each option. */
  final int[] owner;

  /** True when the settlement must be served because a choice is locked. */
  final boolean[] demanded;

  private final boolean[] beamTooSmall;

  final int sites;
  final int[] sitePlace;
  final int[] siteTechnology;
  final long[] siteUnitCents;
  final long[] siteUnitBps;

  /** Options that hang on a site: {@code siteOption[siteFirst[s] … siteFirst[s + 1] − 1]}. */
  final int[] siteFirst;

  final int[] siteOption;
  final long[] beamBps;

  AccessOptions(
      PlanningProblem problem, Places places, List<AccessTechnology> technologies, Locks locks) {
    this.technologies = technologies;
    this.locks = locks;
    beamTooSmall = new boolean[places.settlements];
    Draftsman draft = new Draftsman(problem, places);
    int n = places.settlements;
    first = new int[n + 1];
    demanded = new boolean[n];
    for (int i = 0; i < n; i++) {
      draft.offer(i);
      first[i + 1] = draft.options.size();
      Settlement s = problem.settlements().get(i);
      demanded[i] = locks.demands(s.id()) || problem.rules().obliges(s);
    }
    List<Option> all = draft.options;
    owner = all.stream().mapToInt(o -> o.settlement).toArray();
    technology = all.stream().mapToInt(o -> o.technology).toArray();
    site = all.stream().mapToInt(o -> o.site).toArray();
    beam = all.stream().mapToInt(o -> o.beam).toArray();
    value = all.stream().mapToLong(o -> o.value).toArray();
    privateCents = all.stream().mapToLong(o -> o.privateCents).toArray();
    demandBps = all.stream().mapToLong(o -> o.demandBps).toArray();
    sites = draft.sites.size();
    sitePlace = draft.sites.stream().mapToInt(k -> (int) (k >> 32)).toArray();
    siteTechnology = draft.sites.stream().mapToInt(Long::intValue).toArray();
    siteUnitCents = new long[sites];
    siteUnitBps = new long[sites];
    for (int s = 0; s < sites; s++) {
      AccessTechnology a = technologies.get(siteTechnology[s]);
      siteUnitCents[s] = siteCost(problem, places, a, sitePlace[s], 1).lifetimeCents();
      siteUnitBps[s] =
          a.siteCapacityMbps() == null
              ? Long.MAX_VALUE
              : World.bitsPerSecond(a.siteCapacityMbps().value());
    }
    siteFirst = new int[sites + 1];
    for (int s : site) {
      if (s >= 0) {
        siteFirst[s + 1]++;
      }
    }
    Arrays.parallelPrefix(siteFirst, Integer::sum);
    siteOption = new int[siteFirst[sites]];
    int[] fill = siteFirst.clone();
    for (int o = 0; o < site.length; o++) {
      if (site[o] >= 0) {
        siteOption[fill[site[o]]++] = o;
      }
    }
    beamBps = draft.beamBps.stream().mapToLong(Long::longValue).toArray();
  }

  /** The same options at other values. */
  private AccessOptions(AccessOptions other, long[] value) {
    this.value = value;
    technologies = other.technologies;
    locks = other.locks;
    first = other.first;
    technology = other.technology;
    site = other.site;
    beam = other.beam;
    privateCents = other.privateCents;
    demandBps = other.demandBps;
    owner = other.owner;
    demanded = other.demanded;
    beamTooSmall = other.beamTooSmall;
    sites = other.sites;
    sitePlace = other.sitePlace;
    siteTechnology = other.siteTechnology;
    siteUnitCents = other.siteUnitCents;
    siteUnitBps = other.siteUnitBps;
    siteFirst = other.siteFirst;
    siteOption = other.siteOption;
    beamBps = other.beamBps;
  }

  /**
   * The same options where a settlement's people count more or less.
   *
   * @param weight per settlement, ≥ 0
   */
  AccessOptions withWeights(double[] weight) {
    long[] weighted = new long[value.length];
    for (int o = 0; o < weighted.length; o++) {
      weighted[o] = Math.round(value[o] * weight[owner[o]]);
    }
    return new AccessOptions(this, weighted);
  }

  /** True when a satellite was left out because one beam cannot carry the whole settlement. */
  boolean beamExcluded(int i) {
    return beamTooSmall[i];
  }

  /** Full cost of a site with its units. */
  static AssetCost siteCost(
      PlanningProblem problem, Places places, AccessTechnology a, int place, int units) {
    boolean tower = place >= places.settlements;
    boolean onGrid =
        !tower && AccessCost.onGrid(problem.settlements().get(place).distanceToGridKm());
    Settlement at = tower ? null : problem.settlements().get(place);
    return AccessCost.site(problem.rules().at(at, a), units, tower, onGrid, problem.money());
  }

  private record Option(
      int settlement,
      int technology,
      int site,
      int beam,
      long value,
      long privateCents,
      long demandBps) {}

  /** Collects the options of one settlement after the other. */
  private final class Draftsman {
    private final PlanningProblem problem;
    private final Places places;
    private final List<Option> options = new ArrayList<>();
    private final List<Long> sites = new ArrayList<>();
    private final Map<Long, Integer> siteIndex = new HashMap<>();
    private final Map<BeamCell, Map<Integer, Integer>> beams = new TreeMap<>();
    private final List<Long> beamBps = new ArrayList<>();

    Draftsman(PlanningProblem problem, Places places) {
      this.problem = problem;
      this.places = places;
    }

    void offer(int i) {
      Settlement s = problem.settlements().get(i);
      PlacesInReach inReach = null;
      ServiceStandard standard = problem.standard();
      for (int t = 0; s.unservedPopulation() > 0 && t < technologies.size(); t++) {
        AccessTechnology a = technologies.get(t);
        double weight =
            Demand.weightRatio(
                Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), standard),
                standard);
        long value = Math.round(s.unservedPopulation() * weight * World.VALUE_PER_PERSON);
        if (value == 0 || !locks.allows(s.id(), a.id())) {
          continue;
        }
        double people = s.unservedPopulation();
        long cents =
            AccessCost.settlement(
                    a,
                    Demand.unservedAreaKm2(s),
                    Demand.adopterHouseholds(people, standard),
                    problem.money())
                .lifetimeCents();
        long bps = World.bitsPerSecond(Demand.busyHourMbps(people, a, standard));
        switch (a.serves()) {
          case OWN_SETTLEMENT -> add(i, t, site(i, t), -1, value, cents, bps);
          case IN_REACH -> {
            inReach =
                inReach == null ? new PlacesInReach(problem, places, i, farthestKm()) : inReach;
            for (int v : inReach.within(a.reachKm().value())) {
              add(i, t, site(v, t), -1, value, cents, bps);
            }
          }
          case FREE_STANDING -> {
            int beam = a.beamMbpsPerKm2() == null ? -1 : beam(s, t, a);
            if (beam < 0 || bps <= beamBps.get(beam)) {
              add(i, t, -1, beam, value, cents, bps);
            } else {
              beamTooSmall[i] = true;
            }
          }
        }
      }
    }

    private void add(int i, int t, int site, int beam, long value, long cents, long bps) {
      options.add(new Option(i, t, site, beam, value, cents, bps));
    }

    private double farthestKm() {
      return technologies.stream()
          .filter(a -> a.serves() == AccessTechnology.Serves.IN_REACH)
          .mapToDouble(a -> a.reachKm().value())
          .max()
          .orElse(0);
    }

    private int site(int place, int t) {
      long key = ((long) place << 32) | t;
      return siteIndex.computeIfAbsent(
          key,
          k -> {
            sites.add(k);
            return sites.size() - 1;
          });
    }

    private int beam(Settlement s, int t, AccessTechnology a) {
      BeamCell cell = BeamCell.of(s.location());
      return beams
          .computeIfAbsent(cell, k -> new TreeMap<>())
          .computeIfAbsent(
              t,
              k -> {
                beamBps.add(World.bitsPerSecond(a.beamMbpsPerKm2().value() * cell.areaKm2()));
                return beamBps.size() - 1;
              });
    }
  }
}
