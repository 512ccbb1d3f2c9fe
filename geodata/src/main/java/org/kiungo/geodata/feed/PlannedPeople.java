package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Scenario;

/**
 * People in a country's places, by where these are from, beside its population: two figures, which
 * agree only where nothing is imported.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param sources imported ones of places, as scenarios name them
 * @param census those of a census that all places are scaled to
 * @param importedPlaces from the sources
 * @param importedPeople in them, as far as known
 * @param builtInPlaces which no source names
 * @param builtInPeople in them
 * @param population of the country, as published
 * @param populationYear of that figure
 * @param populationSource of that figure
 */
public record PlannedPeople(
    String iso3,
    List<String> sources,
    List<String> census,
    int importedPlaces,
    double importedPeople,
    int builtInPlaces,
    double builtInPeople,
    double population,
    int populationYear,
    String populationSource) {

  /** Share of the population that the people differ by where it is more than rounding. */
  private static final double ROUNDING = 0.01;

  /** From here on somebody is to look into it. */
  private static final double MUCH = 0.05;

  public PlannedPeople {
    sources = List.copyOf(sources);
    census = List.copyOf(census);
  }

  /** Of a question, country by country; none for those of which only built-in places are in it. */
  public static List<PlannedPeople> of(PlanningProblem problem, Scenario scenario) {
    List<String> files =
        problem.inputs().stream()
            .filter(each -> each.role().equals("settlements"))
            .map(InputFile::name)
            .toList();
    List<PlannedPeople> planned = new ArrayList<>();
    for (String iso3 : scenario.countries()) {
      List<Settlement> own =
          problem.settlements().stream()
              .filter(each -> scenario.countries().size() == 1 || each.country().equals(iso3))
              .toList();
      boolean ranked = !Feed.of(scenario.feeds(), iso3, Layer.SETTLEMENTS).isEmpty();
      PlannedPeople people =
          ranked ? of(iso3, own, scenario.feeds()) : of(iso3, own, files, List.of(), List.of());
      if (people.isImported()) {
        planned.add(people);
      }
    }
    return List.copyOf(planned);
  }

  /** Of a country's places that feeds gave. */
  public static PlannedPeople of(String iso3, List<Settlement> places, List<Feed> feeds) {
    List<String> sources = imported(iso3, Layer.SETTLEMENTS, feeds);
    boolean joined =
        !sources.isEmpty()
            && Feed.of(feeds, iso3, Layer.SETTLEMENTS).stream().anyMatch(Feed::comesBuiltIn);
    List<Settlement> carried = joined ? FedLayers.carriedPlaces(iso3, feeds) : List.of();
    return of(iso3, places, sources, imported(iso3, Layer.CENSUS, feeds), carried);
  }

  private static List<String> imported(String iso3, Layer layer, List<Feed> feeds) {
    return Feed.of(feeds, iso3, layer).stream()
        .filter(each -> !each.comesBuiltIn() && !each.source().equals(Feed.NOTHING))
        .map(Feed::source)
        .toList();
  }

  private static PlannedPeople of(
      String iso3,
      List<Settlement> places,
      List<String> sources,
      List<String> census,
      List<Settlement> carriedToo) {
    Map<String, LonLat> carried =
        carriedToo.stream().collect(Collectors.toMap(Settlement::id, Settlement::location));
    Map<Boolean, List<Settlement>> byOrigin =
        places.stream()
            .collect(
                Collectors.partitioningBy(
                    each -> sources.isEmpty() || each.location().equals(carried.get(each.id()))));
    Fact published = Reference.builtIn().country(iso3).findFact("population").orElseThrow();
    return new PlannedPeople(
        iso3,
        sources,
        census,
        byOrigin.get(false).size(),
        PlaceMerge.people(byOrigin.get(false)),
        byOrigin.get(true).size(),
        PlaceMerge.people(byOrigin.get(true)),
        Double.parseDouble(published.value()),
        Integer.parseInt(published.year()),
        published.source());
  }

  /** All whose number is known. */
  public double people() {
    return importedPeople + builtInPeople;
  }

  /** Of the population; over 1 where the places hold more. */
  public double ratio() {
    return people() / population;
  }

  /** Whether anything but built-in places says how many there are. */
  public boolean isImported() {
    return !sources.isEmpty() || !census.isEmpty();
  }

  /** Whether it is to be told: of places of both kinds always. */
  public boolean isTold() {
    boolean joined = importedPlaces > 0 && builtInPlaces > 0;
    return isImported() && (joined || Math.abs(ratio() - 1) >= ROUNDING);
  }

  /** Whether it is too far from the population to be left as it is. */
  public boolean isDoubtful() {
    return isImported() && Math.abs(ratio() - 1) > MUCH;
  }
}
