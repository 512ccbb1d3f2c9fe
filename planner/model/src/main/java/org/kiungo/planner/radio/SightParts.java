package org.kiungo.planner.radio;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Figure;
import org.kiungo.planner.model.Settlement;

/**
 * A settlement's people by which masts they see. Some technologies need sight of their mast, which
 * a share of the households has; the others can only have something else. Whoever sees the masts of
 * a technology that few see also sees those that more see, so shares cut the people into parts: the
 * first sees all, the last only what needs no sight. Each part is served alone.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-P.1410">Recommendation ITU-R P.1410: share of
 *     buildings that see a base station, by their density and heights</a>
 */
public final class SightParts {

  /** Fewer people out of sight are not told from those in sight: some ten households. */
  public static final double FEWEST_PEOPLE = 50;

  private final Settlement whole;

  /** Where each part ends, as a share of the people, ascending; the last is 1. */
  private final double[] endRatio;

  private SightParts(Settlement whole, double[] endRatio) {
    this.whole = whole;
    this.endRatio = endRatio;
  }

  /**
   * The parts of a settlement.
   *
   * @param offered technologies that it may have
   */
  public static SightParts of(Settlement settlement, List<AccessTechnology> offered) {
    double people = settlement.unservedPopulation();
    double[] ends =
        offered.stream()
            .mapToDouble(a -> ratio(a, settlement))
            .filter(ratio -> ratio > 0 && people * (1 - ratio) >= FEWEST_PEOPLE)
            .sorted()
            .distinct()
            .toArray();
    double[] all = Arrays.copyOf(ends, ends.length + 1);
    all[ends.length] = 1;
    return new SightParts(settlement, all);
  }

  /**
   * Share of a settlement's households that see a technology's mast.
   *
   * @return 0–1; 1 where the technology needs no sight
   */
  public static double ratio(AccessTechnology technology, Settlement settlement) {
    boolean town = technology.townSightRatio() != null && Reach.isTown(settlement);
    Figure ratio = town ? technology.townSightRatio() : technology.sightRatio();
    return ratio == null ? 1 : ratio.value();
  }

  /** Number of parts, ≥ 1. */
  public int count() {
    return endRatio.length;
  }

  /** Share of the settlement's people that a part has, 0–1; the shares add up to 1. */
  public double shareRatio(int part) {
    return endRatio[part] - startRatio(part);
  }

  private double startRatio(int part) {
    return part == 0 ? 0 : endRatio[part - 1];
  }

  /** True when the people of a part may have a technology: they see its masts or need not. */
  public boolean sees(int part, AccessTechnology technology) {
    double ratio = ratio(technology, whole);
    return ratio > 0 && startRatio(part) < ratio;
  }

  /** A part as a settlement of its own: the same place, its share of the people and the area. */
  public Settlement settlement(int part) {
    double share = shareRatio(part);
    return endRatio.length == 1
        ? whole
        : whole
            .with()
            .population(whole.population() * share)
            .areaKm2(whole.areaKm2() * share)
            .build();
  }

  /** A part's share of an amount of the settlement, whole; the shares add up to it. */
  public long share(long amount, int part) {
    return upTo(amount, endRatio[part]) - upTo(amount, startRatio(part));
  }

  private static long upTo(long amount, double ratio) {
    return ratio == 1 ? amount : (long) Math.floor(amount * ratio);
  }
}
