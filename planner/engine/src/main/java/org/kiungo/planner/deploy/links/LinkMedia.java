package org.kiungo.planner.deploy.links;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.radio.GroundProfile;

/**
 * Lifetime cost of every candidate link by medium and load, in cents: c(q) = min over media of
 * cost(⌈q / system⌉ systems), to the cent as plans pay it, over those whose spectrum holds so many.
 * It never falls with the load, so the medium of a link follows from its load and is no decision of
 * its own.
 */
public final class LinkMedia {

  private final List<Medium> media;

  /** The media as they are laid along a road. */
  private final List<Medium> alongRoad;

  /** The media as they are laid where no road leads. */
  private final List<Medium> elsewhere;

  /** By link on the ground: true where it follows a road. */
  private final boolean[] along;

  /** By link on the ground: the border that it crosses, or null; empty where none is. */
  private final String[] crossed;

  private final Crossings crossings;

  private final Money money;
  private final long[] systemBps;

  /** What all systems that a hop may have carry. */
  private final long[] mostBps;

  /** Per link and medium: the first system's cost, −1 where it does not span; a further one's. */
  private final long[] costs;

  /**
   * The same before it is rounded, cents: many systems cost what they cost together, not so often
   * the rounded price of one. Empty where no medium comes in systems.
   */
  private final double[] exactCents;

  private final int stride;

  /**
   * @param closed by link on the ground: true where ground or rain closes it to radio; links beyond
   *     go up to satellites
   * @param along by link on the ground: true where it follows a road
   * @param roads true where roads are known
   * @param crossings what borders cost
   * @param crossed by link on the ground: the border that it crosses, or null; empty where none is
   */
  LinkMedia(
      List<Medium> media,
      Money money,
      double[] linkKm,
      boolean[] closed,
      boolean[] along,
      boolean roads,
      Crossings crossings,
      String[] crossed,
      int threads) {
    this.media = media;
    this.along = along;
    this.crossed = crossed;
    this.crossings = crossings;
    alongRoad = media.stream().map(Medium::alongRoad).toList();
    elsewhere = awayFromRoads(media, roads);
    this.money = money;
    stride = 2 * media.size();
    systemBps = new long[media.size()];
    mostBps = new long[media.size()];
    for (int m = 0; m < media.size(); m++) {
      Medium medium = media.get(m);
      systemBps[m] =
          medium.systemMbps() == null
              ? Long.MAX_VALUE
              : SolverUnits.bitsPerSecond(medium.systemMbps().value());
      boolean ends = medium.systemMbps() != null && medium.mostSystems() != null;
      mostBps[m] = ends ? systemBps[m] * LinkCost.mostSystems(medium) : Long.MAX_VALUE;
    }
    costs = new long[Math.multiplyExact(linkKm.length, stride)];
    exactCents = new double[isStepped() ? costs.length : 0];
    Blocks.of(
        linkKm.length,
        threads,
        (from, to) -> {
          for (int e = from; e < to; e++) {
            boolean up = e >= closed.length;
            fill(e, linkKm[e], up, !up && closed[e]);
          }
          return from;
        });
  }

  /** Media as they are laid where no road leads. */
  static List<Medium> awayFromRoads(List<Medium> media, boolean roads) {
    return roads ? media.stream().map(Medium::acrossCountry).toList() : media;
  }

  private void fill(int link, double km, boolean up, boolean closed) {
    for (int m = 0; m < systemBps.length; m++) {
      Medium medium = laid(m, link);
      boolean spans =
          medium.viaSky() == up
              && LinkCost.reaches(medium, km)
              && !(closed && GroundProfile.isNeededBy(medium));
      long first = spans ? cents(medium, km, 1) : -1;
      costs[link * stride + 2 * m] = first;
      if (spans && medium.systemMbps() != null) {
        costs[link * stride + 2 * m + 1] = cents(medium, km, 2) - first;
        double exact = LinkCost.lifetimeUsd(medium, km, 1, money);
        exactCents[link * stride + 2 * m] = 100 * exact;
        exactCents[link * stride + 2 * m + 1] =
            100 * (LinkCost.lifetimeUsd(medium, km, 2, money) - exact);
      }
    }
  }

