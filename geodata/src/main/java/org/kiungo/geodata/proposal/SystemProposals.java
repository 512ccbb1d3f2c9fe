package org.kiungo.geodata.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kiungo.geodata.crs.LikelySystems;
import org.kiungo.geodata.crs.LikelySystems.Likely;
import org.kiungo.geodata.crs.LikelySystems.Stated;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.format.table.UtmZones;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/** Proposes coordinate systems for metres of which a file does not say the system. */
public final class SystemProposals {

  private static final Set<String> UNSAID =
      Set.of("file.metresNotDegrees", "file.crsMissing", "layer.crsMissing", "raster.noCrs");

  /** Any system of metres, in which places can be read as they stand. */
  private static final String METRES = "EPSG:3857";

  private static final int MOST_SYSTEMS = 5;

  /** The Lo grids of South Africa have ten central meridians on either of two datums. */
  private static final int MOST_MERIDIANS = 20;

  /** A central meridian of a Lo grid: Lo29, L.O. 29°. */
  private static final Pattern LO =
      Pattern.compile("(?i)(?<!\\p{L})L\\.?O\\.?[ _-]?([123]\\d)(?!\\d)");

  private static final String UNSAID_SYSTEM = "file.systemUnsaid";

  /** The same where rows name districts in which they lie so. */
  private static final String IN_DISTRICTS = "file.systemInDistricts";

  /** Words of systems' names that tell none from another. */
  private static final Set<String> EMPTY_WORDS = Set.of("", "zone", "utm", "datum", "x", "east");

  private SystemProposals() {}

  /**
   * A refusal with the systems that put the file's rows or cells into its country, each with rows
   * inside of all that were looked at, those first whose name the file says; {@code
   * file.systemNone} where none does, and the refusal itself where it is another one or nobody says
   * the country. A refusal of a table of rates by district says that it is one.
   *
   * @param country ISO 3166-1 alpha-3; empty to take what title, columns and districts say
   */
  public static InputRefused of(
      InputRefused refused, SourceFile file, ReadOptions options, String country) {
    if (!UNSAID.contains(refused.code()) || !options.crs().isEmpty()) {
      return DistrictRates.told(refused, file, options);
    }
    String iso3 = country == null ? "" : country;
    List<Stated> places;
    String said = "";
    boolean byDistrict = false;
    if (LayerReader.of(file) instanceof VectorReader reader) {
      Sample sample = Sample.of(reader, file, options.withCrs(METRES));
      said = sample.title() + " " + String.join(" ", sample.columns());
      iso3 = iso3.isEmpty() ? new CountrySigns(sample, CountryLookup.NONE).told().iso3() : iso3;
      RowDistricts districts = RowDistricts.of(sample, iso3);
      byDistrict = districts.areTold();
      places = sample.isIn(METRES) && !iso3.isEmpty() ? places(sample, districts) : List.of();
    } else {
      String of = iso3;
      places = CellSigns.places(file).stream().map(at -> new Stated(at, 0, in(of))).toList();
    }
    if (iso3.isEmpty() || places.isEmpty()) {
      return refused;
    }
    boolean asked = country != null && !country.isEmpty();
    Coordinate first = places.get(0).at();
    InputRefused none =
        !asked || !refused.code().equals("file.metresNotDegrees")
            ? refused
            : new InputRefused(
                "file.systemNone",
                "file",
                file.name(),
                "found",
                Places.text(first.x, first.y),
                "country",
                iso3);
    Optional<InputRefused> there =
        byDistrict ? proposed(file, places, iso3, said, IN_DISTRICTS) : Optional.empty();
    String of = iso3;
    String words = said;
    List<Stated> anywhere =
        places.stream().map(each -> new Stated(each.at(), each.zone(), in(of))).toList();
    return there.or(() -> proposed(file, anywhere, of, words, UNSAID_SYSTEM)).orElse(none);
  }

  private static Predicate<LonLat> in(String iso3) {
    return place -> Reference.builtIn().contains(iso3, place);
  }

  private static List<Stated> places(Sample sample, RowDistricts districts) {
    List<String> columns = List.copyOf(sample.columns());
    List<List<Object>> cells =
        sample.rows().stream()
            .map(row -> columns.stream().map(column -> row.attributes().get(column)).toList())
            .toList();
    UtmZones zones = UtmZones.find(columns, cells);
    List<Stated> places = new ArrayList<>();
    for (Feature each : sample.rows()) {
      if (each.geometry() != null && !each.geometry().isEmpty()) {
        Object zone = zones == null ? null : each.attributes().get(columns.get(zones.column()));
        places.add(
            new Stated(each.geometry().getCoordinate(), UtmZones.of(zone), districts.of(each)));
      }
    }
    return places;
  }

  /** How many words of a system's name the file says: "Minna", "31N" of a note above its rows. */
  private static int told(String system, String said) {
    String words = plain(said);
    return (int)
        Arrays.stream(plain(system).split(" "))
            .filter(each -> !EMPTY_WORDS.contains(each) && words.contains(" " + each + " "))
            .count();
  }

  /** Words in small letters, apart where digits begin behind letters: "Adindan36N". */
  private static String plain(String text) {
    String apart = text.replaceAll("(?<=\\p{L})(?=\\d)|[^\\p{L}\\p{N}]+", " ");
    return " " + apart.toLowerCase(Locale.ROOT).strip() + " ";
  }

  private static Optional<InputRefused> proposed(
      SourceFile file, List<Stated> places, String iso3, String words, String code) {
    String said = lo(words);
    List<Likely> likely =
        LikelySystems.of(places, iso3, Reference.builtIn().outline(iso3).getEnvelopeInternal());
    Matcher meridian = LO.matcher(said);
    String named = meridian.find() ? " / Lo" + meridian.group(1) : "";
    List<Likely> ofMeridian =
        likely.stream().filter(each -> (each.name() + " ").contains(named + " ")).toList();
    List<Likely> meant = named.isEmpty() || ofMeridian.isEmpty() ? likely : ofMeridian;
    boolean grids = meant.stream().anyMatch(each -> each.name().contains(" / Lo"));
    String systems =
        meant.stream()
            .sorted(Comparator.comparingInt(each -> -told(each.name(), said)))
            .limit(grids ? MOST_MERIDIANS : MOST_SYSTEMS)
            .map(
                each ->
                    "%s %s (%d/%d)"
                        .formatted(each.code(), each.name(), each.inside(), places.size()))
            .collect(Collectors.joining(", "));
    String found = Places.text(places.get(0).at().x, places.get(0).at().y);
    return likely.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InputRefused(
                code, "file", file.name(), "found", found, "systems", systems, "country", iso3));
  }

  /**
   * What a file says, with the grids of southern Africa as their systems are called: WG29 is of
   * Hartebeesthoek, and provinces called after the Cape are no datum.
   */
  private static String lo(String words) {
    return words
        .replaceAll("(?i)(eastern|western|northern) cape|cape town|cape coast", "")
        .replaceAll("(?i)(?<!\\p{L})WGS?[ _-]?([123]\\d)(?!\\d)", "Hartebeesthoek 94 Lo$1");
  }
}
