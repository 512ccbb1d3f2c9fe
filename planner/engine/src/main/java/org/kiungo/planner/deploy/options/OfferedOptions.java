package org.kiungo.planner.deploy.options;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.places.PlacesInReach;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.deploy.settings.TechnologyLocks;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.radio.Reach;
import org.kiungo.planner.radio.SightParts;
import org.kiungo.planner.radio.SiteUnits;

/** What a block of settlements may choose, before sites and beams have numbers. */
final class OfferedOptions {

  static final long NO_BEAM = -1;

  private final PlanningProblem problem;
  private final BusyHour busyHour;
  private final TransitCost transit;
  private final List<AccessTechnology> technologies;
  private final TechnologyLocks locks;

  /** Number of each place by its id, where a lock names any. */
  private final Map<String, Integer> lockedPlaces = new HashMap<>();

  private final double[] unserved;

  /** What leaving each settlement without service costs, cents. */
  private final long[] forgone;

  private final BuildPlaces places;

  private final PlacesInReach inReach;

  /** Places in other countries; null where no site serves abroad. */
  private final PlacesInReach inReachAbroad;

  /** What a settlement pays beside that is served from one of them. */
  private final long abroadCents;

  int settlements;
  int size;

  /** Per settlement of the block: options of it and of those before. */
  int[] end;

  boolean[] beamTooSmall;
  int[] technology = new int[1024];

  /** Where the option's site stands; −1 = free-standing. */
  int[] place = new int[1024];

  long[] value = new long[1024];
  long[] privateCents = new long[1024];
  long[] demandBps = new long[1024];

  /** What the option takes of its site's units, as {@link SiteUnits} counts. */
  long[] taken = new long[1024];

  /** What those out of sight have; −1 = nothing, or there are none. */
  int[] rest = new int[1024];

  long[] restBps = new long[1024];

  /** What the beam that the option shares carries, or {@link #NO_BEAM}. */
  long[] beamBps = new long[1024];

  OfferedOptions(
      PlanningProblem problem,
      BuildPlaces places,
      List<AccessTechnology> technologies,
      TechnologyLocks locks,
      double[] unserved,
      long[] forgone,
      Granularity granularity) {
    this.problem = problem;
    busyHour = BusyHour.of(problem);
    transit = TransitCost.of(problem);
    this.technologies = technologies;
    this.locks = locks;
    this.unserved = unserved;
    this.forgone = forgone;
    double farthestKm = 0;
    for (AccessTechnology a : technologies) {
      if (a.serves() == AccessTechnology.Serves.IN_REACH) {
        farthestKm = Math.max(farthestKm, a.reachKm().value());
      }
    }
    this.places = places;
    for (int v = 0; v < places.standing() && locks.namePlaces(); v++) {
      lockedPlaces.put(places.id(v), v);
    }
    inReach = new PlacesInReach(places, unserved, farthestKm, granularity);
    ServiceAbroad abroad = ServiceAbroad.of(problem);
    boolean isOffered = abroad.isPriced() && !places.homes().isEmpty();
    inReachAbroad =
        isOffered ? PlacesInReach.abroad(places, unserved, farthestKm, granularity) : null;
    abroadCents = isOffered ? abroad.cost().lifetimeCents() : 0;
  }

  /** Collects the options of the settlements {@code from} to before {@code to}. */
  OfferedOptions of(int from, int to) {
    settlements = to - from;
    end = new int[settlements];
    beamTooSmall = new boolean[settlements];
    for (int i = from; i < to; i++) {
      offer(i, i - from);
      end[i - from] = size;
    }
    return this;
  }

  private void offer(int i, int k) {
    Settlement s = problem.settlements().get(i);
    boolean around = false;
    for (int t = 0; unserved[i] > 0 && t < technologies.size(); t++) {
      AccessTechnology a = technologies.get(t);
      double seen = SightParts.seenRatio(a, s);
      long worth = SightParts.seen(worth(s, a), seen);
      if (worth == 0 || !locks.allows(s.id(), a.id())) {
        continue;
      }
      Use use = use(SightParts.share(s, seen), a, worth);
      if (!use.hasRoom) {
        continue;
      }
      String locked = locks.placeId(s.id());
      switch (a.serves()) {
        case OWN_SETTLEMENT -> {
          if (!s.siteClosed() && (locked.isEmpty() || locked.equals(s.id()))) {
            add(s, i, t, i, seen, use);
          }
        }
        case IN_REACH -> {
          if (!around) {
            takeUp(i);
            around = true;
          }
          double reachKm = Reach.servesKm(a, s);
          for (int v : locked.isEmpty() ? within(reachKm) : lockedWithin(i, locked, reachKm)) {
            if (v >= unserved.length || !problem.settlements().get(v).siteClosed()) {
              add(s, i, t, v, seen, places.areApart(i, v) ? use.with(0, abroadCents) : use);
            }
          }
        }
        case FREE_STANDING -> {
          long beam = beamBps(s, a);
          if (beam == NO_BEAM || use.bps <= beam) {
            add(t, -1, use, -1, 0, beam);
          } else {
            beamTooSmall[k] = true;
          }
        }
      }
    }
  }

