package org.kiungo.geodata.settle;

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
 * Share of each footprint inside coverage polygons, by generation, looked up at seventeen or more
 * places of equal weight; overlapping polygons count once.
 */
final class CoverageJoin implements LayerJoin {

  private final Footprints footprints;
  private final int settlements;
  private final String statedGeneration;
  private final Map<String, int[]> coveredSamples = new TreeMap<>();

  /**
   * @param statedGeneration 2g … 5g of the whole layer; empty when its rows say it
   */
  CoverageJoin(List<Settlement> settlements, List<Geometry> ground, String statedGeneration) {
    this.settlements = settlements.size();
    this.statedGeneration = statedGeneration;
    footprints = new Footprints(settlements, ground, 0);
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
          Coordinate[] samples = footprints.samples(i);
          for (int s = 0; s < samples.length; s++) {
            if ((covered[i] >> s & 1) == 0) {
              covered[i] |= area.locate(samples[s]) == Location.EXTERIOR ? 0 : 1 << s;
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
            ratio[i] = Integer.bitCount(covered[i]) / (double) footprints.samples(i).length;
          }
          columns.put("coverage" + generation + "Ratio", LayerJoin.numbers(ratio));
        });
    return columns;
  }
}
