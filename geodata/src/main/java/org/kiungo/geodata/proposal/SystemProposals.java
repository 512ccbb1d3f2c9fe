package org.kiungo.geodata.proposal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.crs.LikelySystems;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;

/** Proposes coordinate systems for metres of which a file does not say the system. */
public final class SystemProposals {

  private static final Set<String> UNSAID =
      Set.of("file.metresNotDegrees", "file.crsMissing", "layer.crsMissing", "raster.noCrs");

  /** Any system of metres, in which places can be read as they stand. */
  private static final String METRES = "EPSG:3857";

  private static final int MOST_SYSTEMS = 5;

  /** Words of systems' names that tell none from another. */
  private static final Set<String> EMPTY_WORDS = Set.of("", "zone", "utm", "datum");

  private SystemProposals() {}

  /**
   * A refusal with the systems that put the file's rows or cells into its country, each with rows
   * inside of all that were looked at, those first whose name the file says; {@code
   * file.systemNone} where none does, and the refusal itself where it is another one or nobody says
   * the country.
   *
   * @param country ISO 3166-1 alpha-3; empty to take what title, columns and districts say
   */
  public static InputRefused of(
      InputRefused refused, SourceFile file, ReadOptions options, String country) {
    if (!UNSAID.contains(refused.code()) || !options.crs().isEmpty()) {
      return refused;
    }
    String iso3 = country == null ? "" : country;
    List<Coordinate> places;
    String said = "";
    if (LayerReader.of(file) instanceof VectorReader reader) {
      Sample sample = Sample.of(reader, file, options.withCrs(METRES));
      said = sample.title() + " " + String.join(" ", sample.columns());
      iso3 = iso3.isEmpty() ? new CountrySigns(sample, CountryLookup.NONE).told().iso3() : iso3;
      places = sample.isIn(METRES) ? places(sample) : List.of();
    } else {
      places = CellSigns.places(file);
    }
    if (iso3.isEmpty() || places.isEmpty()) {
      return refused;
    }
    boolean asked = country != null && !country.isEmpty();
    InputRefused none =
        !asked || !refused.code().equals("file.metresNotDegrees")
            ? refused
            : new InputRefused(
                "file.systemNone",
                "file",
                file.name(),
                "found",
                Places.text(places.get(0).x, places.get(0).y),
                "country",
                iso3);
    return proposed(file, places, iso3, said).orElse(none);
  }

  private static List<Coordinate> places(Sample sample) {
    return sample.rows().stream()
        .map(Feature::geometry)
        .filter(each -> each != null && !each.isEmpty())
        .map(each -> each.getCoordinate())
        .toList();
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
      SourceFile file, List<Coordinate> places, String iso3, String said) {
    Reference reference = Reference.builtIn();
    List<LikelySystems.Likely> likely =
        LikelySystems.of(
            places,
            iso3,
            reference.outline(iso3).getEnvelopeInternal(),
            place -> reference.contains(iso3, place));
    String systems =
        likely.stream()
            .sorted(Comparator.comparingInt(each -> -told(each.name(), said)))
            .limit(MOST_SYSTEMS)
            .map(
                each ->
                    "%s %s (%d/%d)"
                        .formatted(each.code(), each.name(), each.inside(), places.size()))
            .collect(Collectors.joining(", "));
    String found = Places.text(places.get(0).x, places.get(0).y);
    return likely.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new InputRefused(
                "file.systemUnsaid",
                "file",
                file.name(),
                "found",
                found,
                "systems",
                systems,
                "country",
                iso3));
  }
}
