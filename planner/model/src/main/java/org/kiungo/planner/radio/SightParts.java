package org.kiungo.planner.radio;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.Figure;

/**
 * Who of a settlement's people sees a technology's mast. A technology that needs sight is built for
 * them alone; the others stay without service or have what needs neither sight nor a mast. Whatever
 * a mast serves without sight it serves for everybody.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-P.1410">Recommendation ITU-R P.1410: share of
 *     buildings that see a base station, by their density and heights</a>
 */
public final class SightParts {

  /** Fewer people out of sight are not told from those in sight: some ten households. */
  public static final double FEWEST_PEOPLE = 50;

  private SightParts() {}

  /**
   * Share of a settlement's people who are in sight of a technology's mast, as plans tell them.
   *
   * @return 0–1; 1 where the technology needs no sight, or too few are without to be told apart
   */
  public static double seenRatio(AccessTechnology technology, Settlement settlement) {
    boolean town = technology.townSightRatio() != null && Reach.isTown(settlement);
    Figure figure = town ? technology.townSightRatio() : technology.sightRatio();
    double ratio = figure == null ? 1 : figure.value();
    boolean apart = settlement.unservedPopulation() * (1 - ratio) >= FEWEST_PEOPLE;
    return ratio == 0 || apart ? ratio : 1;
  }

  /**
   * A share of a settlement's people, its area and its institutions, as a settlement of its own.
   */
  public static Settlement share(Settlement whole, double ratio) {
    return ratio == 1
        ? whole
        : whole
            .with()
            .population(whole.population() * ratio)
            .areaKm2(whole.areaKm2() * ratio)
            .inhabitedKm2(whole.inhabitedKm2() * ratio)
            .institutionMbps(whole.institutionMbps() * ratio)
            .build();
  }

  /**
   * What of an amount belongs to those in sight; the others have the rest.
   *
   * @param ratio share of those in sight, 0–1
   */
  public static long seen(long amount, double ratio) {
    return ratio == 1 ? amount : (long) Math.floor(amount * ratio);
  }
}
