package org.kiungo.web.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.People;
import org.locationtech.jts.geom.Point;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Coverage today of the 54 countries in the built-in data. Worked out once, on first use. */
@Service
public class Today {

  /** Side of a cell of the continent's mosaic: 10 minutes of arc. */
  private static final double CELL_DEGREES = 1 / 6.0;

  /** Side of a cell of one country: 5 minutes, as the grid of people has them. */
  private static final double COUNTRY_CELL_DEGREES = 1 / 12.0;

  private final Reference reference;
  private Continent continent;

  Today(Reference reference) {
    this.reference = reference;
  }

  private record Continent(Map<String, CountryToday> countries, byte[] mosaic) {}

  /** Begins before the first page asks. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread thread = new Thread(this::continent, "today");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized Continent continent() {
    if (continent == null) {
      Map<String, CountryToday> countries = new TreeMap<>();
      List<PlaceToday> all = new ArrayList<>();
      for (CountryFacts each : reference.countries()) {
        List<PlaceToday> places = places(each.iso3());
        countries.put(each.iso3(), country(each.iso3(), PeopleToday.of(places)));
        all.addAll(places);
      }
      continent = new Continent(countries, Mosaic.of(all, CELL_DEGREES));
    }
    return continent;
  }

  private List<PlaceToday> places(String iso3) {
    People people = reference.people();
    CoverageToday report = people.coverage(iso3);
    return people.places(iso3).stream()
        .map(
            each -> {
              CoverageToday.Chance chance = report.at(each);
              return new PlaceToday(
                  each.location().lon(),
                  each.location().lat(),
                  each.population(),
                  chance.ratio(),
                  chance.low(),
                  chance.high());
            })
        .toList();
  }

  private CountryToday country(String iso3, PeopleToday people) {
    Point mark = reference.outline(iso3).getInteriorPoint();
    return new CountryToday(
        iso3, people, reference.people().coverage(iso3), mark.getX(), mark.getY());
  }

  /** All countries, by code. */
  public List<CountryToday> countries() {
    return List.copyOf(continent().countries().values());
  }

  public Optional<CountryToday> find(String iso3) {
    return Optional.ofNullable(continent().countries().get(iso3));
  }

  /** The continent's mosaic, as {@link Mosaic} describes it. */
  byte[] mosaic() {
    return continent().mosaic();
  }

  /** One country's mosaic in finer cells; empty for a code that is none of the 54. */
  Optional<byte[]> mosaic(String iso3) {
    return find(iso3)
        .map(
            each -> {
              List<PlaceToday> places = places(iso3);
              // rows of the grid lie further apart on the map the further from the equator
              double latitude =
                  places.stream().mapToDouble(place -> Math.abs(place.lat())).max().orElse(0);
              return Mosaic.of(places, COUNTRY_CELL_DEGREES / Math.cos(Math.toRadians(latitude)));
            });
  }

  /** Changes only with the built-in data. */
  String version() {
    return reference.version();
  }
}
