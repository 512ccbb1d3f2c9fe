package org.kiungo.geodata.proposal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.CountryCodes;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.proposal.FileProposal.Evidence;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;

/** Which country a table is of: by where its rows lie, its title, a column or its districts. */
final class CountrySigns {

  /** Names of countries have so many words at most. */
  private static final int MOST_WORDS = 5;

  /** Shorter words are codes, and as often words of some language. */
  private static final int SHORTEST_NAME = 4;

  private static final int FEWEST_DISTRICTS = 3;

  /** No place has more degrees of latitude. */
  private static final double RIGHT_ANGLE = 90;

  /** Headings of codes of places. */
  private static final Pattern CODES = Pattern.compile("(?i)p-?codes?(?!\\p{L})|iso[ _-]?3166");

  /** A country's letters before what is its own. */
  private static final Pattern CODE =
      Pattern.compile("([A-Z]{2,3})(?:[-_.][A-Z0-9.]+|[0-9][0-9.]*)");

  private final Sample sample;
  private final CountryLookup countries;
  private final String asked;

  /**
   * A country.
   *
   * @param iso3 ISO 3166-1 alpha-3; empty for none
   * @param evidence what speaks for it; null for none
   */
  record Sign(String iso3, Evidence evidence) {
    static final Sign NONE = new Sign("", null);
  }

  CountrySigns(Sample sample, CountryLookup countries) {
    this(sample, countries, "");
  }

  /**
   * @param asked ISO 3166-1 alpha-3 of the country that it is given for; empty for none
   */
  CountrySigns(Sample sample, CountryLookup countries, String asked) {
    this.sample = sample;
    this.countries = countries;
    this.asked = asked;
  }

  /** The country that it speaks for most surely. */
  Sign best() {
    List<LonLat> places = sample.places();
    Sign lies = lying(places);
    Sign exchanged = exchanged(places, lies);
    if (!exchanged.iso3().isEmpty()) {
      return exchanged;
    }
    return lies.iso3().isEmpty() ? told() : lies;
  }

  /**
   * The country that is meant, where most rows lie in it with their two coordinates exchanged, and
   * no more as they stand in the one where they lie so.
   */
  private Sign exchanged(List<LonLat> places, Sign lies) {
    List<LonLat> others =
        places.stream()
            .filter(each -> Math.abs(each.lon()) <= RIGHT_ANGLE)
            .map(each -> new LonLat(each.lat(), each.lon()))
            .toList();
    String told = lies.iso3().isEmpty() && asked.isEmpty() ? "" : told().iso3();
    String meant = told.isEmpty() ? asked : told;
    boolean open = !meant.isEmpty() && !meant.equals(lies.iso3());
    Map<String, Integer> rows = new HashMap<>();
    for (LonLat each : open ? others : List.<LonLat>of()) {
      if (countries.contains(meant, each)) {
        rows.merge(meant, 1, Integer::sum);
      }
    }
    int straight =
        lies.evidence() == null ? 0 : ((Number) lies.evidence().figures().get(0)).intValue();
    int least = Math.max(straight, places.size() / 2 + 1);
    return most(rows, least, places.size(), "liesExchanged");
  }

  /** The one that title, a column, districts or codes tell, wherever its rows lie. */
  Sign told() {
    Sign told = titled(sample.title());
    told = told.iso3().isEmpty() ? stated() : told;
    told = told.iso3().isEmpty() ? byDistricts() : told;
    return told.iso3().isEmpty() ? coded() : told;
  }

  private Sign lying(List<LonLat> places) {
    Map<String, Integer> rows = new HashMap<>();
    for (LonLat each : places) {
      countries.countryAt(each).ifPresent(iso3 -> rows.merge(iso3, 1, Integer::sum));
    }
    return most(rows, Math.max(1, places.size() / 2), places.size(), "lies");
  }

  /** The country of the most, where they are enough; with how many of how many. */
  private static Sign most(Map<String, Integer> counts, int least, int of, String code) {
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .filter(each -> each.getValue() >= least)
        .map(each -> new Sign(each.getKey(), Evidence.of(code, each.getValue(), of, each.getKey())))
        .orElse(Sign.NONE);
  }

