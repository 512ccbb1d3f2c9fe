package org.kiungo.planner.model.service;

import java.util.List;
import java.util.Set;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;

/**
 * Facts of a joint placement: kinds of service that share candidate sites and one budget.
 *
 * @param services kinds of service, ids unique
 * @param users who needs which service, ids unique
 * @param sites candidate and existing sites, ids unique
 * @param roundTrips between users and sites, by their number in these lists
 * @param sovereignty where data may be kept
 * @param budgetUsd cap on the present value of everything opened; infinite = no cap
 * @param money how years are added up
 * @param latencyWeightRatio share of a user's value lost at the longest round trip, 0–1; prefers
 *     nearer sites among those in reach
 */
public record ServiceProblem(
    List<EService> services,
    List<User> users,
    List<Site> sites,
    RoundTrips roundTrips,
    Sovereignty sovereignty,
    double budgetUsd,
    Money money,
    double latencyWeightRatio) {

  public ServiceProblem {
    services = List.copyOf(services);
    users = List.copyOf(users);
    sites = List.copyOf(sites);
    if (!(budgetUsd >= 0) || !(latencyWeightRatio >= 0 && latencyWeightRatio <= 1)) {
      throw new IllegalArgumentException(
          "budgetUsd is "
              + budgetUsd
              + " and latencyWeightRatio "
              + latencyWeightRatio
              + "; allowed ≥ 0, and 0 to 1");
    }
  }

  /**
   * A demand point: a facility, a city, an office.
   *
   * @param id unique
   * @param name shown to users
   * @param location of the demand point
   * @param country ISO 3166-1 alpha-3
   * @param people behind it, &gt; 0: the weight of serving it
   * @param units facilities, schools or cities that this demand point stands for, each with the
   *     service's demand per user, ≥ 1; they are served from the same sites
   * @param serviceIds kinds of service it needs
   */
  public record User(
      String id,
      String name,
      LonLat location,
      String country,
      double people,
      int units,
      Set<String> serviceIds) {

    /** One facility, city or office. */
    public User(
        String id,
        String name,
        LonLat location,
        String country,
        double people,
        Set<String> serviceIds) {
      this(id, name, location, country, people, 1, serviceIds);
    }

    public User {
      serviceIds = Set.copyOf(serviceIds);
      if (units < 1) {
        throw new IllegalArgumentException("units of " + id + " is " + units + "; allowed ≥ 1");
      }
    }
  }

  /**
   * A candidate site.
   *
   * @param id unique
   * @param name shown to users
   * @param location where it stands
   * @param country ISO 3166-1 alpha-3
   * @param kind decides which services may stand there
   * @param buildingCapexUsd building, power and access, shared by all services hosted there; 0 for
   *     an existing site
   * @param buildingOpexUsdPerYear its upkeep
   * @param hosted services that stand there already: locked, not paid again
   * @param grid power grid it hangs on; empty = not known: never taken for distinct from another
   *     unknown one
   * @param cable cable or cable system through which it reaches the world; empty likewise
   */
  public record Site(
      String id,
      String name,
      LonLat location,
      String country,
      EService.SiteKind kind,
      double buildingCapexUsd,
      double buildingOpexUsdPerYear,
      Set<String> hosted,
      String grid,
      String cable) {

    /** A site on its country's own grid whose cable is not known. */
    public Site(
        String id,
        String name,
        LonLat location,
        String country,
        EService.SiteKind kind,
        double buildingCapexUsd,
        double buildingOpexUsdPerYear,
        Set<String> hosted) {
      this(
          id,
          name,
          location,
          country,
          kind,
          buildingCapexUsd,
          buildingOpexUsdPerYear,
          hosted,
          country,
          "");
    }

    public Site {
      hosted = Set.copyOf(hosted);
    }

    /** What copies of a service at two sites may not have in common. */
    public String group(EService.Apart apart) {
      return switch (apart) {
        case COUNTRY -> country;
        case GRID -> grid;
        case CABLE -> cable;
      };
    }
  }
}
