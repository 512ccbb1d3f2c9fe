package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * A tolerance read off the drawings themselves. The offsets of a later drawing from the earlier
 * ones are those of the same cables, near zero, and those of other cables, which lie at any
 * distance alike; the latter's share is seen where the former have ended, between 6 and 15 km. The
 * former end at the first half kilometre that holds less than 2 % of them.
 *
 * @param tolerance 95 % of the offsets that are not other cables' lie within it; its band ends
 *     where other cables are as frequent, at 5 km at least
 * @param basis where it comes from
 * @param agreeKm kilometres of later drawings within it of an earlier one
 * @param comparedKm kilometres of later drawings that were compared
 */
public record ToleranceSuggestion(
    Tolerance tolerance, Basis basis, double agreeKm, double comparedKm) {

  /** Where a suggestion comes from. */
  public enum Basis {
    /** The distribution of offsets between the drawings. */
    OFFSETS,
    /** What was used for these sources before. */
    LEARNT,
    /** The drawings share too little: 1 km, assumed. */
    ASSUMED
  }

  private static final double ASSUMED_KM = 1;
  private static final double LEAST_SHARED_KM = 20;
  private static final double SHARE = 0.95;
  private static final double BIN_KM = 0.05;
  private static final double FAR_FROM_KM = 6;
  private static final double FAR_TO_KM = 15;
  private static final double STEP_KM = 0.25;
  private static final int HOLE_BINS = 10;
  private static final double HOLE = 0.02;

  /**
   * Suggests a tolerance.
   *
   * @param sources most trusted first
   * @param learntKm by name, the tolerance that was last used for a source; the widest of those
   *     given goes before the offsets
   */
  public static ToleranceSuggestion of(List<Source> sources, Map<String, Double> learntKm) {
    double[] bins = new double[(int) Math.round(FAR_TO_KM / BIN_KM)];
    double comparedKm = offsets(sources, bins);
    double learnt =
        sources.stream()
            .map(each -> learntKm.get(each.name()))
            .filter(each -> each != null)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(Double.NaN);
    double perBin = farKm(bins) / ((FAR_TO_KM - FAR_FROM_KM) / BIN_KM);
    double same = sameKm(bins, perBin);
    Tolerance tolerance;
    Basis basis;
    if (!Double.isNaN(learnt)) {
      tolerance = Tolerance.of(learnt);
      basis = Basis.LEARNT;
    } else if (same < LEAST_SHARED_KM) {
      tolerance = Tolerance.of(ASSUMED_KM);
      basis = Basis.ASSUMED;
    } else {
      double km = quantile(bins, perBin, SHARE * same);
      double band = Math.max(Tolerance.of(km).bandKm(), crossover(bins, perBin, km));
      tolerance = new Tolerance(km, band);
      basis = Basis.OFFSETS;
    }
    double agreeKm = 0;
    for (int k = 0; k < bins.length && (k + 0.5) * BIN_KM <= tolerance.km(); k++) {
      agreeKm += bins[k];
    }
    return new ToleranceSuggestion(tolerance, basis, agreeKm, comparedKm);
  }

  /** Fills kilometres by offset from all earlier drawings; returns all kilometres compared. */
  private static double offsets(List<Source> sources, double[] bins) {
    List<LonLat> places = new ArrayList<>();
    sources.forEach(s -> s.lines().forEach(each -> places.add(each.line().path().get(0))));
    if (places.isEmpty()) {
      return 0;
    }
    Plane plane = Plane.around(places.get(0));
    LineIndex earlier = new LineIndex();
    double compared = 0;
    for (int s = 0; s < sources.size(); s++) {
      List<LineString> paths =
          sources.get(s).lines().stream().map(each -> plane.line(each.line().path())).toList();
      for (LineString path : s == 0 ? Collections.<LineString>emptyList() : paths) {
        compared += path.getLength();
        LengthIndexedLine along = new LengthIndexedLine(path);
        int steps = Math.max(1, (int) Math.ceil(path.getLength() / STEP_KM));
        for (int k = 0; k < steps; k++) {
          LineIndex.Hit hit =
              earlier.nearest(along.extractPoint((k + 0.5) * path.getLength() / steps), FAR_TO_KM);
          if (hit != null) {
            int bin = Math.min(bins.length - 1, (int) (hit.distanceKm() / BIN_KM));
            bins[bin] += path.getLength() / steps;
          }
        }
      }
      paths.forEach(path -> earlier.add(0, path));
    }
    return compared;
  }

  private static double farKm(double[] bins) {
    double km = 0;
    for (int k = (int) Math.round(FAR_FROM_KM / BIN_KM); k < bins.length; k++) {
      km += bins[k];
    }
    return km;
  }

  /**
   * Kilometres of the same cables, which end where half a kilometre holds less than 2 % of them.
   */
  private static double sameKm(double[] bins, double perBin) {
    double same = 0;
    for (int k = 0; k < bins.length; k++) {
      double next = 0;
      for (int j = k; j < Math.min(k + HOLE_BINS, bins.length); j++) {
        next += bins[j] - perBin;
      }
      if (same > 0 && next < HOLE * same) {
        return same;
      }
      same += bins[k] - perBin;
    }
    return same;
  }

  private static double quantile(double[] bins, double perBin, double km) {
    double same = 0;
    for (int k = 0; k < bins.length; k++) {
      same += bins[k] - perBin;
      if (same >= km) {
        return (k + 1) * BIN_KM;
      }
    }
    return bins.length * BIN_KM;
  }

  /** Where, over a quarter of a kilometre, other cables begin to be as frequent as the same. */
  private static double crossover(double[] bins, double perBin, double fromKm) {
    int width = 5;
    for (int k = (int) (fromKm / BIN_KM); k + width <= bins.length; k++) {
      double km = 0;
      for (int j = 0; j < width; j++) {
        km += bins[k + j];
      }
      if (km <= 2 * width * perBin) {
        return k * BIN_KM;
      }
    }
    return fromKm;
  }
}
