package org.kiungo.planner.folder.lot;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * {@code lots.json}: a plan cut into lots, a partition: every site, link, service, node and cent of
 * it is in exactly one.
 *
 * @param certificateSha256 hash of the plan's certificate, and so of its folder
 * @param rules how it was cut
 * @param points when money is released
 * @param lots by phase, then id
 * @param total of all lots, which is the plan's
 */
@RecordBuilder
public record Lots(
    String certificateSha256, Rules rules, List<Point> points, List<Lot> lots, Total total)
    implements LotsBuilder.With {

  /** The point that is due a year after its lot's completion. */
  public static final String A_YEAR_LATER = "still-so";

  /** Where nobody says otherwise: taken, not measured; what is agreed stands in the contract. */
  public static final List<Point> POINTS =
      List.of(
          new Point("mast-stands", 0.4, true),
          new Point("link-carries", 0.3, true),
          new Point("busy-hour-speed", 0.2, true),
          new Point(A_YEAR_LATER, 0.1, true));

  public Lots {
    points = List.copyOf(points);
    lots = List.copyOf(lots);
  }

  /**
   * Those to tender: of a rest, all but what stands already or is signed; of any other plan all.
   */
  public List<Lot> tendered() {
    return lots.stream().filter(each -> each.state() == Lot.State.PLANNED).toList();
  }

  /**
   * How a plan is cut.
   *
   * @param mostUsd to build a lot, which is cut where it costs more and is more than one site; 0 =
   *     no limit
   * @param leastUsd to build a lot, which goes with a neighbour of its phase where it costs less
   * @param lotsPerRegion of a phase, in place of {@code mostUsd}; 0 = by cost
   * @param seed of the settlements drawn
   * @param drawn settlements drawn of each lot, at the most
   * @param assumed true where nobody chose the limits
   */
  public record Rules(
      double mostUsd, double leastUsd, int lotsPerRegion, long seed, int drawn, boolean assumed) {}

  /**
   * A verification point.
   *
   * @param code {@code mast-stands}, {@code link-carries}, {@code busy-hour-speed}, {@code
   *     still-so}
   * @param releaseRatio share of what is first paid, 0–1; together 1
   * @param assumed true where nobody chose it
   */
  public record Point(String code, double releaseRatio, boolean assumed) {}

  /** Sums of all lots. */
  public record Total(Lot.Cost cost, Lot.People people) {}
}