  private void takeUp(int i) {
    inReach.takeUp(i);
    if (inReachAbroad != null) {
      inReachAbroad.takeUp(i);
    }
  }

  /** Where the one site stands that must serve a settlement, if that is in reach. */
  private int[] lockedWithin(int i, String placeId, double reachKm) {
    int v = lockedPlaces.get(placeId);
    boolean may = inReachAbroad != null || !places.areApart(i, v);
    return may && places.location(i).distanceKm(places.location(v)) <= reachKm
        ? new int[] {v}
        : new int[0];
  }

  /** Where sites within a reach may stand, ascending. */
  private int[] within(double reachKm) {
    int[] home = inReach.within(reachKm);
    return inReachAbroad == null
        ? home
        : IntStream.concat(IntStream.of(home), IntStream.of(inReachAbroad.within(reachKm)))
            .sorted()
            .toArray();
  }

  /** What serving some people with a technology means beside its site. */
  private record Use(long worth, long cents, long bps, long taken, boolean hasRoom) {

    /** The same with what the others have, on the same site. */
    Use with(long moreWorth, long moreCents) {
      return new Use(worth + moreWorth, cents + moreCents, bps, taken, hasRoom);
    }
  }

  /** Value of serving all of a settlement's people. */
  private long worth(Settlement s, AccessTechnology a) {
    ServiceStandard standard = problem.standard();
    Status status = Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), standard);
    double counted = Demand.gained(s, status, standard) * problem.rules().weightRatio(s);
    return Math.round(
        counted * Demand.weightRatio(status, standard) * SolverUnits.VALUE_PER_PERSON);
  }

  private Use use(Settlement s, AccessTechnology a, long worth) {
    ServiceStandard standard = problem.standard();
    double people = Demand.people(s, a, standard);
    double areaKm2 = Demand.areaKm2(s, people);
    long bps = SolverUnits.bitsPerSecond(busyHour.mbps(s, people, a));
    long cents =
        AccessCost.settlement(
                a,
                Demand.inhabitedKm2(s, people),
                Demand.adopterHouseholds(people, standard),
                problem.money())
            .plus(transit.of(s, a, bps))
            .lifetimeCents();
    long units = a.needsBackhaul() ? SiteUnits.taken(a, s, areaKm2, bps) : 0;
    return new Use(worth, cents, bps, units, SiteUnits.haveRoom(a, areaKm2, units));
  }

  private long beamBps(Settlement s, AccessTechnology a) {
    return a.beamMbpsPerKm2() == null
        ? NO_BEAM
        : SolverUnits.bitsPerSecond(BeamCell.of(s.location()).mbps(a, problem.money()));
  }

  /**
   * An option on a site. Where it needs sight, one with each satellite that may serve the others,
   * and one that leaves them, unless the law asks for everybody.
   */
  private void add(Settlement s, int i, int t, int v, double seen, Use use) {
    if (seen == 1) {
      add(t, v, use, -1, 0, NO_BEAM);
      return;
    }
    Settlement others = SightParts.share(s, 1 - seen);
    boolean any = false;
    for (int r = 0; r < technologies.size(); r++) {
      AccessTechnology a = technologies.get(r);
      long worth = worth(s, a) - SightParts.seen(worth(s, a), seen);
      if (!a.needsBackhaul() && worth > 0 && locks.leaves(s.id(), a.id())) {
        Use own = use(others, a, worth);
        long beam = beamBps(s, a);
        if (beam == NO_BEAM || own.bps <= beam) {
          add(t, v, use.with(own.worth, own.cents), r, own.bps, beam);
          any = true;
        }
      }
    }
    if (!any || !problem.rules().obliges(s)) {
      add(t, v, use.with(0, forgone[i] - SightParts.seen(forgone[i], seen)), -1, 0, NO_BEAM);
    }
  }

  private void add(int t, int v, Use use, int r, long bpsOfRest, long beam) {
    if (size == technology.length) {
      int longer = size + (size >> 1);
      technology = Arrays.copyOf(technology, longer);
      place = Arrays.copyOf(place, longer);
      value = Arrays.copyOf(value, longer);
      privateCents = Arrays.copyOf(privateCents, longer);
      demandBps = Arrays.copyOf(demandBps, longer);
      taken = Arrays.copyOf(taken, longer);
      beamBps = Arrays.copyOf(beamBps, longer);
      rest = Arrays.copyOf(rest, longer);
      restBps = Arrays.copyOf(restBps, longer);
    }
    technology[size] = t;
    place[size] = v;
    value[size] = use.worth;
    privateCents[size] = use.cents;
    demandBps[size] = use.bps;
    taken[size] = use.taken;
    rest[size] = r;
    restBps[size] = bpsOfRest;
    beamBps[size++] = beam;
  }
}
