package org.kiungo.geodata.reference.build.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kiungo.geodata.reference.people.CorrectedPlace;

/**
 * Gives the people of a country's cells to its named places:
 *
 * <ol>
 *   <li>A place of GeoNames that claims more than three times the people within 10 km claims only
 *       those of its own cell and of the urban ones within 10 km (it names its county's people, or
 *       its whole agglomeration's) and is listed. A capital's claim stands: its count is its own,
 *       and where the grid does not see it (Juba, 450,000 people against 4,500) the grid errs.
 *   <li>Each place takes what it claims from its own cell; where several claim more than is there,
 *       in proportion.
 *   <li>What a claim still lacks comes from the cells within 10 km, nearest first, the largest
 *       claim first: a city is wider than a cell. These people stay in their cell under its name.
 *   <li>What it lacks then moves to it from the cells within 50 km, from each in proportion to what
 *       it has left: a count is better evidence than the grid's model, which spreads the people of
 *       small towns over the land around (Djibouti's most of all). Corrected claims draw on nobody.
 *   <li>What is left in a cell goes to its places without a figure, by weight: those of GeoNames
 *       and health sites, one of several within 2 km.
 * </ol>
 *
 * People in cells without a named place stay there.
 */
final class PlacePeople {

  static final double AROUND_KM = 10;
  private static final double SAME_PLACE_KM = 2;
  private static final double MOVED_KM = 50;
  private static final int MOST_TIMES = 3;

  /** People of a place of GeoNames in a cell that is not its own. */
  record CityCell(int site, int cell, long people, double areaKm2) {}

  private final String country;
  private final CountryCells cells;
  private final List<NamedSite> sites;
  private final int[] home;
  private final long[] claim;
  private final long[] given;
  private final double[] areaKm2;
  private final List<CityCell> cityCells = new ArrayList<>();
  private final List<Integer> tooLarge = new ArrayList<>();
  private final List<CorrectedPlace> corrected = new ArrayList<>();

  /**
   * @param sites places of GeoNames and health sites of this country
   */
  PlacePeople(String country, CountryCells cells, List<NamedSite> sites) {
    this.country = country;
    this.cells = cells;
    this.sites = onePerPlace(sites);
    int n = this.sites.size();
    home = this.sites.stream().mapToInt(s -> cells.at(s.location())).toArray();
    claim = this.sites.stream().mapToLong(NamedSite::claimed).toArray();
    given = new long[n];
    areaKm2 = new double[n];
    long[] around = correct();
    byCell(true).forEach(this::takeAtHome);
    takeAround();
    byCell(false).forEach(this::shareRest);
    for (int k : tooLarge) {
      NamedSite s = this.sites.get(k);
      corrected.add(
          new CorrectedPlace(country, s.geonamesId(), s.name(), s.claimed(), around[k], all(k)));
    }
  }

  List<NamedSite> sites() {
    return sites;
  }

  long people(int site) {
    return given[site];
  }

  double areaKm2(int site) {
    return areaKm2[site];
  }

  List<CityCell> cityCells() {
    return cityCells;
  }

  private long all(int site) {
    return given[site]
        + cityCells.stream().filter(c -> c.site == site).mapToLong(CityCell::people).sum();
  }

  List<CorrectedPlace> corrected() {
    return corrected;
  }

  /** Places of GeoNames stay; a health site within 2 km of one, or of a weightier one, goes. */
  private static List<NamedSite> onePerPlace(List<NamedSite> sites) {
    List<NamedSite> order = new ArrayList<>(sites);
    order.sort(
        Comparator.comparing((NamedSite s) -> s.geonamesId() == 0)
            .thenComparingLong(NamedSite::geonamesId)
            .thenComparing(Comparator.comparingInt(NamedSite::weight).reversed())
            .thenComparingDouble(s -> s.location().lon())
            .thenComparingDouble(s -> s.location().lat())
            .thenComparing(NamedSite::name));
    Map<Long, List<NamedSite>> kept = new TreeMap<>();
    List<NamedSite> result = new ArrayList<>();
    for (NamedSite site : order) {
      if (site.geonamesId() > 0 || isAlone(site, kept)) {
        kept.computeIfAbsent(square(site, 0, 0), s -> new ArrayList<>()).add(site);
        result.add(site);
      }
    }
    return List.copyOf(result);
  }

