package org.kiungo.geodata.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Point;

/** Places and districts of a country, to write tables of. */
record Ground(String iso3) {

  /** Rows of a list of places; its people add up to the country's. */
  <T> List<T> places(int most, BiFunction<PopulatedPlace, Integer, T> row) {
    List<PopulatedPlace> all =
        Reference.builtIn().places(iso3).stream()
            .filter(each -> Reference.builtIn().contains(iso3, each.location()))
            .limit(most)
            .toList();
    double sum = all.stream().mapToDouble(Ground::people).sum();
    double nation = Reference.builtIn().country(iso3).population();
    List<T> rows = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      PopulatedPlace each = all.get(k);
      double people = people(each) * nation / sum;
      rows.add(
          row.apply(
              new PopulatedPlace(
                  iso3,
                  each.geonamesId(),
                  each.name(),
                  new LonLat(round(each.location().lon()), round(each.location().lat())),
                  Math.rint(people),
                  each.feature(),
                  each.district()),
              k));
    }
    return rows;
  }

  private static double people(PopulatedPlace place) {
    return place.population() > 1000 ? place.population() : 1000;
  }

  /** Rows by district; their people add up to so much of the country's. */
  <T> List<T> districts(double share, BiFunction<District, Long, T> row) {
    List<District> all = Reference.builtIn().districts(iso3);
    double nation = share * Reference.builtIn().country(iso3).population();
    double weights = all.size() * (all.size() + 1) / 2.0;
    List<T> rows = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      rows.add(row.apply(all.get(k), Math.round(nation * (k + 1) / weights)));
    }
    return rows;
  }

  long nation(double share) {
    List<Long> people = districts(share, (district, count) -> count);
    return people.stream().mapToLong(Long::longValue).sum();
  }

  private static double round(double degrees) {
    return Math.rint(degrees * 1e4) / 1e4;
  }

  static String comma(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure).replace('.', ',');
  }

  /** "31,356" or "31 356" or "31.356". */
  static String grouped(double people, String mark) {
    return String.format(Locale.ENGLISH, "%,d", Math.round(people)).replace(",", mark);
  }

  /** 18°55'20.5"S. */
  static String dms(double degrees, String positive, String negative) {
    double size = Math.abs(degrees);
    int whole = (int) size;
    int minutes = (int) ((size - whole) * 60);
    double seconds = Math.floor(((size - whole) * 60 - minutes) * 600) / 10;
    return String.format(
        Locale.ROOT, "%d°%d'%.1f\"%s", whole, minutes, seconds, degrees < 0 ? negative : positive);
  }

  static String point(LonLat place) {
    return "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(place.lon(), place.lat());
  }

  static String kmlPoint(LonLat place) {
    return "<Point><coordinates>%s,%s</coordinates></Point>".formatted(place.lon(), place.lat());
  }

  static String kmlLine(LonLat from, LonLat to) {
    return "<LineString><coordinates>%s,%s %s,%s</coordinates></LineString>"
        .formatted(from.lon(), from.lat(), to.lon(), to.lat());
  }

  static String line(LonLat from, LonLat to) {
    return "{\"type\":\"LineString\",\"coordinates\":[[%s,%s],[%s,%s]]}"
        .formatted(from.lon(), from.lat(), to.lon(), to.lat());
  }

  static String wkt(LonLat from, LonLat to) {
    return "LINESTRING (%s %s, %s %s)".formatted(from.lon(), from.lat(), to.lon(), to.lat());
  }

  /** A square around a place, degrees. */
  static String square(LonLat place, double half) {
    double w = place.lon() - half;
    double e = place.lon() + half;
    double s = place.lat() - half;
    double n = place.lat() + half;
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
        .formatted(w, s, e, s, e, n, w, n, w, s);
  }

  LonLat middle(District district) {
    Point inside = district.shape().getInteriorPoint();
    return new LonLat(round(inside.getX()), round(inside.getY()));
  }
}
