package org.kiungo.geodata.layer;

import java.util.List;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.table.DateText;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Rows of layers that keep their geometry: boundaries, coverage, roads, grid, facilities. */
final class FeatureRows implements RecordMaker<LayerFeature> {

  private static final List<InstitutionKind> KINDS = CatalogueReader.builtInInstitutions();

  private final Context context;
  private final LayerKind layer;

  FeatureRows(Context context, LayerKind layer) {
    this.context = context;
    this.layer = layer;
  }

  @Override
  public void make(Row row, Consumer<LayerFeature> out) {
    Geometry geometry = row.geometry();
    boolean none = geometry == null || geometry.isEmpty();
    if (layer.shape() != LayerKind.Shape.NONE && none) {
      if (row.isUsable()) {
        row.tellNoPlace();
      }
      return;
    }
    LonLat place = layer.shape() == LayerKind.Shape.PLACE ? row.place() : first(geometry);
    checkShape(row, geometry);
    checkCells(row);
    String country = row.country(context.iso3, context.countries);
    String id = place == null && row.ownId().isEmpty() ? "row_" + row.number() : "";
    id = id.isEmpty() ? context.id(row, country, place) : id;
    if (!row.isUsable()) {
      return;
    }
    if (layer.shape() == LayerKind.Shape.PLACE) {
      context.checkNearby(row, place);
    } else {
      context.checkShapeTwice(row);
    }
    if (!row.isUsable()) {
      return;
    }
    out.accept(
        new LayerFeature(
            id, row.name("name"), country, geometry, row.values(layer), row.otherAttributes()));
  }

  private void checkCells(Row row) {
    switch (layer) {
      case COVERAGE -> {
        StatusWords.requireStanding(row);
        if (SpeedTiles.is(row.columns())) {
          checkSpeed(row);
          return;
        }
        String generation =
            GenerationWords.without(
                row.text("generation"), row.text("operator"), row.text("country"));
        if (GenerationWords.isKnown(generation)) {
          row.restate("generation", generation);
        } else if (generation.isEmpty()) {
          row.tell(Severity.WARNING, "generationUnknown", "generation", "", "4G");
        } else {
          row.tell(
              Severity.ERROR,
              "generationUnread",
              "generation",
              generation,
              GenerationWords.ALLOWED);
        }
      }
      case GRID -> {
        String voltage = row.text("voltageKv");
        double kv = LayerFeature.voltageKv(voltage, row.column("voltageKv"));
        if (kv != LayerFeature.voltageKv(voltage) && !Double.isNaN(kv)) {
          voltage = kv + "";
          row.restate("voltageKv", voltage); // its heading alone tells the unit
        }
        if (LayerFeature.isTransmission(voltage)) {
          row.tell(Severity.INFO, "voltageOfTransmission", "voltageKv", voltage, "");
        } else if (!voltage.isEmpty() && Double.isNaN(LayerFeature.voltageKv(voltage))) {
          row.tell(Severity.WARNING, "voltageUnread", "voltageKv", voltage, "33");
        }
        String status = row.text("status");
        if (StatusWords.isUnread(status)) {
          row.tell(Severity.WARNING, "statusUnread", "status", status, StatusWords.ALLOWED);
        } else if (StatusWords.of(status) == StatusWords.State.GONE) {
          row.tell(Severity.ERROR, StatusWords.NOT_STANDING, "status", status, "");
        }
      }
      case HAZARD -> {
        if (HazardEffect.of(row.text("effect"), row.text("costRatio")).isEmpty()) {
          String column = row.text("effect").isEmpty() ? "costRatio" : "effect";
          row.tell(Severity.ERROR, "hazardEffect", column, row.text(column), "closed");
        }
      }
      case FACILITIES -> {
        String said = row.text("category");
        boolean known = InstitutionKind.meantBy(List.of(said, row.text("name")), KINDS).isPresent();
        if (!known && !context.facility().isEmpty()) {
          row.restate("category", (said + " " + context.facility()).strip());
        }
      }
      case INDICATORS -> {
        row.number("value", false);
        if (!row.text("year").isEmpty() && DateText.year(row.text("year")).isEmpty()) {
          row.tell(Severity.WARNING, "dateUnreadable", "year", row.text("year"), "2026");
        }
        if (CountryCodes.iso3(row.text("country")).isEmpty()) {
          row.tell(Severity.WARNING, "countryUnknown", "country", row.text("country"), "BEN");
        }
      }
      default -> {
        // their cells are names
      }
    }
  }

  /** A tile of tests that ran too slowly to tell of 4G says nothing, and is told. */
  private static void checkSpeed(Row row) {
    Object cell = row.cell(SpeedTiles.DOWNLOAD_KBPS);
    NumberText speed = NumberText.of(cell, false);
    if (!speed.problem().isEmpty()) {
      String said = cell == null ? "" : cell.toString();
      row.tell(Severity.WARNING, "tileUnread", SpeedTiles.DOWNLOAD_KBPS, said, "29684");
    } else if (speed.value() < SpeedTiles.LEAST_KBPS) {
      String least = Math.round(SpeedTiles.LEAST_KBPS) + "";
      row.tell(Severity.INFO, "tileSlow", SpeedTiles.DOWNLOAD_KBPS, cell + "", least);
    }
  }

  private void checkShape(Row row, Geometry geometry) {
    int wanted =
        switch (layer.shape()) {
          case LINE -> 1;
          case AREA -> 2;
          default -> -1;
        };
    if (wanted >= 0 && geometry.getDimension() != wanted) {
      String expected = wanted == 1 ? "LineString" : "Polygon";
      row.tell(Severity.ERROR, "geometryUnfit", "", geometry.getGeometryType(), expected);
    }
  }

  private static LonLat first(Geometry geometry) {
    Coordinate first = geometry == null ? null : geometry.getCoordinate();
    return first == null ? null : new LonLat(first.x, first.y);
  }
}
