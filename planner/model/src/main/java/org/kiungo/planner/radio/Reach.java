package org.kiungo.planner.radio;

import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Settlement;

/**
 * How far a site reaches at a place. In open country that is the catalogue's reach; a phone in a
 * town, among buildings, loses as much signal on a shorter way. Which it is follows from how
 * densely the settlement is lived in, where its area is known. The ground between is not looked at.
 */
public final class Reach {

  /**
   * People per km² from which a place is a town.
   *
   * @see <a href="https://doi.org/10.2785/706535">Eurostat and others 2021, Applying the Degree of
   *     Urbanisation, section 2: urban centres have at least 1,500</a>
   */
  public static final double TOWN_PEOPLE_PER_KM2 = 1500;

  /** Height at which a phone is held, 3GPP TR 38.901. */
  private static final double PHONE_M = 1.5;

  private Reach() {}

  /**
   * Radius of a unit's ground at a settlement: where its signal is lost as much as at the edge of a
   * cell in open country, the mean of 3GPP TR 38.901's rural macro model with and without line of
   * sight; in a town by the urban macro model without line of sight, to the millimetre, so that the
   * last bit of a logarithm never reaches a plan.
   *
   * @return km, at most the catalogue's reach; infinite where the catalogue has none
   */
  public static double km(AccessTechnology technology, Settlement settlement) {
    if (technology.reachKm() == null) {
      return Double.POSITIVE_INFINITY;
    }
    double openKm = technology.reachKm().value();
    boolean phone = technology.bandGhz() != null && technology.mastM() != null;
    if (!phone || openKm == 0 || !isTown(settlement)) {
      return openKm;
    }
    double ghz = technology.bandGhz().value();
    double mastM = technology.mastM().value();
    double openM = 1000 * openKm;
    double edgeDb =
        (PathLoss.ruralLosDb(openM, ghz, mastM, PHONE_M)
                + PathLoss.ruralNlosDb(openM, ghz, mastM, PHONE_M))
            / 2;
    double townM = PathLoss.urbanNlosM(edgeDb, ghz, mastM, PHONE_M);
    return Math.min(openKm, Math.rint(1000 * townM) / 1e6);
  }

  /**
   * How far from a settlement a site may stand that serves it. A settlement is a point, unless it
   * is a part of a place: then all of its ground, a circle of its area around its position, has to
   * be in reach.
   *
   * @return km, ≥ 0; infinite where the catalogue has no reach
   */
  public static double servesKm(AccessTechnology technology, Settlement settlement) {
    double reachKm = km(technology, settlement);
    boolean part = settlement.attributes().containsKey(Settlement.PART_OF);
    double groundKm = part ? Math.sqrt(settlement.areaKm2() / Math.PI) : 0;
    return groundKm > 0 ? Math.max(0, reachKm - groundKm) : reachKm;
  }

  /** True where people live as densely as in a town, as far as the area is known. */
  static boolean isTown(Settlement settlement) {
    return settlement.population() >= TOWN_PEOPLE_PER_KM2 * settlement.areaKm2();
  }

  /** Ground of one unit among others: the hexagon in the circle of its reach, 83 % of it. */
  public static double cellKm2(double reachKm) {
    return SiteCapacity.cellKm2(Math.sqrt(3) * reachKm);
  }
}