  private long cents(Medium medium, double km, int systems) {
    return LinkCost.link(medium, km, systems, money).lifetimeCents();
  }

  /** The media that may be chosen; all else names them by index. */
  public List<Medium> media() {
    return media;
  }

  /** A medium as it is laid on a link. */
  public Medium laid(int medium, int link) {
    Medium laid = (link < along.length && along[link] ? alongRoad : elsewhere).get(medium);
    return link < crossed.length ? crossings.across(laid, crossed[link]) : laid;
  }

  boolean allowed(int link) {
    for (int m = 0; m < systemBps.length; m++) {
      if (firstCents(m, link) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** True when some medium comes in systems of limited capacity. */
  public boolean isStepped() {
    return Arrays.stream(systemBps).anyMatch(bps -> bps < Long.MAX_VALUE);
  }

  public long systems(int medium, long loadBps) {
    return loadBps <= systemBps[medium] ? 1 : (loadBps - 1) / systemBps[medium] + 1;
  }

  public long systemBps(int medium) {
    return systemBps[medium];
  }

  /** One system's cost; −1 when the medium does not span the link. */
  public long firstCents(int medium, int link) {
    return costs[link * stride + 2 * medium];
  }

  public long furtherCents(int medium, int link) {
    return costs[link * stride + 2 * medium + 1];
  }

  /** True when a medium does not span a link, or another is never dearer there at any load. */
  public boolean isDominated(int medium, int link) {
    boolean dominated = firstCents(medium, link) < 0;
    for (int m = 0; m < systemBps.length && !dominated; m++) {
      if (m != medium && firstCents(m, link) >= 0) {
        boolean noDearer =
            firstCents(m, link) <= firstCents(medium, link)
                && systemBps[m] >= systemBps[medium]
                && mostBps[m] >= mostBps[medium]
                && furtherCents(m, link) <= furtherCents(medium, link);
        boolean same =
            firstCents(m, link) == firstCents(medium, link)
                && systemBps[m] == systemBps[medium]
                && mostBps[m] == mostBps[medium]
                && furtherCents(m, link) == furtherCents(medium, link);
        dominated = noDearer && (!same || m < medium);
      }
    }
    return dominated;
  }

  private long cents(int medium, int link, long loadBps) {
    long further = systems(medium, loadBps) - 1;
    int at = link * stride + 2 * medium;
    return further == 0 ? costs[at] : withFurther(at, further);
  }

  private long withFurther(int at, long further) {
    return AssetCost.nearest(exactCents[at] + further * exactCents[at + 1]);
  }

  /**
   * Cheapest medium of an allowed link at a load, the first of equals; where none carries it, the
   * one that carries most.
   */
  public int medium(int link, long loadBps) {
    int best = -1;
    int widest = -1;
    long bestCents = Long.MAX_VALUE;
    for (int m = 0; m < systemBps.length; m++) {
      if (firstCents(m, link) < 0) {
        continue;
      }
      widest = widest < 0 || mostBps[m] > mostBps[widest] ? m : widest;
      if (loadBps <= mostBps[m] && cents(m, link, loadBps) < bestCents) {
        best = m;
        bestCents = cents(m, link, loadBps);
      }
    }
    return best < 0 ? widest : best;
  }

  /**
   * Cost of an allowed link at a load, {@link SolverUnits#NEVER_CENTS} where no medium carries it.
   * Asked most often of all, so that it divides only if it must.
   */
  public long cents(int link, long loadBps) {
    long best = SolverUnits.NEVER_CENTS;
    int at = link * stride;
    for (int m = 0; m < systemBps.length; m++) {
      long first = costs[at + 2 * m];
      if (first >= 0 && first < best && loadBps <= mostBps[m]) {
        long further = loadBps <= systemBps[m] ? 0 : (loadBps - 1) / systemBps[m];
        best = Math.min(best, further == 0 ? first : withFurther(at + 2 * m, further));
      }
    }
    return best;
  }

  /** Full cost of a link with the systems its load needs. */
  public AssetCost cost(int medium, int link, double km, long loadBps) {
    return LinkCost.link(laid(medium, link), km, (int) systems(medium, loadBps), money);
  }
}
