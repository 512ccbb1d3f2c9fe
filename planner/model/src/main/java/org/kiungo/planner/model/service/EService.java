package org.kiungo.planner.model.service;

import java.util.List;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.InputRefused;

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
 * @param copies sites that serve each user, no two sharing what {@code apart} names, ≥ 1
 * @param eligible kinds of place that may host it
 * @param apart what two copies for one user may not share; absent = the country
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
    List<SiteKind> eligible,
    Apart apart) {

  /** A kind whose copies stand in distinct countries. */
  public EService(
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
    this(
        id,
        name,
        users,
        demandMbpsPerUser,
        siteCapacityMbps,
        siteCapexUsd,
        siteOpexUsdPerYear,
        siteLifetimeYears,
        maxRoundTripMs,
        dataClass,
        copies,
        eligible,
        Apart.COUNTRY);
  }

  public EService {
    eligible = List.copyOf(eligible);
    apart = apart == null ? Apart.COUNTRY : apart;
    if (copies < 1 || eligible.isEmpty()) {
      throw new InputRefused("eservice.copies", "id", id, "value", copies);
    }
  }

  /** What copies for one user may not share, so that one failure leaves one of them. */
  public enum Apart {
    /** Copies stand in distinct countries. */
    COUNTRY,
    /** Copies hang on distinct power grids. */
    GRID,
    /** Copies reach the world over distinct cables. */
    CABLE
  }

  /** Who uses an e-service. */
  public enum Users {
    HEALTH_FACILITIES,
    SCHOOLS,
    UNIVERSITIES,
    SETTLEMENTS,
    CITIES,
    /** Operators and research networks, where they meet. */
    NETWORKS,
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
