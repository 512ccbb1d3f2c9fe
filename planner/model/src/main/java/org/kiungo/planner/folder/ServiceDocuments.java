package org.kiungo.planner.folder;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.Sovereignty;

/**
 * The JSON documents of a folder of placed services: {@code service-problem.json} and {@code
 * service-plan.json}, or {@code classic-problem.json} and {@code classic-plan.json}. What is read
 * is written again byte for byte.
 */
public final class ServiceDocuments {

  private ServiceDocuments() {}

  public record Problem(
      String name,
      List<EService> services,
      Money money,
      double budgetUsd,
      double latencyWeightRatio,
      Law sovereignty,
      Map<String, String> origins,
      List<Site> sites,
      List<User> users,
      Network network) {}

  public record Law(
      boolean applied,
      Sovereignty.Place whereUnknown,
      List<Sovereignty.Rule> rules,
      Map<String, List<String>> adequate) {}

  public record Site(
      String id,
      String name,
      double lon,
      double lat,
      String country,
      EService.SiteKind kind,
      double buildingCapexUsd,
      double buildingOpexUsdPerYear,
      List<String> hosted,
      String grid,
      String cable,
      int node) {}

  public record User(
      String id,
      String name,
      double lon,
      double lat,
      String country,
      double people,
      int units,
      List<String> serviceIds,
      int node,
      double accessMs) {}

  public record Network(List<double[]> places, List<Link> links) {}

  public record Link(int from, int to, double roundTripMs, String kind) {}

  public record Plan(
      Totals totals,
      Certificate certificate,
      List<Conflict> conflicts,
      List<Useless> useless,
      List<HostSite> sites,
      List<Choice> choices) {}

  public record Totals(
      int usersServed,
      int usersUnserved,
      double peopleServed,
      double meanRoundTripMs,
      double worstRoundTripMs,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {}

  public record Conflict(String serviceId, String country, List<String> rules, int users) {}

  /** Countries where a kind of service has nothing to do, sorted. */
  public record Useless(String serviceId, List<String> countries) {}

  public record HostSite(
      String id,
      List<String> serviceIds,
      boolean existing,
      double loadMbps,
      double people,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {}

  public record Choice(
      String userId,
      String serviceId,
      List<String> siteIds,
      double roundTripMs,
      String unserved,
      Nearer nearer,
      double pricePeople) {}

  public record Nearer(String siteId, double roundTripMs, String reason) {}

  public record Classic(
      String model,
      int sitesAsked,
      double standardMs,
      double usdPerPersonMs,
      double value,
      double bound,
      double gapRatio,
      String method,
      long seed,
      String engineVersion,
      String catalogueVersion,
      List<String> siteIds,
      List<Served> users) {}

  public record Served(String userId, String siteId, double roundTripMs) {}
}
