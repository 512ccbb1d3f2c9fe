package org.kiungo.geodata.layer;

import java.util.Optional;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Is a row where it claims to be? Null island, swapped axes, another country. Nothing is moved: a
 * wrong place is told and, where it is certain, the row is listed. A line or an area is elsewhere
 * only if it does not touch the country at all.
 */
final class PlaceCheck implements FeatureCheck {

  private static final double NULL_ISLAND_DEGREES = 0.01;

  private final CountryLookup countries;
  private final String iso3;
  private final LayerKind.Shape shape;
  private long swapped;
  private String firstSwapped = "";

  PlaceCheck(CountryLookup countries, String iso3, LayerKind.Shape shape) {
    this.countries = countries;
    this.iso3 = iso3 == null ? "" : iso3;
    this.shape = shape;
  }

  long swappedRows() {
    return swapped;
  }

  /** The first swapped place, as it stands in the file. */
  String firstSwapped() {
    return firstSwapped;
  }

  @Override
  public void check(Feature feature, About about, Consumer<Finding> out) {
    Coordinate first = feature.geometry() == null ? null : feature.geometry().getCoordinate();
    if (first == null) {
      return;
    }
    if (Math.abs(first.x) < NULL_ISLAND_DEGREES && Math.abs(first.y) < NULL_ISLAND_DEGREES) {
      out.accept(about.finding(Severity.ERROR, "nullIsland").withValue(text(first), ""));
      return;
    }
    LonLat place = new LonLat(first.x, first.y);
    if (iso3.isEmpty()) {
      withoutCountry(place, about, out);
    } else if (!lies(place, feature.geometry())) {
      outside(place, about, out);
    }
  }

  /** A corner of a line or an area may lie anywhere: what touches the country is of it. */
  private boolean lies(LonLat first, Geometry shape) {
    return countries.contains(iso3, first)
        || shape.getDimension() > 0 && countries.touches(iso3, shape);
  }

  private void withoutCountry(LonLat place, About about, Consumer<Finding> out) {
    boolean swapFits =
        Math.abs(place.lon()) <= 90
            && countries.countryAt(place).isEmpty()
            && countries.countryAt(new LonLat(place.lat(), place.lon())).isPresent();
    if (swapFits && countries != CountryLookup.NONE) {
      out.accept(swap(place, about, Severity.WARNING));
    }
  }

  private void outside(LonLat place, About about, Consumer<Finding> out) {
    if (countries.isNear(iso3, place)) {
      out.accept(told(place, about, Severity.WARNING, "nearBorder"));
      return;
    }
    boolean degrees = Math.abs(place.lon()) <= 90;
    LonLat other = degrees ? new LonLat(place.lat(), place.lon()) : place;
    boolean swapFits = degrees && countries.contains(iso3, other);
    Optional<LonLat> mirrored =
        shape == LayerKind.Shape.PLACE ? countries.mirrored(iso3, place) : Optional.empty();
    if (swapFits) {
      out.accept(swap(place, about, Severity.ERROR));
    } else if (mirrored.isPresent()) {
      LonLat there = mirrored.get();
      out.accept(
          about
              .finding(Severity.ERROR, "signLost")
              .withValue(
                  Places.text(place.lon(), place.lat()), Places.text(there.lon(), there.lat())));
    } else if (degrees && countries.isNear(iso3, other)) {
      out.accept(swap(place, about, Severity.ERROR)); // a place on the coast or a border
    } else {
      boolean point = shape == LayerKind.Shape.PLACE;
      out.accept(told(place, about, point ? Severity.ERROR : Severity.WARNING, "outsideCountry"));
    }
  }

  private Finding swap(LonLat place, About about, Severity severity) {
    swapped++;
    String text = Places.text(place.lon(), place.lat());
    firstSwapped = firstSwapped.isEmpty() ? text : firstSwapped;
    return about
        .finding(severity, "coordinatesSwapped")
        .withValue(text, Places.text(place.lat(), place.lon()));
  }

  private Finding told(LonLat place, About about, Severity severity, String code) {
    String other = countries.countryAt(place).orElse("–");
    return about.finding(severity, code).withValue(other, iso3);
  }

  private static String text(Coordinate place) {
    return Places.text(place.x, place.y);
  }
}
