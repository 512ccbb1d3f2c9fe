package org.kiungo.planner.place;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a user asks of a joint placement; everything that is not asked for comes from the facts.
 *
 * @param name shown to users
 * @param services kinds to place, figures as changed by the request, ids unique, at least one
 * @param budgetUsd cap on the present value of everything opened; NaN = no cap
 * @param law whether data laws bind
 * @param latencyWeightRatio share of a user's value lost at the longest round trip, 0–1
 * @param satelliteGateways countries with a satellite gateway of their own
 * @param hosts countries that may host; empty = those whose people use the services
 * @param users institutions in place of the built-in ones, by kind
 * @param sites candidate sites in place of the built-in ones; empty = those
 * @param rules data laws in place of, or besides, the known ones
 * @param adequate countries that a country accepts as adequate peers, in place of the known ones
 * @param limits how long to search
 */
public record ServiceRequest(
    String name,
    List<EService> services,
    double budgetUsd,
    Law law,
    double latencyWeightRatio,
    Set<String> satelliteGateways,
    List<String> hosts,
    Map<EService.Users, List<ServiceProblem.User>> users,
    List<ServiceProblem.Site> sites,
    List<Sovereignty.Rule> rules,
    Map<String, Set<String>> adequate,
    ServicePlacement.Limits limits) {

  /** Whether data laws bind. */
  public enum Law {
    /** Known rules bind; a country and class without a rule is free. */
    FACTS,
    /** Known rules bind; a country and class without a rule keeps its data. */
    CAUTIOUS,
    /** None: what sovereignty costs is the difference. */
    OFF
  }

  public ServiceRequest {
    services = List.copyOf(services);
    satelliteGateways = Set.copyOf(satelliteGateways);
    hosts = List.copyOf(hosts);
    Map<EService.Users, List<ServiceProblem.User>> copy = new EnumMap<>(EService.Users.class);
    users.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    users = copy;
    sites = List.copyOf(sites);
    rules = List.copyOf(rules);
    adequate = new TreeMap<>(adequate);
    if (services.isEmpty()) {
      throw new InputRefused("services.none");
    }
    require("budgetUsd", budgetUsd, 0, 1e15);
    require("latencyWeightRatio", latencyWeightRatio, 0, 1);
  }

  private static void require(String field, double value, double low, double high) {
    if (value < low || value > high) {
      throw new InputRefused(
          "field.range", "field", field, "value", value, "low", low, "high", high);
    }
  }

  /** The same request under another budget. */
  public ServiceRequest withBudgetUsd(double changed) {
    return new ServiceRequest(
        name,
        services,
        changed,
        law,
        latencyWeightRatio,
        satelliteGateways,
        hosts,
        users,
        sites,
        rules,
        adequate,
        limits);
  }

  /** The same request, searched for longer or shorter. */
  public ServiceRequest withLimits(ServicePlacement.Limits changed) {
    return new ServiceRequest(
        name,
        services,
        budgetUsd,
        law,
        latencyWeightRatio,
        satelliteGateways,
        hosts,
        users,
        sites,
        rules,
        adequate,
        changed);
  }

  /** The same request with data laws taken otherwise. */
  public ServiceRequest withLaw(Law changed) {
    return new ServiceRequest(
        name,
        services,
        budgetUsd,
        changed,
        latencyWeightRatio,
        satelliteGateways,
        hosts,
        users,
        sites,
        rules,
        adequate,
        limits);
  }
}
