package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.census.CensusDistricts;
import org.kiungo.geodata.census.CensusDistricts.Area;
import org.kiungo.geodata.census.CensusDistricts.Drawing;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.planner.model.InputFile;

/**
 * A census table read for settlements to be scaled to.
 *
 * @param counts of the districts that have a figure
 * @param report what became of its rows
 * @param input the table as plans name it
 */
public record CensusCounts(List<CensusScaling.Count> counts, DataReport report, InputFile input) {

  /**
   * Reads a table.
   *
   * @param districts a layer of boundaries to join it to; null for the built-in districts alone
   * @param iso3 the country it counts
   */
  public static CensusCounts read(Path table, Path districts, String iso3) {
    CensusDistricts known =
        country -> {
          List<Drawing> drawings = new ArrayList<>();
          if (districts != null) {
            drawings.add(drawing(districts, country));
          }
          drawings.addAll(new BuiltInDistricts().of(country));
          return drawings;
        };
    List<CensusScaling.Count> counts = new ArrayList<>();
    Imported<?> read =
        new LayerImport(new BuiltInCountries(), new CensusImport(known))
            .stream(
                SourceFile.of(table),
                LayerKind.CENSUS,
                iso3,
                null,
                row -> {
                  CensusScaling.Count count = StoredRecords.count(StoredRecords.row(row));
                  if (!Double.isNaN(count.people())) {
                    counts.add(count);
                  }
                },
                RowWatcher.NONE);
    return new CensusCounts(List.copyOf(counts), read.report(), read.input());
  }

  private static Drawing drawing(Path districts, String iso3) {
    Imported<LayerFeature> read =
        new LayerImport(new BuiltInCountries())
            .features(districts, LayerKind.BOUNDARIES, iso3, null);
    List<Area> areas =
        read.records().stream()
            .map(each -> KnownDistricts.area(StoredRecords.row(accepted(each))))
            .toList();
    return new Drawing(String.valueOf(districts.getFileName()), areas);
  }

  private static AcceptedRow accepted(LayerFeature each) {
    return new AcceptedRow(each, each.values(), each.attributes(), each.geometry());
  }
}
