package org.kiungo.web.cli.option;

import java.time.LocalDate;
import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine;

/** Countries named one by one, or those of a community; all of Africa unless given. */
public class CountriesOption {

  @CommandLine.Option(
      names = "--country",
      paramLabel = "ISO3",
      split = ",",
      descriptionKey = "kiungo.countries.country")
  private List<String> countries = List.of();

  @CommandLine.Option(names = "--rec", paramLabel = "NAME", descriptionKey = "kiungo.countries.rec")
  private String rec;

  /**
   * Sorted, each once.
   *
   * @param date on which membership counts
   * @throws InputRefused {@code country.unknown} or {@code library.rec}
   */
  public List<String> asked(LocalDate date) {
    Reference reference = Reference.builtIn();
    if (rec != null) {
      return members(rec, date);
    }
    if (countries.isEmpty()) {
      return reference.countries().stream().map(CountryFacts::iso3).toList();
    }
    countries.forEach(reference::country);
    return countries.stream().sorted().distinct().toList();
  }

  /**
   * Members of a community on a day, sorted.
   *
   * @throws InputRefused {@code library.rec}
   */
  static List<String> members(String rec, LocalDate date) {
    List<String> members = Reference.builtIn().facts().members(rec, date);
    if (members.isEmpty()) {
      throw new InputRefused("library.rec", "rec", rec, "known", String.join(", ", recs()));
    }
    return members;
  }

  private static List<String> recs() {
    Reference reference = Reference.builtIn();
    return reference.countries().stream()
        .flatMap(each -> reference.facts().recs(each.iso3()).stream())
        .map(each -> each.rec())
        .sorted()
        .distinct()
        .toList();
  }
}
