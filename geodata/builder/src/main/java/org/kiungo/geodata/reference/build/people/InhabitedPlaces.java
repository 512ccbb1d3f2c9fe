package org.kiungo.geodata.reference.build.people;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.geodata.reference.people.InhabitedPlace.Origin;
import org.kiungo.geodata.reference.people.PeopleFile;
import org.kiungo.planner.model.value.LonLat;

/** The places of a country from its named places and what is left in its cells. */
final class InhabitedPlaces {

  private static final double CELL_PLACES = 1e3;
  private static final double SITE_PLACES = 1e4;

  private final String country;
  private final CountryCells cells;
  private final Roads roads;
  private final List<InhabitedPlace> places = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  InhabitedPlaces(String country, CountryCells cells, PlacePeople named, Roads roads) {
    this.country = country;
    this.cells = cells;
    this.roads = roads;
    for (int k = 0; k < named.sites().size(); k++) {
      NamedSite site = named.sites().get(k);
      if (named.people(k) > 0) {
        LonLat at = rounded(site.location(), SITE_PLACES);
        String id = site.geonamesId() > 0 ? country + "_gn" + site.geonamesId() : id(at);
        add(id, site.name(), at, named.people(k), named.areaKm2(k), origin(site, named.people(k)));
      }
    }
    for (PlacePeople.CityCell part : named.cityCells()) {
      String name = named.sites().get(part.site()).name();
      inCell(name, part.cell(), part.people(), part.areaKm2(), Origin.CITY_CELL);
    }
    for (SparseCells.Group group : SparseCells.of(cells)) {
      inCell("", group.cell(), group.people(), group.areaKm2(), Origin.GRID_CELL);
    }
  }

  /** By cell; rounded as a reader gets them, since coverage is solved for the same figures. */
  List<InhabitedPlace> sorted() {
    places.sort(
        Comparator.comparingInt((InhabitedPlace p) -> cells.cell[cells.at(p.location())])
            .thenComparing(InhabitedPlace::origin)
            .thenComparing(InhabitedPlace::id));
    return PeopleFile.read(country, new ByteArrayInputStream(PeopleFile.write(places)));
  }

  /** Several lots of people in one cell stand a hundred metres apart, so that each has its id. */
  private void inCell(String name, int cell, long people, double areaKm2, Origin origin) {
    LonLat at = rounded(cells.middle[cell], CELL_PLACES);
    while (ids.contains(id(at))) {
      at = rounded(new LonLat(at.lon(), at.lat() + 1 / CELL_PLACES), CELL_PLACES);
    }
    add(id(at), name, at, people, areaKm2, origin);
  }

  private void add(String id, String name, LonLat at, long people, double areaKm2, Origin origin) {
    if (!ids.add(id)) {
      throw new IllegalStateException("two places with the identity " + id);
    }
    places.add(
        new InhabitedPlace(
            id, country, name, at, people, areaKm2, roads.distanceKm(country, at), origin));
  }

  private String id(LonLat at) {
    return country + "_" + at.lon() + "_" + at.lat();
  }

  private static Origin origin(NamedSite site, long people) {
    if (site.geonamesId() == 0) {
      return Origin.HEALTH_SITE;
    }
    return site.claimed() == people ? Origin.COUNTED : Origin.NAMED;
  }

  private static LonLat rounded(LonLat place, double perDegree) {
    return new LonLat(
        Math.rint(place.lon() * perDegree) / perDegree,
        Math.rint(place.lat() * perDegree) / perDegree);
  }
}
