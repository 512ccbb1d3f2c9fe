package org.kiungo.planner.deploy.options;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.places.PlacesInReach;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.deploy.settings.TechnologyLocks;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.radio.SiteUnits;

/**
 * What each settlement may choose: options {@code first[i] … first[i + 1] − 1}, each a technology
 * with its value, private cost and load, and the {@code site} it hangs on (−1 when free-standing)
 * or the {@code beam} it shares (−1 when terrestrial or unlimited). Where an option needs sight of
 * its mast, it has both if those out of sight have satellite terminals.
 *
 * <p>A site technology is offered from the settlement's own place and those of {@link
 * PlacesInReach}. Round trips count the access part only here; the plan's writer adds the links.
 */
public final class AccessOptions {

  private final List<AccessTechnology> technologies;
  private final TechnologyLocks locks;
  private final int[] first;
  private final int[] technology;
  private final int[] site;
  private final int[] beam;
  private final long[] value;
  private final long[] privateCents;
  private final long[] demandBps;
  private final long[] taken;

  /** What those out of sight of the option's mast have; −1 = nothing, or there are none. */
  private final int[] rest;

  private final long[] restBps;

  private final int[] owner;

  private final boolean[] demanded;

  private final boolean[] beamTooSmall;

  private final int sites;
  private final int[] sitePlace;
  private final int[] siteTechnology;
  private final SitePrices sitePrices;

  /** Options that hang on a site: {@code siteOption[siteFirst[s] … siteFirst[s + 1] − 1]}. */
  private final int[] siteFirst;

  private final int[] siteOption;
  private final long[] beamBps;

  /** Sites at a place: {@code sitesAt[sitesAtFirst[v] … sitesAtFirst[v + 1] − 1]}. */
  private final int[] sitesAtFirst;

  private final int[] sitesAt;

  public AccessOptions(
      PlanningProblem problem,
      BuildPlaces places,
      List<AccessTechnology> technologies,
      TechnologyLocks locks,
      long[] forgoneCents,
      Granularity granularity,
      int threads) {
    this.technologies = technologies;
    this.locks = locks;
    int n = places.settlements();
    double[] unserved = new double[n];
    demanded = new boolean[n];
    for (int i = 0; i < n; i++) {
      Settlement s = problem.settlements().get(i);
      unserved[i] = s.unservedPopulation();
      demanded[i] = locks.demands(s.id()) || problem.rules().obliges(s);
    }
    List<OfferedOptions> blocks =
        Blocks.of(
            n,
            threads,
            (from, to) ->
                new OfferedOptions(
                        problem, places, technologies, locks, unserved, forgoneCents, granularity)
                    .of(from, to));
    int count = blocks.stream().mapToInt(b -> b.size).sum();
    beamTooSmall = new boolean[n];
    first = new int[n + 1];
    owner = new int[count];
    technology = new int[count];
    site = new int[count];
    beam = new int[count];
    value = new long[count];
    privateCents = new long[count];
    demandBps = new long[count];
    taken = new long[count];
    rest = new int[count];
    restBps = new long[count];
    SiteList list = new SiteList(places.count(), technologies.size());
    BeamList beams = new BeamList();
    int filled = 0;
    int settlement = 0;
    for (OfferedOptions block : blocks) {
      System.arraycopy(block.technology, 0, technology, filled, block.size);
      System.arraycopy(block.value, 0, value, filled, block.size);
      System.arraycopy(block.privateCents, 0, privateCents, filled, block.size);
      System.arraycopy(block.demandBps, 0, demandBps, filled, block.size);
      System.arraycopy(block.taken, 0, taken, filled, block.size);
      System.arraycopy(block.rest, 0, rest, filled, block.size);
      System.arraycopy(block.restBps, 0, restBps, filled, block.size);
      int at = 0;
      for (int k = 0; k < block.settlements; k++, settlement++) {
        beamTooSmall[settlement] = block.beamTooSmall[k];
        for (; at < block.end[k]; at++) {
          int o = filled + at;
          owner[o] = settlement;
          site[o] = block.place[at] < 0 ? -1 : list.site(block.place[at], technology[o]);
          beam[o] =
              block.beamBps[at] == OfferedOptions.NO_BEAM
                  ? -1
                  : beams.beam(
                      places.location(settlement),
                      rest[o] < 0 ? technology[o] : rest[o],
                      block.beamBps[at]);
        }
        first[settlement + 1] = filled + at;
      }
      filled += block.size;
    }
    beamBps = beams.bps();
    sites = list.size();
    sitePlace = list.places();
    siteTechnology = list.technologies();
    sitePrices = new SitePrices(problem, places, technologies, sitePlace, siteTechnology, threads);
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
    sitesAtFirst = new int[places.count() + 1];
    for (int place : sitePlace) {
      sitesAtFirst[place + 1]++;
    }
    Arrays.parallelPrefix(sitesAtFirst, Integer::sum);
    sitesAt = new int[sites];
    fill = sitesAtFirst.clone();
    for (int s = 0; s < sites; s++) {
      sitesAt[fill[sitePlace[s]]++] = s;
    }
  }

  /** The same options at other values and costs, other settlements to be served. */
  private AccessOptions(
      AccessOptions other, long[] value, long[] privateCents, boolean[] demanded) {
    this.value = value;
    this.privateCents = privateCents;
    this.demanded = demanded;
    technologies = other.technologies;
    locks = other.locks;
    first = other.first;
    technology = other.technology;
    site = other.site;
    beam = other.beam;
    demandBps = other.demandBps;
    taken = other.taken;
    rest = other.rest;
    restBps = other.restBps;
    owner = other.owner;
    beamTooSmall = other.beamTooSmall;
    sites = other.sites;
    sitePlace = other.sitePlace;
    siteTechnology = other.siteTechnology;
    sitePrices = other.sitePrices;
    siteFirst = other.siteFirst;
    siteOption = other.siteOption;
    beamBps = other.beamBps;
    sitesAtFirst = other.sitesAtFirst;
    sitesAt = other.sitesAt;
  }

