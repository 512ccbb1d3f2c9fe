package org.kiungo.web.today;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.AfterFirstPage;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Coverage today of the 54 countries: imported people and coverage where there are any, else those
 * of the built-in data. Worked out on first use; anew, when imports change, for the countries whose
 * imports these are.
 */
@Service
public class Today {

  /** Side of a cell of the continent's mosaic: 10 minutes of arc. */
  private static final double CELL_DEGREES = 1 / 6.0;

  /** Side of a cell of one country: 5 minutes, as the grid of people has them. */
  private static final double COUNTRY_CELL_DEGREES = 1 / 12.0;

  private static final int KEPT = 4;

  private final Reference reference;
  private final Datasets datasets;

  /** Of the organisations that looked at it last: most have the same facts. */
  private final Map<SortedMap<String, List<InputFile>>, Continent> continents =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<SortedMap<String, List<InputFile>>, Continent> eldest) {
          return size() > KEPT;
        }
      };

  /** Of the country that was asked for last. */
  private volatile SoftReference<Places> read = new SoftReference<>(null);

  private record Places(String iso3, List<InputFile> imported, List<Settlement> settlements) {}

  private final boolean ahead;

  /**
   * @param ahead whether it is worked out soon after the start, so that no page need wait for it
   */
  Today(Reference reference, Datasets datasets, @Value("${kiungo.today.ahead}") boolean ahead) {
    this.reference = reference;
    this.datasets = datasets;
    this.ahead = ahead;
  }

  /** Of each country as it was looked at last. */
  private final Map<String, Part> parts = new ConcurrentHashMap<>();

  /** Held by whoever works out a continent. */
  private final Object making = new Object();

  private record Part(CountryToday country, SoftReference<List<PlaceToday>> places) {}

  private record Continent(Map<String, CountryToday> countries, byte[] mosaic) {}

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (ahead) {
      AfterFirstPage.begin("today", this::continent);
    }
  }

  private Continent continent() {
    SortedMap<String, List<InputFile>> imported = datasets.peopleToday();
    synchronized (making) {
      Continent known = known(imported);
      return known == null ? continent(imported) : known;
    }
  }

  private Continent known(SortedMap<String, List<InputFile>> imported) {
    synchronized (continents) {
      return continents.get(imported);
    }
  }

  private Continent continent(SortedMap<String, List<InputFile>> imported) {
    Map<String, CountryToday> countries = new TreeMap<>();
    List<PlaceToday> all = new ArrayList<>();
    for (CountryFacts each : reference.countries()) {
      List<InputFile> layers = imported.getOrDefault(each.iso3(), List.of());
      Part part = part(each.iso3(), layers);
      List<PlaceToday> places = part.places().get();
      countries.put(each.iso3(), part.country());
      all.addAll(places == null ? places(each.iso3(), layers) : places);
    }
    Continent made = new Continent(countries, Mosaic.of(all, CELL_DEGREES));
    synchronized (continents) {
      continents.put(imported, made);
    }
    return made;
  }

  /** Of one country, for which no page waits until the continent is worked out. */
  private Part part(String iso3, List<InputFile> layers) {
    return parts.compute(
        iso3,
        (code, before) -> {
          if (before != null && before.country().imported().equals(layers)) {
            return before;
          }
          List<PlaceToday> places = places(code, layers);
          return new Part(country(code, places, layers), new SoftReference<>(places));
        });
  }

  private List<PlaceToday> places(String iso3, List<InputFile> imported) {
    if (imported.isEmpty()) {
      return modelled(iso3);
    }
    return settlements(iso3, imported).stream().map(PlaceToday::of).toList();
  }

  /** Places of a country with all that is known of them, imported ones where there are any. */
  List<Settlement> settlements(String iso3) {
    List<InputFile> imported = imported(iso3);
    return imported.isEmpty()
        ? ProblemAssembly.builtInSettlements(iso3)
        : settlements(iso3, imported);
  }

  private List<Settlement> settlements(String iso3, List<InputFile> imported) {
    // one page is taken away in several formats, one after the other
    Places last = read.get();
    if (last == null || !last.iso3().equals(iso3) || !last.imported().equals(imported)) {
      last =
          new Places(
              iso3, imported, ProblemAssembly.settlements(datasets.layers(iso3).orElseThrow()));
      read = new SoftReference<>(last);
    }
    return last.settlements();
  }

  /** Without the districts that planning looks up for each: the first page waits for this. */
  private List<PlaceToday> modelled(String iso3) {
    return reference.people().covered(iso3).stream().map(PlaceToday::of).toList();
  }

  private CountryToday country(String iso3, List<PlaceToday> places, List<InputFile> imported) {
    Point mark = reference.outline(iso3).getInteriorPoint();
    CoverageToday report = reference.people().coverage(iso3);
    boolean modelled = places.stream().anyMatch(PlaceToday::modelled);
    return new CountryToday(
        iso3,
        PeopleToday.of(places),
        report,
        modelled,
        places.stream().filter(PlaceToday::isStated).mapToDouble(PlaceToday::people).sum(),
        imported.isEmpty()
            ? null
            : PlannedPeople.of(iso3, settlements(iso3, imported), datasets.feeds(iso3, List.of())),
        imported,
        mark.getX(),
        mark.getY());
  }

  /** All countries, by code. */
  public List<CountryToday> countries() {
    return List.copyOf(continent().countries().values());
  }

  /** One country; empty for a code that is none of the 54. */
  public Optional<CountryToday> find(String iso3) {
    SortedMap<String, List<InputFile>> imported = datasets.peopleToday();
    Continent known = known(imported);
    if (known != null) {
      return Optional.ofNullable(known.countries().get(iso3));
    }
    return reference.countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .map(each -> part(iso3, imported.getOrDefault(iso3, List.of())).country());
  }

  /** Places of a country and who has 4G there, as the layer of its files. */
  public ExportLayer layer(String iso3, Words words) {
    CountryToday country = find(iso3).orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    return TodaySheet.of(country, iso3, settlements(iso3), words).layers().get(0);
  }

  private List<InputFile> imported(String iso3) {
    return datasets.peopleToday().getOrDefault(iso3, List.of());
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
              List<PlaceToday> places = places(iso3, imported(iso3));
              // rows of the grid lie further apart on the map the further from the equator
              double latitude =
                  places.stream().mapToDouble(place -> Math.abs(place.lat())).max().orElse(0);
              return Mosaic.of(places, COUNTRY_CELL_DEGREES / Math.cos(Math.toRadians(latitude)));
            });
  }

  /** Changes with the built-in data and with what is imported. */
  public String version() {
    return reference.version().substring(0, 16)
        + "-"
        + Integer.toHexString(datasets.peopleToday().hashCode());
  }
}
