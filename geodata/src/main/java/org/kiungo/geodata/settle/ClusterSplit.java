package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.geodata.settle.DenseCells.CellRange;

/** Halves clusters across their longer side, at the line with equal people on both sides. */
final class ClusterSplit {

  private ClusterSplit() {}

  /**
   * @return parts of at most {@code maxPopulation} people each, unless a single cell holds more;
   *     together exactly the given cells
   */
  static List<CellRange> split(CellRange cluster, double maxPopulation) {
    List<CellRange> parts = new ArrayList<>();
    splitInto(cluster, maxPopulation, parts);
    return parts;
  }

  private static void splitInto(CellRange range, double maxPopulation, List<CellRange> parts) {
    double people = range.totalPeople();
    if (people <= maxPopulation || range.cells() == 1) {
      parts.add(range);
      return;
    }
    int[] order = alongLongerSide(range);
    double half = 0;
    int cut = 1;
    for (int k = 0; k < order.length - 1; k++) {
      half += range.people()[order[k]];
      cut = k + 1;
      if (half * 2 >= people) {
        break;
      }
    }
    int[] row = new int[order.length];
    int[] column = new int[order.length];
    double[] cellPeople = new double[order.length];
    for (int k = 0; k < order.length; k++) {
      row[k] = range.row()[order[k]];
      column[k] = range.column()[order[k]];
      cellPeople[k] = range.people()[order[k]];
    }
    splitInto(new CellRange(row, column, cellPeople, 0, cut), maxPopulation, parts);
    splitInto(new CellRange(row, column, cellPeople, cut, order.length), maxPopulation, parts);
  }

  private static int[] alongLongerSide(CellRange range) {
    int[] row = range.row();
    int[] column = range.column();
    var rows = IntStream.range(range.from(), range.to()).map(k -> row[k]).summaryStatistics();
    var columns = IntStream.range(range.from(), range.to()).map(k -> column[k]).summaryStatistics();
    boolean tall = rows.getMax() - rows.getMin() > columns.getMax() - columns.getMin();
    int[] major = tall ? row : column;
    int[] minor = tall ? column : row;
    return IntStream.range(range.from(), range.to())
        .boxed()
        .sorted(
            (a, b) ->
                major[a] != major[b]
                    ? Integer.compare(major[a], major[b])
                    : Integer.compare(minor[a], minor[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
