package org.kiungo.geodata.format;

import java.util.Locale;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.crs.Geodesics;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Hands rows on with their geometry in longitude and latitude, checked: on the Earth, valid. A
 * geometry that is not on the Earth becomes a finding and is left out; one that is not valid is
 * told, and mended only when asked, with its area before and after.
 */
public final class Wgs84Stage implements FeatureConsumer {

  /** Readers tell by this code that they closed an open ring, as asked; it is told with areas. */
  public static final String RING_CLOSED = "ringClosed";

  /** No longitude or latitude is larger, and no metric grid of Africa has such small values. */
  private static final double MOST_DEGREES = 180;

  /** Coordinates beyond are metres, whatever the file says. */
  private static final double FEWEST_METRES = 1_000;

  private final SourceFile file;
  private final ReadOptions options;
  private final FeatureConsumer next;
  private final FeatureCheck check;
  private LayerSchema schema;
  private long closedRow;
  private long places;
  private long degrees;
  private long metres;
  private String firstDegrees = "";
  private String firstMetres = "";

  /**
   * @param options whether axes are exchanged and shapes mended
   * @param check looks at each placed row
   * @param next receives rows and findings
   */
  public Wgs84Stage(
      SourceFile file, ReadOptions options, FeatureCheck check, FeatureConsumer next) {
    this.file = file;
    this.options = options;
    this.check = check;
    this.next = next;
  }

  @Override
  public void layer(LayerSchema begun) {
    schema = begun;
    next.layer(begun);
  }

  @Override
  public void finding(Finding finding) {
    if (finding.code().equals(RING_CLOSED)) {
      closedRow = finding.row();
    } else {
      next.finding(finding);
    }
  }

  @Override
  public void feature(Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      geometry = converted(feature, geometry);
    }
    placed(feature.withGeometry(geometry));
  }

  /** Takes a row whose geometry is in longitude and latitude already. */
  public void placed(Feature placed) {
    check.check(
        placed,
        (severity, code) ->
            about(severity, code, placed.line()).withPlace(Places.text(placed.geometry())),
        next::finding);
    next.feature(placed);
  }

  private Geometry converted(Feature feature, Geometry given) {
    CoordinateSystem crs = schema.crs();
    Geometry geometry = options.swapAxes() ? swapped(given) : given;
    if (crs == null) {
      tell(feature, geometry, "crsMissing", "");
      return null;
    }
    places++;
    if (misfits(feature, geometry, crs)) {
      return null;
    }
    Geometry lonLat;
    try {
      lonLat = crs.toWgs84(geometry);
    } catch (CoordinateSystem.OutsideSystem outside) {
      tell(feature, geometry, "coordinateOutsideCrs", crs.label());
      return null;
    }
    Envelope box = lonLat.getEnvelopeInternal();
    boolean onEarth =
        box.getMinX() >= -180
            && box.getMaxX() <= 180
            && box.getMinY() >= -90
            && box.getMaxY() <= 90;
    if (!onEarth) {
      tell(feature, lonLat, "coordinateOffEarth", "");
      return null;
    }
    return lonLat.getDimension() == 2 ? checked(feature, lonLat) : lonLat;
  }

  /** Tells coordinates that are degrees where the system has metres, or metres where degrees. */
  private boolean misfits(Feature feature, Geometry geometry, CoordinateSystem crs) {
    Envelope box = geometry.getEnvelopeInternal();
    double far =
        Math.max(
            Math.max(Math.abs(box.getMinX()), Math.abs(box.getMaxX())),
            Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY())));
    if (crs.isGeographic() && far > FEWEST_METRES) {
      metres++;
      firstMetres = firstMetres.isEmpty() ? Places.text(geometry) : firstMetres;
      tell(feature, geometry, "metresForDegrees", crs.label());
      return true;
    }
    // 0, 0 is told as null island, in whatever system
    boolean tiny = far > 0 && far <= MOST_DEGREES && !crs.isGeographic();
    if (tiny) {
      degrees++;
      firstDegrees = firstDegrees.isEmpty() ? Places.text(geometry) : firstDegrees;
      tell(feature, geometry, "degreesForMetres", crs.label());
    }
    return tiny;
  }

  /**
   * Refuses a file whose coordinates do not fit its system; called when all rows were read.
   *
   * @throws InputRefused if that holds for more than half of the rows with a place
   */
  public void requireUnitsFit() {
    if (metres * 2 > places) {
      throw new InputRefused("file.metresNotDegrees", "file", file.name(), "found", firstMetres);
    }
    if (degrees * 2 > places) {
      throw new InputRefused(
          "file.degreesNotMetres",
          "file",
          file.name(),
          "found",
          firstDegrees,
          "crs",
          schema.crs().label());
    }
  }

  private Geometry checked(Feature feature, Geometry lonLat) {
    boolean closed = closedRow == feature.line();
    TopologyValidationError error = new IsValidOp(lonLat).getValidationError();
    if (error == null && !closed) {
      return lonLat;
    }
    if (!options.repair()) {
      next.finding(
          about(Severity.WARNING, "geometryInvalid", feature.line())
              .withValue(error.getMessage(), "")
              .withPlace(Places.text(error.getCoordinate().x, error.getCoordinate().y))
              .withFix("repair"));
      return lonLat;
    }
    Geometry mended = error == null ? lonLat : GeometryFixer.fix(lonLat);
    // an open ring encloses nothing
    String before = closed ? "0" : area(lonLat);
    Finding about = about(Severity.INFO, "geometryRepaired", feature.line());
    next.finding(
        about.withValue(before, area(mended)).withPlace(Places.text(lonLat)).withFix("repaired"));
    return mended.isEmpty() ? null : mended;
  }

  private static String area(Geometry geometry) {
    return String.format(Locale.ROOT, "%.6f", Geodesics.areaKm2(geometry));
  }

  private static Geometry swapped(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        (CoordinateFilter)
            c -> {
              double x = c.x;
              c.x = c.y;
              c.y = x;
            });
    copy.geometryChanged();
    return copy;
  }

  private void tell(Feature feature, Geometry geometry, String code, String expected) {
    next.finding(
        about(Severity.ERROR, code, feature.line())
            .withValue(Places.text(geometry), expected)
            .withPlace(Places.text(geometry)));
  }

  private Finding about(Severity severity, String code, long row) {
    return Finding.of(severity, code, file, schema.name()).withRow(row);
  }
}