  /**
   * The same options where a settlement's people count more or less.
   *
   * @param weight per settlement, ≥ 0
   */
  public AccessOptions withWeights(double[] weight) {
    long[] weighted = new long[value.length];
    for (int o = 0; o < weighted.length; o++) {
      weighted[o] = Math.round(value[o] * weight[owner[o]]);
    }
    return new AccessOptions(this, weighted, privateCents, demanded);
  }

  /** The same where one settlement must be served; where not, nobody counts there. */
  public AccessOptions deciding(int settlement, boolean isServed) {
    long[] counted = value;
    boolean[] served = demanded.clone();
    if (isServed) {
      served[settlement] = true;
    } else {
      counted = value.clone();
      Arrays.fill(counted, first[settlement], first[settlement + 1], 0);
    }
    return new AccessOptions(this, counted, privateCents, served);
  }

  /** The same options, each costing so many cents more by itself. */
  public AccessOptions withSurcharge(IntToLongFunction cents) {
    long[] charged = new long[privateCents.length];
    Arrays.setAll(charged, o -> privateCents[o] + cents.applyAsLong(o));
    return new AccessOptions(this, value, charged, demanded);
  }

  /** Those offered; options and sites name them by index. */
  public List<AccessTechnology> technologies() {
    return technologies;
  }

  /** Decisions that were respected. */
  public TechnologyLocks locks() {
    return locks;
  }

  /** Number of all options. */
  public int count() {
    return site.length;
  }

  /** First option of a settlement. */
  public int first(int settlement) {
    return first[settlement];
  }

  /** One past the last option of a settlement. */
  public int end(int settlement) {
    return first[settlement + 1];
  }

  /** Settlement of an option. */
  public int owner(int option) {
    return owner[option];
  }

  /** True when a settlement must be served because a choice is locked, or by law. */
  public boolean isDemanded(int settlement) {
    return demanded[settlement];
  }

  /** Technology of an option. */
  public int technology(int option) {
    return technology[option];
  }

  /** Site that an option hangs on; −1 = free-standing. */
  public int site(int option) {
    return site[option];
  }

  /** Beam that an option shares; −1 = none, or one without limit. */
  public int beam(int option) {
    return beam[option];
  }

  /** Value of an option, millionths of a weighted person. */
  public long value(int option) {
    return value[option];
  }

  /** The same; 0 of none (−1). */
  public long valueOf(int option) {
    return option < 0 ? 0 : value[option];
  }

  /** What an option costs by itself, without its site and the way there. */
  public long privateCents(int option) {
    return privateCents[option];
  }

  /** Busy-hour load of an option, bit/s. */
  public long demandBps(int option) {
    return demandBps[option];
  }

  /** What an option takes of its site's units, as {@code SiteUnits} counts; 0 without a site. */
  public long taken(int option) {
    return taken[option];
  }

  /** Technology that those out of sight of an option's mast have; −1 = none, or nobody is. */
  public int rest(int option) {
    return rest[option];
  }

  /** Technology of the terminals that an option has below a beam. */
  int beamTechnology(int option) {
    return rest[option] < 0 ? technology[option] : rest[option];
  }

  /** What an option loads its beam with, bit/s; 0 without one. */
  public long beamLoadBps(int option) {
    return site[option] < 0 ? demandBps[option] : restBps[option];
  }

  /**
   * True when an option is not the first of its settlement at its site: the same mast, something
   * else for those out of its sight.
   *
   * @param position of the option, as {@link #siteOption} has it
   */
  public boolean isVariant(int position, int s) {
    return position > siteFirst[s]
        && owner[siteOption[position]] == owner[siteOption[position - 1]];
  }

  /** Number of sites. */
  public int sites() {
    return sites;
  }

  /** Place of a site. */
  public int sitePlace(int s) {
    return sitePlace[s];
  }

  /** Technology of a site. */
  public int siteTechnology(int s) {
    return siteTechnology[s];
  }

  /** What a site costs once so much of its units is taken. */
  public long siteCents(int s, long takenOfIt) {
    return sitePrices.cents(s, SiteUnits.units(takenOfIt));
  }

  /** What the units of sites cost. */
  public SitePrices sitePrices() {
    return sitePrices;
  }

  /**
   * Options that hang on a site are {@link #siteOption} of this position and the following ones.
   */
  public int siteFirst(int s) {
    return siteFirst[s];
  }

  /** One past the last position of a site. */
  public int siteEnd(int s) {
    return siteFirst[s + 1];
  }

  /** The option at a position of its site. */
  public int siteOption(int position) {
    return siteOption[position];
  }

  /** Sites at a place are {@link #siteAt} of this position and the following ones. */
  public int sitesAtFirst(int place) {
    return sitesAtFirst[place];
  }

  /** One past the last position of a place. */
  public int sitesAtEnd(int place) {
    return sitesAtFirst[place + 1];
  }

  /** The site at a position of its place. */
  public int siteAt(int position) {
    return sitesAt[position];
  }

  /** Number of beams whose capacity is limited. */
  public int beams() {
    return beamBps.length;
  }

  /** What a beam carries, bit/s. */
  public long beamBps(int b) {
    return beamBps[b];
  }

  /** True when a satellite was left out because one beam cannot carry the whole settlement. */
  public boolean beamExcluded(int i) {
    return beamTooSmall[i];
  }
}
