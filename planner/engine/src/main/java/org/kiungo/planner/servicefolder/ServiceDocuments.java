package org.kiungo.planner.servicefolder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.network.ServiceNetwork;

/** The JSON documents of a folder of placed services, as {@link ServiceFolder} describes them. */
final class ServiceDocuments {

  private ServiceDocuments() {}

  record Problem(
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

  record Law(
      boolean applied,
      Sovereignty.Place whereUnknown,
      List<Sovereignty.Rule> rules,
      Map<String, Set<String>> adequate) {}

  record Site(
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

  record User(
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

  record Network(List<double[]> places, List<Link> links) {}

  record Link(int from, int to, double roundTripMs, ServiceNetwork.Kind kind) {}

  record Plan(
      ServicePlan.Totals totals,
      Certificate certificate,
      List<Conflict> conflicts,
      List<Useless> useless,
      List<HostSite> sites,
      List<Choice> choices) {}

  record Conflict(String serviceId, String country, List<ServicePlan.Reason> rules, int users) {}

  /** Countries where a kind of service has nothing to do, sorted. */
  record Useless(String serviceId, List<String> countries) {}

  record HostSite(
      String id,
      List<String> serviceIds,
      boolean existing,
      double loadMbps,
      double people,
      double capexUsd,
      double opexUsdPerYear,
      double lifetimeCostUsd) {}

  record Choice(
      String userId,
      String serviceId,
      List<String> siteIds,
      double roundTripMs,
      ServicePlan.Reason unserved,
      Nearer nearer,
      double pricePeople) {}

  record Nearer(String siteId, double roundTripMs, ServicePlan.Reason reason) {}

  record Classic(
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

  record Served(String userId, String siteId, double roundTripMs) {}
}
