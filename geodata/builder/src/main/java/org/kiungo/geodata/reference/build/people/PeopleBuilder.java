package org.kiungo.geodata.reference.build.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.people.CorrectedPlace;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.geodata.reference.people.PeopleFile;
import org.kiungo.geodata.settle.NearestFeature;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes who lives where and who has 4G: one file of {@link PeopleFile} per country, {@code
 * coverage.csv} and {@code corrected_places.csv}.
 */
public final class PeopleBuilder {

  private PeopleBuilder() {}

  /**
   * @param layers folder with the population grid, the health sites, the roads, the coverage
   *     reports and what contradicts them
   * @param places table of named places, as the reference builder writes it
   * @param nations the countries, with their people and how many of them live in towns
   * @param land first-level areas by country; other land under any other code, never counted
   * @param out folder to write to
   * @return people of the grid's cells that lie too far from any land, and are left out
   * @throws IOException if an input is absent or an output cannot be written
   */
  public static double build(
      Path layers,
      Path places,
      List<CountryFacts> nations,
      Map<String, List<Geometry>> land,
      Path out)
      throws IOException {
    Files.createDirectories(out);
    PopulationGrid grid = PopulationGrid.read(layers.resolve("population_2020_5min_worldpop.tif"));
    Map<String, List<NamedSite>> sites =
        SiteTables.read(places, layers.resolve("health_sites_who_ssa_2019.csv"));
    Roads roads = Roads.read(layers.resolve("roads_natural_earth_10m_africa.geojson"));
    NearestFeature signs = roads.with(sites);
    CountryLand shares = new CountryLand(grid, land);
    Map<Integer, Double> all = shares.shares();
    List<CorrectedPlace> corrected = new ArrayList<>();
    Set<String> countries = new TreeSet<>();
    for (CountryFacts nation : nations) {
      String country = nation.iso3();
      CountryCells cells = new CountryCells(grid, shares, nation, all, signs::distanceKm);
      PlacePeople named = new PlacePeople(country, cells, sites.getOrDefault(country, List.of()));
      corrected.addAll(named.corrected());
      List<InhabitedPlace> inhabited = new InhabitedPlaces(country, cells, named, roads).sorted();
      countries.add(country);
      Files.write(out.resolve(country + ".people"), PeopleFile.write(inhabited));
    }
    Tables.write(corrected, out.resolve("corrected_places.csv"));
    List<CoverageToday> reports =
        CoverageReports.read(
            layers.resolve("mobile_coverage_sdg9c1_2010_2022.csv"),
            layers.resolve("coverage_contradictions.csv"),
            countries);
    Tables.writeCoverage(reports, out.resolve("coverage.csv"));
    return shares.peopleAtSea();
  }
}