  private static boolean isAlone(NamedSite site, Map<Long, List<NamedSite>> kept) {
    for (int east = -1; east <= 1; east++) {
      for (int north = -1; north <= 1; north++) {
        for (NamedSite other : kept.getOrDefault(square(site, east, north), List.of())) {
          if (Around.km(site.location(), other.location()) <= SAME_PLACE_KM) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Number of a square of 0.03°, wider than 2 km. */
  private static long square(NamedSite site, int east, int north) {
    long x = (long) Math.floor(site.location().lon() / 0.03) + east;
    long y = (long) Math.floor(site.location().lat() / 0.03) + north;
    return x * 100_000 + y;
  }

  private long[] correct() {
    long[] around = new long[sites.size()];
    for (int k = 0; k < claim.length; k++) {
      if (claim[k] > 0) {
        int[] near = cells.around(sites.get(k).location(), AROUND_KM);
        around[k] = IntStream.of(near).mapToLong(c -> cells.people[c]).sum();
        int own = home[k];
        if (IntStream.of(near).noneMatch(c -> c == own)) {
          around[k] += cells.people[own];
        }
        if (claim[k] > MOST_TIMES * around[k] && !sites.get(k).capital()) {
          claim[k] = cells.people[own];
          for (int c : near) {
            claim[k] += c != own && cells.isUrban(c) ? cells.people[c] : 0;
          }
          tooLarge.add(k);
        }
      }
    }
    return around;
  }

  private Map<Integer, List<Integer>> byCell(boolean counted) {
    Map<Integer, List<Integer>> byCell = new TreeMap<>();
    for (int k = 0; k < claim.length; k++) {
      if (sites.get(k).isCounted() == counted) {
        byCell.computeIfAbsent(home[k], c -> new ArrayList<>()).add(k);
      }
    }
    return byCell;
  }

  private void takeAtHome(int cell, List<Integer> places) {
    double[] claims = places.stream().mapToDouble(k -> claim[k]).toArray();
    long wanted = places.stream().mapToLong(k -> claim[k]).sum();
    long[] shares = Shares.of(Math.min(wanted, cells.rest[cell]), claims);
    for (int p = 0; p < shares.length; p++) {
      take(places.get(p), cell, shares[p]);
    }
  }

  private void takeAround() {
    int[] largestFirst =
        IntStream.range(0, claim.length)
            .filter(k -> given[k] < claim[k])
            .boxed()
            .sorted(Comparator.comparingLong((Integer k) -> -claim[k]).thenComparing(k -> k))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k : largestFirst) {
      boolean urbanOnly = tooLarge.contains(k);
      long lacking = claim[k] - given[k];
      for (int cell : cells.around(sites.get(k).location(), AROUND_KM)) {
        long count = urbanOnly && !cells.isUrban(cell) ? 0 : Math.min(lacking, cells.rest[cell]);
        if (count > 0) {
          cityCells.add(new CityCell(k, cell, count, cells.take(cell, count)));
          lacking -= count;
        }
      }
      if (!urbanOnly) {
        move(k, lacking);
      }
    }
  }

  private void move(int site, long lacking) {
    int[] near = cells.around(sites.get(site).location(), MOVED_KM);
    double[] left = IntStream.of(near).mapToDouble(c -> cells.rest[c]).toArray();
    long count = Math.min(lacking, IntStream.of(near).mapToLong(c -> cells.rest[c]).sum());
    long[] shares = Shares.of(count, left);
    for (int c = 0; c < near.length; c++) {
      cells.rest[near[c]] -= shares[c];
    }
    given[site] += count;
    if (areaKm2[site] == 0) {
      areaKm2[site] = cells.landKm2[home[site]];
    }
  }

  private void shareRest(int cell, List<Integer> places) {
    double[] weights = places.stream().mapToDouble(k -> sites.get(k).weight()).toArray();
    long[] shares = Shares.of(cells.rest[cell], weights);
    for (int p = 0; p < shares.length; p++) {
      take(places.get(p), cell, shares[p]);
    }
  }

  private void take(int site, int cell, long count) {
    if (count > 0) {
      given[site] += count;
      areaKm2[site] += cells.take(cell, count);
    }
  }
}
