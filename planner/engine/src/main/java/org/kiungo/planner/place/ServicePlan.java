package org.kiungo.planner.place;

import java.util.List;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.value.LonLat;

/**
 * Where e-services are hosted and who is served from where.
 *
 * @param sites opened and locked sites, sorted by id
 * @param users one entry per user and service, sorted by service id, then user id
 * @param totals sums
 * @param certificate what is proven about the objective value
 */
public record ServicePlan(
    List<HostSite> sites, List<UserService> users, Totals totals, Certificate certificate) {

  public ServicePlan {
    sites = List.copyOf(sites);
    users = List.copyOf(users);
  }

  /**
   * A site that hosts one or more services.
   *
   * @param id of the candidate site
   * @param name shown to users
   * @param location where it stands
   * @param country ISO 3166-1 alpha-3
   * @param serviceIds kinds of service hosted there, sorted
   * @param existing true when it stood before the plan (locked, its building not paid again)
   * @param loadMbps busy-hour demand of everybody served from it
   * @param people people behind the users served from it, each counted once
   * @param capexUsd first purchase; NaN when the service has no cost figure
   * @param opexUsdPerYear upkeep; NaN likewise
   * @param lifetimeCostUsd present value; NaN likewise
   */
  public record HostSite(
      String id,
      String name,
      LonLat location,
      String country,
      List<String> serviceIds,
      boolean existing,
      double loadMbps,
      double people,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {

    public HostSite {
      serviceIds = List.copyOf(serviceIds);
    }
  }

  /**
   * How one user gets one service.
   *
   * @param userId of the demand point
   * @param name shown to users
   * @param location of the demand point
   * @param country ISO 3166-1 alpha-3
   * @param serviceId kind of service
   * @param siteIds sites that serve it, nearest first; several when redundancy asks for it; empty
   *     when unserved
   * @param people people behind this user
   * @param demandMbps busy-hour demand
   * @param roundTripMs to the nearest of its sites; NaN when unserved
   * @param unserved why not served, null when served
   * @param nearer the nearest candidate site that is closer than its own and why it is not used,
   *     null when there is none
   */
  public record UserService(
      String userId,
      String name,
      LonLat location,
      String country,
      String serviceId,
      List<String> siteIds,
      double people,
      double demandMbps,
      double roundTripMs,
      Reason unserved,
      NearerSite nearer) {

    public UserService {
      siteIds = List.copyOf(siteIds);
    }
  }

  /**
   * A closer site that does not serve a user.
   *
   * @param siteId candidate site
   * @param roundTripMs to it
   * @param reason why it does not serve
   */
  public record NearerSite(String siteId, double roundTripMs, Reason reason) {}

  /** Why a site does not serve a user, or why nobody does. */
  public enum Reason {
    /** Its data class must stay in the country, or with an adequate peer. */
    DATA_LAW,
    /** Farther than the service's longest round trip. */
    TOO_FAR,
    /** The user has no network under the plan. */
    NOT_CONNECTED,
    /** The site is full. */
    CAPACITY,
    /** Opening it was worth less than what the money does elsewhere. */
    NOT_OPENED,
    /** Too few distinct countries are in reach for the copies asked for. */
    REDUNDANCY,
    /** The kind of site is not eligible for the service. */
    NOT_ELIGIBLE
  }

  /**
   * Sums over users and sites.
   *
   * @param usersServed users with the service
   * @param usersUnserved users without
   * @param peopleServed people behind the users served, each counted once
   * @param meanRoundTripMs people-weighted mean over users and services; NaN when nobody is served
   * @param worstRoundTripMs longest of the served; NaN when nobody is
   * @param capexUsd first purchases; NaN when a service has no cost figure
   * @param opexUsdPerYear upkeep; NaN likewise
   * @param lifetimeCostUsd present value; NaN likewise
   */
  public record Totals(
      int usersServed,
      int usersUnserved,
      double peopleServed,
      double meanRoundTripMs,
      double worstRoundTripMs,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {

    /** Adds up what users get and sites cost. */
    public static Totals of(List<HostSite> sites, List<UserService> users) {
      int served = 0;
      PeopleOnce once = new PeopleOnce();
      double people = 0;
      double weighted = 0;
      double worst = Double.NaN;
      for (UserService user : users) {
        if (user.unserved() == null) {
          served++;
          once.add(user);
          people += user.people();
          weighted += user.people() * user.roundTripMs();
          worst = worst >= user.roundTripMs() ? worst : user.roundTripMs();
        }
      }
      return new Totals(
          served,
          users.size() - served,
          once.people(),
          people > 0 ? weighted / people : Double.NaN,
          worst,
          sites.stream().mapToDouble(HostSite::capexUsd).sum(),
          sites.stream().mapToDouble(HostSite::opexUsdPerYear).sum(),
          sites.stream().mapToDouble(HostSite::lifetimeCostUsd).sum());
    }
  }
}
