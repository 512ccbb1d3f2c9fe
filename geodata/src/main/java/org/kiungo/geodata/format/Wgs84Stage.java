package org.kiungo.geodata.format;

import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Finding.Severity;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Hands rows on with their geometry in longitude and latitude, checked: on the Earth, valid. A
 * geometry that is not becomes a finding and is left out.
 */
public final class Wgs84Stage implements FeatureConsumer {

  private final SourceFile file;
  private final FeatureConsumer next;
  private final FeatureCheck check;
  private LayerSchema schema;

  public Wgs84Stage(SourceFile file, FeatureCheck check, FeatureConsumer next) {
    this.file = file;
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
    next.finding(finding);
  }

  @Override
  public void feature(Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      geometry = converted(feature, geometry);
    }
    Feature placed = feature.withGeometry(geometry);
    String place = Places.text(geometry);
    check.check(
        placed,
        (severity, code) -> about(severity, code, feature.row()).withPlace(place),
        next::finding);
    next.feature(placed);
  }

  private Geometry converted(Feature feature, Geometry geometry) {
    CoordinateSystem crs = schema.crs();
    if (crs == null) {
      tell(feature, geometry, "crsMissing", "");
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
    if (lonLat.getDimension() == 2) {
      TopologyValidationError error = new IsValidOp(lonLat).getValidationError();
      if (error != null) {
        next.finding(
            about(Severity.WARNING, "geometryInvalid", feature.row())
                .withValue(error.getMessage(), "")
                .withPlace(Places.text(error.getCoordinate().x, error.getCoordinate().y))
                .withFix("repair"));
      }
    }
    return lonLat;
  }

  private void tell(Feature feature, Geometry geometry, String code, String expected) {
    next.finding(
        about(Severity.ERROR, code, feature.row())
            .withValue(Places.text(geometry), expected)
            .withPlace(Places.text(geometry)));
  }

  private Finding about(Severity severity, String code, long row) {
    return Finding.of(severity, code, file, schema.name()).withRow(row);
  }
}
