package org.kiungo.web.language;

import java.util.List;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.planner.model.InputFile;

/**
 * How many people the places of a country hold, where these are from, and what that is of its
 * population: wherever imported places make two figures of it, this names both.
 */
public final class PeopleWords {

  private PeopleWords() {}

  /**
   * Of several countries each by its name.
   *
   * @param inputs which name the sources
   * @return a text a country; none for those where there is nothing to tell
   */
  public static List<String> of(
      List<PlannedPeople> planned, int countries, List<InputFile> inputs, Words words) {
    return planned.stream()
        .filter(PlannedPeople::isTold)
        .map(
            each -> {
              String said = of(each, inputs, words);
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
  public static String of(PlannedPeople planned, List<InputFile> inputs, Words words) {
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
}
