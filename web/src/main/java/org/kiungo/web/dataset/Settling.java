package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.settle.AttributeSource;
import org.kiungo.geodata.settle.PlaceNames;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.settle.SettlementExtraction;
import org.kiungo.geodata.settle.SettlementExtraction.Extraction;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/** Settlements from a raster, or settlements that are there already, with attributes joined. */
public final class Settling {

  private Settling() {}

  /**
   * What to do.
   *
   * @param file population raster, or a layer of settlements
   * @param country ISO 3166-1 alpha-3: of a raster only the settlements in it are kept, of a layer
   *     the country where its rows do not say it; may be empty
   * @param crs system of a raster that names none; empty or null where nobody says it
   * @param options how a raster becomes settlements
   * @param attributes files to join, in order
   * @param nearKm how far from its centre a facility is near a settlement
   */
  public record Request(
      Path file,
      String country,
      String crs,
      SettleOptions options,
      List<AttributeSource> attributes,
      double nearKm) {}

  /**
   * What came out.
   *
   * @param settlements with district, country and everything joined
   * @param ground their areas as the layer has them; empty for a raster
   * @param peopleIn in the raster's positive cells, or in all rows of the layer
   * @param peopleOut in the settlements
   * @param peopleElsewhere in settlements of a raster that lie outside the country asked for
   * @param negativeCells of the raster, left out
   * @param report what became of a layer's rows; null for a raster
   * @param joined what each file of attributes gave
   */
  public record Outcome(
      List<Settlement> settlements,
      List<Geometry> ground,
      double peopleIn,
      double peopleOut,
      double peopleElsewhere,
      long negativeCells,
      DataReport report,
      List<AttributeJoin.JoinedFile> joined) {}

  /** Refuses what cannot be read as what it is taken to be. */
  public static Outcome run(Request request, Progress progress) {
    SourceFile file = SourceFile.of(request.file());
    DataReport report = null;
    Extraction found;
    List<Geometry> ground = new ArrayList<>();
    if (LayerReader.of(file) instanceof RasterReader) {
      found = extract(request, progress);
    } else {
      List<Settlement> records = new ArrayList<>();
      report =
          new LayerImport(new BuiltInCountries())
              .stream(
                      file,
                      LayerKind.SETTLEMENTS,
                      request.country(),
                      null,
                      row -> {
                        records.add((Settlement) row.record());
                        ground.add(row.geometry());
                      },
                      RowWatcher.NONE)
                  .report();
      found = new Extraction(records, report.totalBefore(), people(records), 0);
    }
    List<Settlement> wanted = found.settlements();
    if (report == null && !request.country().isEmpty()) {
      wanted = wanted.stream().filter(s -> s.country().equals(request.country())).toList();
      if (wanted.isEmpty()) {
        throw new InputRefused(
            "settle.nobodyInCountry", "file", file.name(), "country", request.country());
      }
    }
    double people = people(wanted);
    List<Settlement> placed = wanted.stream().map(Settling::placed).toList();
    AttributeJoin join =
        join(
            report == null ? PlaceNames.of(placed, Settling::known) : placed,
            ground,
            request.attributes(),
            request.nearKm());
    return new Outcome(
        join.settlements(),
        ground,
        found.peopleInRaster(),
        people,
        found.peopleInSettlements() - people,
        found.negativeCells(),
        report,
        join.files());
  }

  /** Joins attributes to settlements that are there. */
  public static AttributeJoin join(
      List<Settlement> settlements,
      List<Geometry> ground,
      List<AttributeSource> attributes,
      double nearKm) {
    AttributeJoin join = new AttributeJoin(settlements, ground, nearKm);
    attributes.forEach(join::join);
    return join;
  }

  private static Extraction extract(Request request, Progress progress) {
    try (Raster people = Raster.open(SourceFile.of(request.file()), request.crs())) {
      return SettlementExtraction.extract(
          people, request.options(), at -> Reference.builtIn().countryAt(at).orElse(""), progress);
    }
  }

  private static double people(List<Settlement> settlements) {
    return settlements.stream()
        .mapToDouble(Settlement::population)
        .filter(each -> !Double.isNaN(each))
        .sum();
  }

  /** Places of a country that somebody has named where they stand. */
  private static List<PlaceNames.Known> known(String iso3) {
    return iso3.isEmpty()
        ? List.of()
        : Reference.builtIn().people().places(iso3).stream()
            .filter(each -> !each.name().isEmpty() && !each.origin().positionModelled())
            .map(each -> new PlaceNames.Known(each.name(), each.location()))
            .toList();
  }

  /** District and country from the built-in outlines where the source names none. */
  private static Settlement placed(Settlement settlement) {
    LonLat at = settlement.location();
    Reference reference = Reference.builtIn();
    return settlement
        .with()
        .country(
            settlement.country().isEmpty()
                ? reference.countryAt(at).orElse("")
                : settlement.country())
        .district(
            settlement.district().isEmpty()
                ? reference.findDistrict(at).map(District::name).orElse("")
                : settlement.district())
        .build();
  }
}
