package org.kiungo.planner.model;

import java.util.List;

/**
 * A kind of non-commercial e-service, as its catalogue file states it.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages under {@code eservice.<id>}
 * @param users who uses it
 * @param demandMbpsPerUser busy-hour demand of one user (facility, city, network)
 * @param siteCapacityMbps busy-hour demand that one installation serves
 * @param siteCapexUsd one installation in an existing building with power
 * @param siteOpexUsdPerYear its upkeep
 * @param siteLifetimeYears after which it is bought again
 * @param maxRoundTripMs longest round trip between a user and its site
 * @param dataClass class of the data it holds, as data laws name it: health, education, government,
 *     research, general, none
 * @param copies sites that serve each user, each in another country when more than one, ≥ 1
 * @param eligible kinds of place that may host it
 */
public record EService(
    String id,
    String name,
    Users users,
    Figure demandMbpsPerUser,
    Figure siteCapacityMbps,
    Figure siteCapexUsd,
    Figure siteOpexUsdPerYear,
    Figure siteLifetimeYears,
    Figure maxRoundTripMs,
    String dataClass,
    int copies,
    List<SiteKind> eligible) {

  public EService {
    eligible = List.copyOf(eligible);
    if (copies < 1 || eligible.isEmpty()) {
      throw new IllegalArgumentException(
          "copies of " + id + " is " + copies + "; allowed ≥ 1, with at least one eligible kind");
    }
  }

  /** Who uses an e-service. */
  public enum Users {
    HEALTH_FACILITIES,
    SCHOOLS,
    UNIVERSITIES,
    SETTLEMENTS,
    CITIES,
    PUBLIC_OFFICES
  }

  /** What kind of place can host an e-service. */
  public enum SiteKind {
    CAPITAL,
    CITY,
    SETTLEMENT,
    EXCHANGE_POINT,
    LANDING_STATION
  }
}
