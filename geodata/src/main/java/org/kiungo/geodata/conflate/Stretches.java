package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Cuts a line into stretches that run along what is there already and stretches that are new. */
final class Stretches {

  private Stretches() {}

  /**
   * @param fromKm along the line
   * @param toKm along the line
   * @param there true when it runs along an earlier line
   */
  record Stretch(double fromKm, double toKm, boolean there) {
    double km() {
      return toKm - fromKm;
    }
  }

  /**
   * A stretch counts as there when it stays within the tolerance for four times the tolerance: less
   * is a crossing. New stretches shorter than the tolerance are drawing noise.
   */
  static List<Stretch> of(LineString line, LineIndex network, double toleranceKm) {
    LengthIndexedLine along = new LengthIndexedLine(line);
    double length = along.getEndIndex();
    int steps = Math.max(1, (int) Math.ceil(length / (toleranceKm / 2)));
    List<Stretch> stretches = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      double middle = (k + 0.5) * length / steps;
      boolean there = network.nearest(along.extractPoint(middle), toleranceKm) != null;
      append(stretches, new Stretch(k * length / steps, (k + 1) * length / steps, there));
    }
    List<Stretch> withoutNoise = relabel(stretches, false, toleranceKm, length);
    return relabel(withoutNoise, true, 4 * toleranceKm, length);
  }

  /** Turns short stretches of one kind into the other, unless they are the whole line. */
  private static List<Stretch> relabel(
      List<Stretch> stretches, boolean there, double shorterThanKm, double length) {
    List<Stretch> result = new ArrayList<>();
    for (Stretch each : stretches) {
      boolean flip = each.there() == there && each.km() < shorterThanKm && each.km() < length;
      append(result, new Stretch(each.fromKm(), each.toKm(), flip != each.there()));
    }
    return result;
  }

  private static void append(List<Stretch> stretches, Stretch next) {
    int last = stretches.size() - 1;
    if (last >= 0 && stretches.get(last).there() == next.there()) {
      stretches.set(last, new Stretch(stretches.get(last).fromKm(), next.toKm(), next.there()));
    } else {
      stretches.add(next);
    }
  }
}
