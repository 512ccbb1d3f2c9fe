package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.geodata.format.inspect.RasterSummary;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Takes a raster as a layer of one row: its outline, its size and system, the hash of its file,
 * and, of a population raster, the people its cells add up to. The cells themselves stay in the
 * original file.
 */
final class RasterImport {

  /** Points on each side of the outline, since sides of projected rasters are no straight lines. */
  private static final int SIDE = 16;

  /** Places along each side of the raster that are looked for in the claimed country. */
  private static final int LOOKED_AT = 40;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final SourceFile file;
  private final LayerKind kind;
  private final CountryLookup countries;
  private final List<Finding> findings = new ArrayList<>();

  RasterImport(SourceFile file, LayerKind kind, CountryLookup countries) {
    this.file = file;
    this.kind = kind;
    this.countries = countries;
  }

  /**
   * @param iso3 the country it should lie in; empty or null to skip that check
   * @throws InputRefused if the file is no raster, names no coordinate system or cannot be read
   */
  Imported<?> read(
      String iso3, ColumnMapping mapping, Consumer<AcceptedRow> sink, RowWatcher watcher) {
    if (!(LayerReader.of(file) instanceof RasterReader reader)) {
      throw new InputRefused("layer.needsRaster", "file", file.name(), "layerKind", kind.label());
    }
    DataReport.Builder report = new DataReport.Builder(file.name());
    try (Raster raster = Raster.open(file, mapping.options().crs())) {
      CellLocator cells = CellLocator.ofDegrees(raster); // which the judge asks about
      Map<String, String> values = values(raster, cells);
      RasterSummary summary = RasterSummary.of(raster, 0);
      boolean people = kind == LayerKind.POPULATION_RASTER;
      if (people) {
        values.put("people", summary.sum() + "");
        findings.addAll(Inspector.findings(file, raster, summary));
      }
      Geometry outline = outline(raster, cells);
      boolean inCountry =
          iso3 == null || iso3.isEmpty() || holds(outline, iso3) || touches(raster, cells, iso3);
      if (!inCountry) {
        findings.add(
            new Finding(
                Finding.Severity.ERROR,
                "rasterOutsideCountry",
                file.name(),
                "",
                1,
                "",
                "",
                iso3,
                "",
                ""));
      }
      watcher.begin(
          new LayerSchema(file.stem(), raster.crs(), "", false, List.of(), false, false),
          List.of());
      watcher.row(new Feature(1, "", null, Map.of()), findings);
      findings.forEach(report::add);
      report.quantity(people ? summary.sum() : Double.NaN, inCountry);
      report.row(inCountry);
      if (inCountry) {
        LayerFeature row =
            new LayerFeature(
                "raster", file.stem(), iso3 == null ? "" : iso3, outline, values, Map.of());
        sink.accept(new AcceptedRow(row, values, Map.of(), outline));
      }
      return new Imported<>(
          kind,
          List.of(),
          report.build(),
          reader.format(),
          file.stem(),
          "",
          cells.system(),
          mapping,
          new InputFile(kind.label(), file.name(), file.sha256(), ""));
    }
  }

  private Map<String, String> values(Raster raster, CellLocator cells) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("width", raster.width() + "");
    values.put("height", raster.height() + "");
    values.put("bands", raster.bands() + "");
    values.put("crs", cells.system());
    if (!Double.isNaN(raster.noData())) {
      values.put("nodata", raster.noData() + "");
    }
    values.put("sha256", file.sha256());
    return values;
  }

  /** A raster of a continent has small countries between the places that are looked at. */
  private boolean holds(Geometry outline, String iso3) {
    return outline != null
        && countries
            .placeIn(iso3)
            .map(at -> GEOMETRIES.createPoint(new Coordinate(at.lon(), at.lat())))
            .filter(outline::contains)
            .isPresent();
  }

  private boolean touches(Raster raster, CellLocator cells, String iso3) {
    for (int r = 0; r <= LOOKED_AT; r++) {
      for (int c = 0; c <= LOOKED_AT; c++) {
        double column = (raster.width() - 1.0) * c / LOOKED_AT;
        double row = (raster.height() - 1.0) * r / LOOKED_AT;
        LonLat place = place(cells, column, row);
        if (place != null && countries.contains(iso3, place)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The raster's edge in WGS 84; null where a corner lies beyond its coordinate system. */
  private static Geometry outline(Raster raster, CellLocator cells) {
    double[][] corners = {
      {-0.5, -0.5},
      {raster.width() - 0.5, -0.5},
      {raster.width() - 0.5, raster.height() - 0.5},
      {-0.5, raster.height() - 0.5}
    };
    List<Coordinate> path = new ArrayList<>();
    for (int side = 0; side < 4; side++) {
      double[] from = corners[side];
      double[] to = corners[(side + 1) % 4];
      for (int k = 0; k < SIDE; k++) {
        double t = k / (double) SIDE;
        LonLat place =
            place(cells, from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]));
        if (place == null) {
          return null;
        }
        path.add(new Coordinate(place.lon(), place.lat()));
      }
    }
    path.add(path.get(0));
    return GEOMETRIES.createPolygon(path.toArray(Coordinate[]::new));
  }

  private static LonLat place(CellLocator cells, double column, double row) {
    try {
      return cells.lonLat(column, row);
    } catch (IllegalArgumentException beyond) {
      return null;
    }
  }
}
