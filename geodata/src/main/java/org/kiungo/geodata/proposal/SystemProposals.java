package org.kiungo.geodata.proposal;

import java.util.List;
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

  private SystemProposals() {}

  /**
   * A refusal with the systems that put the file's rows or cells into its country, each with rows
   * inside of all that were looked at; the refusal itself where it is another one, or none does.
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
    if (LayerReader.of(file) instanceof VectorReader reader) {
      Sample sample = Sample.of(reader, file, options.withCrs(METRES));
      iso3 = iso3.isEmpty() ? new CountrySigns(sample, CountryLookup.NONE).told().iso3() : iso3;
      places = sample.isIn(METRES) ? places(sample) : List.of();
    } else {
      places = CellSigns.places(file);
    }
    if (iso3.isEmpty() || places.isEmpty()) {
      return refused;
    }
    return proposed(file, places, iso3).orElse(refused);
  }

  private static List<Coordinate> places(Sample sample) {
    return sample.rows().stream()
        .map(Feature::geometry)
        .filter(each -> each != null && !each.isEmpty())
        .map(each -> each.getCoordinate())
        .toList();
  }

  private static Optional<InputRefused> proposed(
      SourceFile file, List<Coordinate> places, String iso3) {
    Reference reference = Reference.builtIn();
    List<LikelySystems.Likely> likely =
        LikelySystems.of(
            places,
            iso3,
            reference.outline(iso3).getEnvelopeInternal(),
            place -> reference.contains(iso3, place));
    String systems =
        likely.stream()
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
