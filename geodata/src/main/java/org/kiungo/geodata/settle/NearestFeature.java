package org.kiungo.geodata.settle;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Geodesic distance to the nearest of many points, lines or outlines in WGS 84. Keeps 32 bytes a
 * straight piece and nothing of the features themselves.
 */
public final class NearestFeature {

  private static final double KM_PER_DEGREE = 110.574;
  private static final double KM_AROUND_EARTH = 41_000;

  /** Ends of piece k: {@code [4k …]} = lon, lat, lon, lat. */
  private double[] pieces = new double[4096];

  private int count;
  private PackedIndex index;

  /** Adds a feature; a point is a piece of length 0. */
  public void add(Geometry geometry) {
    for (int k = 0; k < geometry.getNumGeometries(); k++) {
      Geometry part = geometry.getGeometryN(k);
      if (part.getNumGeometries() > 1) {
        add(part);
        continue;
      }
      Coordinate[] at = part.getCoordinates();
      for (int v = 0; v < at.length; v++) {
        if (v > 0 || at.length == 1) {
          Coordinate before = at[Math.max(0, v - 1)];
          add(before.x, before.y, at[v].x, at[v].y);
        }
      }
    }
  }

  public void add(double lon0, double lat0, double lon1, double lat1) {
    if (4 * count == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * pieces.length);
    }
    pieces[4 * count] = lon0;
    pieces[4 * count + 1] = lat0;
    pieces[4 * count + 2] = lon1;
    pieces[4 * count + 3] = lat1;
    count++;
    index = null;
  }

  /** Builds the index, after which any thread may ask. */
  public void prepare() {
    index();
  }

  private PackedIndex index() {
    if (index == null) {
      double[] bounds = new double[4 * count];
      for (int k = 0; k < 4 * count; k += 4) {
        bounds[k] = Math.min(pieces[k], pieces[k + 2]);
        bounds[k + 1] = Math.min(pieces[k + 1], pieces[k + 3]);
        bounds[k + 2] = Math.max(pieces[k], pieces[k + 2]);
        bounds[k + 3] = Math.max(pieces[k + 1], pieces[k + 3]);
      }
      index = new PackedIndex(bounds, count);
    }
    return index;
  }

  /**
   * @return km on the ellipsoid; NaN when there is no feature at all
   */
  public double distanceKm(LonLat from) {
    double[] all = index().bounds();
    if (all == null) {
      return Double.NaN;
    }
    double dx = Math.max(0, Math.max(all[0] - from.lon(), from.lon() - all[2]));
    double dy = Math.max(0, Math.max(all[1] - from.lat(), from.lat() - all[3]));
    double reach = Math.max(2, KM_PER_DEGREE * Math.hypot(dx, dy));
    while (true) {
      double best = within(from, reach);
      // a hit inside the searched box is nearest only if no nearer one can hide outside it
      if (best <= reach || reach > KM_AROUND_EARTH) {
        return best;
      }
      reach = best < Double.MAX_VALUE ? best * 1.02 : reach * 4;
    }
  }

  private double within(LonLat from, double reachKm) {
    double cosLat = Math.max(0.01, Math.cos(Math.toRadians(from.lat())));
    double lonReach = 1.01 * reachKm / (KM_PER_DEGREE * cosLat);
    double latReach = 1.01 * reachKm / KM_PER_DEGREE;
    Search search = new Search(from, cosLat);
    index()
        .query(
            from.lon() - lonReach,
            from.lat() - latReach,
            from.lon() + lonReach,
            from.lat() + latReach,
            search);
    return search.bestKm;
  }

  /** Keeps the least distance; measures on the ellipsoid only what could be nearer. */
  private final class Search implements IntConsumer {
    private final LonLat from;
    private final double cosLat;
    private double bestKm = Double.MAX_VALUE;

    Search(LonLat from, double cosLat) {
      this.from = from;
      this.cosLat = cosLat;
    }

    @Override
    public void accept(int piece) {
      double x0 = (pieces[4 * piece] - from.lon()) * cosLat;
      double y0 = pieces[4 * piece + 1] - from.lat();
      double x = (pieces[4 * piece + 2] - from.lon()) * cosLat - x0;
      double y = pieces[4 * piece + 3] - from.lat() - y0;
      double length2 = x * x + y * y;
      double t = length2 == 0 ? 0 : Math.max(0, Math.min(1, -(x0 * x + y0 * y) / length2));
      double footX = x0 + t * x;
      double footY = y0 + t * y;
      // a degree is at least 110.5 km anywhere, so a tenth is ample for the plane's error nearby
      if (Math.hypot(footX, footY) * KM_PER_DEGREE * 0.9 > bestKm) {
        return;
      }
      double lon = Math.max(-180, Math.min(180, from.lon() + footX / cosLat));
      double lat = Math.max(-90, Math.min(90, from.lat() + footY));
      bestKm = Math.min(bestKm, from.distanceKm(new LonLat(lon, lat)));
    }
  }
}
