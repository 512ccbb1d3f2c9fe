package org.kiungo.planner.verify.formula;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.Figure;

/**
 * The ground and the people that units of technologies serve: how far one reaches, the cell that is
 * its own among others, how much of them a settlement takes, and who sees a mast.
 */
public final class Coverage {

  /**
   * People per km² from which a place is a town: urban centres of the Degree of Urbanisation. So
   * dense is also taken to be whatever has no known area.
   *
   * @see <a href="https://doi.org/10.2785/706535">Eurostat and others 2021, section 2</a>
   */
  static final double TOWN_PEOPLE_PER_KM2 = 1_500;

  /** One unit: what is taken of units is counted in whole billionths, so that sums are exact. */
  public static final long WHOLE = 1_000_000_000;

  /** Fewer people out of sight than this are not told apart. */
  private static final double FEWEST_OUT_OF_SIGHT = 50;

  /** More units at one settlement stand for ground that no number of them covers. */
  private static final double MOST_UNITS = 1e6;

  /** A phone's height in metres, 3GPP TR 38.901. */
  private static final double PHONE_M = 1.5;

  private record Reach(double openKm, double townKm) {}

  private final Map<String, Reach> reachOf = new HashMap<>();

  /** Of technologies, whose ids are unique. */
  public Coverage(Collection<AccessTechnology> technologies) {
    technologies.forEach(a -> reachOf.put(a.id(), reach(a)));
  }

  private static Reach reach(AccessTechnology a) {
    if (a.reachKm() == null) {
      return new Reach(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double openKm = a.reachKm().value();
    if (openKm == 0 || a.bandGhz() == null || a.mastM() == null) {
      return new Reach(openKm, openKm);
    }
    RadioLoss loss = new RadioLoss(a.bandGhz().value(), a.mastM().value(), PHONE_M);
    // to the millimetre, as lengths are
    double townKm = Math.rint(1_000 * loss.inTownM(1_000 * openKm)) / 1e6;
    return new Reach(openKm, Math.min(openKm, townKm));
  }

  /** False where each terminal goes straight up: no site, no way to the network. */
  public static boolean needsSite(AccessTechnology a) {
    return a.serves() != Serves.FREE_STANDING;
  }

  static boolean isTown(Settlement s) {
    return s.population() >= TOWN_PEOPLE_PER_KM2 * s.areaKm2();
  }

  /** Radius of the ground that a unit covers at a settlement, km; infinite where it has none. */
  public double reachKm(AccessTechnology a, Settlement at) {
    Reach reach = reachOf.get(a.id());
    return isTown(at) ? reach.townKm() : reach.openKm();
  }

  /**
   * How far from a settlement a site may stand that serves it, km: the reach, of which a part of a
   * place gives up the radius of its ground, as all of it is to be in reach.
   */
  public double servesKm(AccessTechnology a, Settlement at) {
    boolean whole = !at.attributes().containsKey(Settlement.PART_OF);
    if (whole || Double.isNaN(at.areaKm2())) {
      return reachKm(a, at);
    }
    return Math.max(0, reachKm(a, at) - Math.sqrt(at.areaKm2() / Math.PI));
  }

  /**
   * A unit's own ground: of masts that stand d = √3 · reach apart each has a hexagon of √3 / 2 ·
   * d², the largest cell in which nobody is farther than the reach.
   */
  public double cellKm2(AccessTechnology a, Settlement at) {
    double apartKm = Math.sqrt(3) * reachKm(a, at);
    return Math.sqrt(3) / 2 * apartKm * apartKm;
  }

  /** Ground of some of a settlement's people, as much of it as of its people, km². */
  public static double areaKm2(Settlement s, double people) {
    if (people == 0) {
      return 0;
    }
    boolean unknown = Double.isNaN(s.areaKm2());
    return unknown ? people / TOWN_PEOPLE_PER_KM2 : s.areaKm2() * (people / s.population());
  }

  /** Of that ground the part they live in, km²: all, unless the settlement tells it apart. */
  public static double inhabitedKm2(Settlement s, double people) {
    double land = areaKm2(s, people);
    return Double.isNaN(s.inhabitedKm2()) || land == 0
        ? land
        : s.inhabitedKm2() * (people / s.population());
  }

  /**
   * What a settlement takes of units: by its load or by its ground, whichever takes more.
   *
   * @param areaKm2 of those served
   * @param bps their load
   * @return billionths of a unit, rounded down
   */
  public long taken(AccessTechnology a, Settlement at, double areaKm2, long bps) {
    double units = areaKm2 == 0 ? 0 : areaKm2 / cellKm2(a, at);
    if (a.siteCapacityMbps() != null) {
      units = Math.max(units, bps / (double) BusyHourLoad.bps(a.siteCapacityMbps().value()));
    }
    return (long) Math.floor(WHOLE * Math.min(units, 2 * MOST_UNITS));
  }

  /** Whole units for what is taken; one at least. */
  public static int units(long taken) {
    long whole = taken / WHOLE + (taken % WHOLE > 0 ? 1 : 0);
    return (int) Math.max(1, Math.min(whole, Integer.MAX_VALUE));
  }

  /** True when a settlement's ground has room for what it takes: for one unit it always has. */
  public static boolean hasRoom(AccessTechnology a, double areaKm2, long taken) {
    double most = MOST_UNITS;
    if (a.unitsPerKm2() != null) {
      most = Math.min(most, Math.max(1, a.unitsPerKm2().value() * areaKm2));
    }
    return taken - 1 < WHOLE * most;
  }

  /**
   * Share of a settlement's people who see a mast of a technology, told apart where enough do not;
   * all where it needs no sight.
   *
   * @see <a href="https://www.itu.int/rec/R-REC-P.1410">Recommendation ITU-R P.1410: buildings that
   *     see a station, by density and height</a>
   */
  public static double seenRatio(AccessTechnology a, Settlement s) {
    boolean town = isTown(s) && a.townSightRatio() != null;
    Figure stated = town ? a.townSightRatio() : a.sightRatio();
    double seen = stated == null ? 1 : stated.value();
    boolean few = PeopleServed.below(s) * (1 - seen) < FEWEST_OUT_OF_SIGHT;
    return seen > 0 && few ? 1 : seen;
  }

  /** As many of a settlement's people, with their ground and institutions, as a place by itself. */
  public static Settlement part(Settlement whole, double ratio) {
    return ratio == 1
        ? whole
        : whole
            .with()
            .population(ratio * whole.population())
            .areaKm2(ratio * whole.areaKm2())
            .inhabitedKm2(ratio * whole.inhabitedKm2())
            .institutionMbps(ratio * whole.institutionMbps())
            .build();
  }

  /** What of an amount is of those in sight, rounded down; the rest is of the others. */
  public static long ofSeen(long amount, double seenRatio) {
    return seenRatio == 1 ? amount : (long) Math.floor(seenRatio * amount);
  }
}
