package org.kiungo.planner.deploy.options;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.cost.AccessCost;
import org.kiungo.planner.cost.TransitCost;
import org.kiungo.planner.demand.BusyHour;
import org.kiungo.planner.demand.Demand;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.places.PlacesInReach;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.BeamCell;
import org.kiungo.planner.radio.Reach;
import org.kiungo.planner.radio.SiteUnits;

/** What a block of parts may choose, before sites and beams have numbers. */
final class OfferedOptions {

  static final long NO_BEAM = -1;

  private final PlanningProblem problem;
  private final BusyHour busyHour;
  private final TransitCost transit;
  private final List<AccessTechnology> technologies;
  private final Parts who;
  private final double[] unserved;
  private final PlacesInReach inReach;

  int parts;
  int size;

  /** Per part of the block: options of it and of those before. */
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

  /** What the beam that the option shares carries, or {@link #NO_BEAM}. */
  long[] beamBps = new long[1024];

  OfferedOptions(
      PlanningProblem problem,
      BuildPlaces places,
      List<AccessTechnology> technologies,
      Parts who,
      double[] unserved,
      Granularity granularity) {
    this.problem = problem;
    busyHour = BusyHour.of(problem);
    transit = TransitCost.of(problem);
    this.technologies = technologies;
    this.who = who;
    this.unserved = unserved;
    double farthestKm = 0;
    for (AccessTechnology a : technologies) {
      if (a.serves() == AccessTechnology.Serves.IN_REACH) {
        farthestKm = Math.max(farthestKm, a.reachKm().value());
      }
    }
    inReach = new PlacesInReach(places, unserved, farthestKm, granularity);
  }

  /** Collects the options of the parts {@code from} to before {@code to}. */
  OfferedOptions of(int from, int to) {
    parts = to - from;
    end = new int[parts];
    beamTooSmall = new boolean[parts];
    for (int p = from; p < to; p++) {
      offer(p, p - from);
      end[p - from] = size;
    }
    return this;
  }

  private void offer(int part, int k) {
    int i = who.place(part);
    Settlement s = who.settlement(part);
    ServiceStandard standard = problem.standard();
    double weightRatio = problem.rules().weightRatio(s);
    boolean around = false;
    for (int t = 0; unserved[i] > 0 && t < technologies.size(); t++) {
      AccessTechnology a = technologies.get(t);
      Status status = Demand.status(a.downlinkMbps().value(), a.roundTripMs().value(), standard);
      double counted = Demand.gained(problem.settlements().get(i), status, standard) * weightRatio;
      double weight = Demand.weightRatio(status, standard);
      // shares of the whole, so that what parts are worth adds up to it
      long worth = who.share(Math.round(counted * weight * SolverUnits.VALUE_PER_PERSON), part);
      if (worth == 0 || !who.allows(part, a)) {
        continue;
      }
      double people = Demand.people(s, status);
      double areaKm2 = Demand.areaKm2(s, people);
      long bps = SolverUnits.bitsPerSecond(busyHour.mbps(s, people, a));
      long cents =
          AccessCost.settlement(
                  a, areaKm2, Demand.adopterHouseholds(people, standard), problem.money())
              .plus(transit.of(s, a, bps))
              .lifetimeCents();
      long units = a.needsBackhaul() ? SiteUnits.taken(a, s, areaKm2, bps) : 0;
      if (!SiteUnits.haveRoom(a, areaKm2, units)) {
        continue;
      }
      switch (a.serves()) {
        case OWN_SETTLEMENT -> add(t, i, NO_BEAM, worth, cents, bps, units);
        case IN_REACH -> {
          if (!around) {
            inReach.takeUp(i);
            around = true;
          }
          for (int v : inReach.within(Reach.km(a, s))) {
            add(t, v, NO_BEAM, worth, cents, bps, units);
          }
        }
        case FREE_STANDING -> {
          long beam = NO_BEAM;
          if (a.beamMbpsPerKm2() != null) {
            double mbps = BeamCell.of(s.location()).mbps(a, problem.money());
            beam = SolverUnits.bitsPerSecond(mbps);
          }
          if (beam == NO_BEAM || bps <= beam) {
            add(t, -1, beam, worth, cents, bps, 0);
          } else {
            beamTooSmall[k] = true;
          }
        }
      }
    }
  }

  private void add(int t, int v, long beam, long worth, long cents, long bps, long units) {
    if (size == technology.length) {
      int longer = size + (size >> 1);
      technology = Arrays.copyOf(technology, longer);
      place = Arrays.copyOf(place, longer);
      value = Arrays.copyOf(value, longer);
      privateCents = Arrays.copyOf(privateCents, longer);
      demandBps = Arrays.copyOf(demandBps, longer);
      taken = Arrays.copyOf(taken, longer);
      beamBps = Arrays.copyOf(beamBps, longer);
    }
    technology[size] = t;
    place[size] = v;
    value[size] = worth;
    privateCents[size] = cents;
    demandBps[size] = bps;
    taken[size] = units;
    beamBps[size++] = beam;
  }
}
