package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * Share of each footprint inside coverage polygons, by generation, looked up at seventeen places of
 * equal weight; overlapping polygons count once.
 */
final class CoverageJoin implements LayerJoin {

  /** Places of a footprint, in radii: the centre and two rings of eight. */
  private static final double[][] SAMPLES = samples();

  private final Footprints footprints;
  private final int settlements;
  private final String statedGeneration;
  private final Map<String, int[]> coveredSamples = new TreeMap<>();

  /**
   * @param statedGeneration 2g … 5g of the whole layer; empty when its rows say it
   */
  CoverageJoin(List<Settlement> settlements, String statedGeneration) {
    this.settlements = settlements.size();
    this.statedGeneration = statedGeneration;
    footprints = new Footprints(settlements, 0);
  }

  @Override
  public void add(Geometry geometry, Map<String, String> values) {
    String generation =
        statedGeneration.isEmpty()
            ? generation(values.getOrDefault("generation", ""))
            : statedGeneration;
    int[] covered = coveredSamples.computeIfAbsent(generation, g -> new int[settlements]);
    IndexedPointInAreaLocator area = new IndexedPointInAreaLocator(geometry);
    footprints.touching(
        geometry.getEnvelopeInternal(),
        i -> {
          SettlementFootprint footprint = footprints.of(i);
          for (int s = 0; s < SAMPLES.length; s++) {
            if ((covered[i] >> s & 1) == 0) {
              Coordinate at =
                  new Coordinate(
                      footprint.centre().lon() + SAMPLES[s][0] * footprint.degreesLon(),
                      footprint.centre().lat() + SAMPLES[s][1] * footprint.degreesLat());
              covered[i] |= area.locate(at) == Location.EXTERIOR ? 0 : 1 << s;
            }
          }
        });
  }

  /** 2g, 3g, 4g or 5g by the words of operators and regulators; "Any" when it does not say. */
  static String generation(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (plain.matches(".*(5 ?g|\\bnr\\b).*")) {
      return "5g";
    }
    if (plain.matches(".*(4 ?g|lte).*")) {
      return "4g";
    }
    if (plain.matches(".*(3 ?g|umts|hspa|wcdma).*")) {
      return "3g";
    }
    return plain.matches(".*(2 ?g|gsm|edge|gprs).*") ? "2g" : "Any";
  }

  @Override
  public Map<String, String[]> columns() {
    if (coveredSamples.isEmpty() && !statedGeneration.isEmpty()) {
      coveredSamples.put(statedGeneration, new int[settlements]);
    }
    Map<String, String[]> columns = new TreeMap<>();
    coveredSamples.forEach(
        (generation, covered) -> {
          double[] ratio = new double[settlements];
          for (int i = 0; i < settlements; i++) {
            ratio[i] = Integer.bitCount(covered[i]) / (double) SAMPLES.length;
          }
          columns.put("coverage" + generation + "Ratio", LayerJoin.numbers(ratio));
        });
    return columns;
  }

  private static double[][] samples() {
    List<double[]> samples = new ArrayList<>(List.of(new double[] {0, 0}));
    // radii that halve the areas between the rings, so that every place stands for the same area
    for (double radius : new double[] {Math.sqrt(5.0 / 17), Math.sqrt(13.0 / 17)}) {
      for (int k = 0; k < 8; k++) {
        double angle = Math.PI / 4 * (k + (radius > 0.7 ? 0.5 : 0));
        samples.add(new double[] {radius * Math.cos(angle), radius * Math.sin(angle)});
      }
    }
    return samples.toArray(double[][]::new);
  }
}