  /** The longest name of a country in a title. */
  private static Sign titled(String title) {
    List<String> words = ColumnNames.tokens(title);
    for (int length = MOST_WORDS; length > 0; length--) {
      for (int from = 0; from + length <= words.size(); from++) {
        String name = String.join(" ", words.subList(from, from + length));
        String iso3 = name.length() < SHORTEST_NAME ? "" : CountryCodes.iso3(name);
        if (isBuiltIn(iso3)) {
          return new Sign(iso3, Evidence.of("titleCountry", title.strip(), iso3));
        }
      }
    }
    return Sign.NONE;
  }

  private Sign stated() {
    String column = ColumnNames.guess(LayerKind.FACILITIES, "country", sample.columns());
    Map<String, Integer> rows = new HashMap<>();
    for (Feature row : sample.rows()) {
      Object cell = row.attributes().get(column);
      String iso3 = cell == null ? "" : CountryCodes.iso3(cell.toString());
      if (isBuiltIn(iso3)) {
        rows.merge(iso3, 1, Integer::sum);
      }
    }
    return most(rows, Math.max(1, sample.rows().size() / 2), sample.rows().size(), "stated");
  }

  /** The country with whose letters most codes of places begin: SN0101, SEN.1.2, SN-DK. */
  private Sign coded() {
    for (String column : sample.columns()) {
      Map<String, Integer> rows = new HashMap<>();
      for (Feature row : CODES.matcher(column).find() ? sample.rows() : List.<Feature>of()) {
        Matcher code = CODE.matcher(String.valueOf(row.attributes().get(column)).strip());
        String iso3 = code.matches() ? CountryCodes.iso3(code.group(1)) : "";
        if (isBuiltIn(iso3)) {
          rows.merge(iso3, 1, Integer::sum);
        }
      }
      int of = sample.rows().size();
      Sign most = most(rows, Math.max(FEWEST_DISTRICTS, (of + 1) / 2), of, "codes");
      if (!most.iso3().isEmpty()) {
        return most;
      }
    }
    return Sign.NONE;
  }

  /** The country of whose districts a column names most. */
  private Sign byDistricts() {
    Sign best = Sign.NONE;
    int most = FEWEST_DISTRICTS - 1;
    for (String column : sample.columns()) {
      Set<String> cells = new HashSet<>();
      for (Feature row : sample.rows()) {
        if (row.attributes().get(column) instanceof String text && !text.isBlank()) {
          cells.add(plain(text));
        }
      }
      Optional<Sign> here = cells.size() < FEWEST_DISTRICTS ? Optional.empty() : among(cells, most);
      if (here.isPresent()) {
        best = here.get();
        most = ((Number) best.evidence().figures().get(0)).intValue();
      }
    }
    return best;
  }

  private static Optional<Sign> among(Set<String> cells, int more) {
    Map<String, Integer> found = new HashMap<>();
    Reference.builtIn()
        .countries()
        .forEach(
            country ->
                found.put(
                    country.iso3(),
                    (int)
                        Reference.builtIn().districts(country.iso3()).stream()
                            .filter(each -> isNamed(each, cells))
                            .count()));
    int least = Math.max(more + 1, Math.min(FEWEST_DISTRICTS * 2, (cells.size() + 1) / 2));
    Sign most = most(found, least, cells.size(), "districts");
    return most.iso3().isEmpty() ? Optional.empty() : Optional.of(most);
  }

  private static boolean isNamed(District district, Set<String> cells) {
    return cells.contains(plain(district.name()))
        || district.names().values().stream().anyMatch(name -> cells.contains(plain(name)));
  }

  private static String plain(String text) {
    return String.join("", ColumnNames.tokens(text));
  }

  private static boolean isBuiltIn(String iso3) {
    return !iso3.isEmpty()
        && Reference.builtIn().countries().stream().anyMatch(each -> each.iso3().equals(iso3));
  }
}
