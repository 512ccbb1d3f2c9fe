package org.kiungo.planner.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.question.Welfare;

/** How unequal districts' shares of people with service are. */
public final class DistrictShares {

  private static final double TOP_RATIO = 0.1;
  private static final double BOTTOM_RATIO = 0.4;

  /** Of all people, the least served first; Σ = 1. */
  private final double[] peopleRatio;

  private final double[] shareRatio;

  /**
   * @param people of each district, > 0
   * @param shareRatio of them with service, 0–1
   */
  public DistrictShares(List<Double> people, List<Double> shareRatio) {
    double all = people.stream().mapToDouble(each -> each).sum();
    int[] order =
        IntStream.range(0, people.size())
            .boxed()
            .sorted(Comparator.comparingDouble(shareRatio::get))
            .mapToInt(d -> d)
            .toArray();
    peopleRatio = Arrays.stream(order).mapToDouble(d -> people.get(d) / all).toArray();
    this.shareRatio = Arrays.stream(order).mapToDouble(shareRatio::get).toArray();
  }

  /**
   * Gini coefficient of the shares, each district weighted by its people: 0 = all alike; 0 where
   * nobody has service.
   */
  public double giniRatio() {
    double mean = mean(0, 1);
    double even = Welfare.EQUITABLE_SHARE.of(shareRatio, peopleRatio);
    return mean == 0 ? 0 : Math.max(0, 1 - even / mean);
  }

  /**
   * What a person in the tenth best served has for each that one in the 40 % least served has,
   * after Palma (2011, Development and Change 42, 87–153,
   * https://doi.org/10.1111/j.1467-7660.2011.01694.x); not a number where the least served have
   * none.
   */
  public double palmaRatio() {
    double bottom = mean(0, BOTTOM_RATIO);
    return bottom == 0 ? Double.NaN : mean(1 - TOP_RATIO, 1) / bottom;
  }

  /** Mean share of people between two ranks, the least served first. */
  private double mean(double fromRatio, double toRatio) {
    double sum = 0;
    double begin = 0;
    for (int d = 0; d < peopleRatio.length; d++) {
      double end = begin + peopleRatio[d];
      sum += shareRatio[d] * Math.max(0, Math.min(end, toRatio) - Math.max(begin, fromRatio));
      begin = end;
    }
    return sum / (toRatio - fromRatio);
  }
}
