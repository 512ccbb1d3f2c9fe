package org.kiungo.web.language;

import java.util.List;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.planner.model.InputFile;

/**
 * How many people the places of a country hold, where these are from, and what that is of its
 * population: wherever imported places make two figures of it, this names both.
 */
public final class PeopleWords {

  private final Words words;

  public PeopleWords(Words words) {
    this.words = words;
  }

  /**
   * Of several countries each by its name.
   *
   * @param inputs which name the sources
   * @return a text a country; none for those where there is nothing to tell
   */
  public List<String> of(List<PlannedPeople> planned, int countries, List<InputFile> inputs) {
    return planned.stream()
        .filter(PlannedPeople::isTold)
        .map(
            each -> {
              String said = of(each, inputs);
              return countries == 1
                  ? said
                  : words.text(
                      "planned-people.country", CountryWords.name(each.iso3(), words), said);
            })
        .toList();
  }

  /**
   * Of one country.
   *
   * @return empty where there is nothing to tell
   */
  public String of(PlannedPeople planned, List<InputFile> inputs) {
    if (!planned.isTold()) {
      return "";
    }
    String of =
        planned.importedPlaces() == 0
            ? "built-in"
            : planned.builtInPlaces() == 0 ? "imported" : "joined";
    String said =
        words.text(
            "planned-people." + of,
            planned.people(),
            planned.importedPlaces(),
            planned.importedPeople(),
            InputWords.sources(planned.sources(), inputs, words),
            planned.builtInPlaces(),
            planned.builtInPeople());
    if (!planned.census().isEmpty()) {
      said +=
          " "
              + words.text(
                  "planned-people.census", InputWords.sources(planned.census(), inputs, words));
    }
    said +=
        " "
            + words.text(
                "planned-people.ratio",
                planned.ratio(),
                planned.population(),
                words.source(planned.populationSource()),
                Integer.toString(planned.populationYear()));
    if (!planned.isDoubtful()) {
      return said;
    }
    String remedy =
        !planned.census().isEmpty() ? "other-census" : planned.ratio() > 1 ? "more" : "fewer";
    return said + " " + words.text("planned-people." + remedy);
  }

  /** The imported sources of its places by name. */
  public String sources(PlannedPeople planned, List<InputFile> inputs) {
    return InputWords.sources(planned.sources(), inputs, words);
  }
}
