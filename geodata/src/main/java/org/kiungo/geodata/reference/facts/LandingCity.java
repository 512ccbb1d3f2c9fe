package org.kiungo.geodata.reference.facts;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * A city where submarine cables land.
 *
 * @param iso3 country
 * @param city name
 * @param location landing point or the city's centre
 * @param isRough true when no source tells the location: it is right to a few kilometres
 * @param cables cables known to land there
 * @param firstYear year of the first, empty when not known
 * @param evidence source and confidence
 */
public record LandingCity(
    String iso3,
    String city,
    LonLat location,
    boolean isRough,
    List<Cable> cables,
    String firstYear,
    Evidence evidence) {

  /**
   * A submarine cable.
   *
   * @param name as published
   * @param mustVerify true when no source was read yet for this landing
   */
  public record Cable(String name, boolean mustVerify) {}

  public LandingCity {
    cables = List.copyOf(cables);
  }

  /** True when a source was read for at least one cable here. */
  public boolean isSourced() {
    return !evidence.mustVerify() && cables.stream().anyMatch(c -> !c.mustVerify());
  }
}
