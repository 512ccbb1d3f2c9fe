package org.kiungo.geodata.settle;

import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers scattered people into hexagons of equal area. The grid lies in the sinusoidal projection
 * with 20° E as its central meridian, which keeps areas true all over Africa and shapes nearly so.
 */
final class HexagonGathering {

  /** Mean radius of the Earth, km (IUGG). */
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private static final double CENTRAL_MERIDIAN = 20;

  private final double sizeKm;
  private final Map<Long, Hexagon> hexagons = new TreeMap<>();

  /** What one hexagon has gathered. */
  static final class Hexagon {
    double people;
    double areaKm2;
    double mostPeople;
    int row;
    int column;
  }

  /**
   * @param hexKm distance between opposite sides
   */
  HexagonGathering(double hexKm) {
    this.sizeKm = hexKm / Math.sqrt(3);
  }

  /** Adds the people of one cell; the most populous cell becomes the hexagon's place. */
  void add(double lon, double lat, int row, int column, double people, double areaKm2) {
    Hexagon hexagon = hexagons.computeIfAbsent(key(lon, lat), k -> new Hexagon());
    hexagon.people += people;
    hexagon.areaKm2 += areaKm2;
    if (people > hexagon.mostPeople) {
      hexagon.mostPeople = people;
      hexagon.row = row;
      hexagon.column = column;
    }
  }

  Iterable<Hexagon> hexagons() {
    return hexagons.values();
  }

  /** Axial coordinates of the pointed-top hexagon around a place, packed into one key. */
  private long key(double lon, double lat) {
    double y = Math.toRadians(lat) * EARTH_RADIUS_KM;
    double x =
        Math.toRadians(lon - CENTRAL_MERIDIAN) * EARTH_RADIUS_KM * Math.cos(Math.toRadians(lat));
    double q = (Math.sqrt(3) / 3 * x - y / 3) / sizeKm;
    double r = 2.0 / 3 * y / sizeKm;
    double s = -q - r;
    double rq = Math.rint(q);
    double rr = Math.rint(r);
    double rs = Math.rint(s);
    double dq = Math.abs(rq - q);
    double dr = Math.abs(rr - r);
    if (dq > dr && dq > Math.abs(rs - s)) {
      rq = -rr - rs;
    } else if (dr > Math.abs(rs - s)) {
      rr = -rq - rs;
    }
    return ((long) rr << 32) | ((long) rq & 0xFFFFFFFFL);
  }
}
