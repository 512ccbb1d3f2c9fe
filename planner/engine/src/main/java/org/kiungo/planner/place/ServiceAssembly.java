package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.service.DataRules;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceFacts;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.place.network.LatencyNetwork;
import org.kiungo.planner.place.network.LatencyTerms;
import org.kiungo.planner.place.network.NetworkAccess;
import org.kiungo.planner.place.network.NetworkRoundTrips;

/**
 * Makes a joint placement problem from a network, today's or a plan's, and the facts about
 * e-services.
 *
 * <p>Institutions that reach the network at the same node, over the same way and under the same law
 * become one demand point when there are many: its people and units are theirs, its round trip
 * their people-weighted mean. As value falls linearly with the round trip, the value of serving
 * them from one site is exactly the sum of theirs, as long as none alone lies beyond the limit.
 */
public final class ServiceAssembly {

  /** Above so many institutions, those at one node are taken together. */
  public static final int TOGETHER = 6000;

  /** A demand point asks for at most this share of a site's capacity. */
  private static final double CAPACITY_SHARE = 0.05;

  private ServiceAssembly() {}

  /**
   * @param plan whose network is used; null = today's
   * @param facts everything the request does not bring itself
   */
  public static ServiceProblem of(
      PlanningProblem problem, Plan plan, ServiceFacts facts, ServiceRequest request) {
    return of(
        problem,
        plan,
        facts(facts, request),
        request.services(),
        request.law() == ServiceRequest.Law.OFF ? Sovereignty.NONE : law(facts, request),
        Double.isNaN(request.budgetUsd()) ? Double.POSITIVE_INFINITY : request.budgetUsd(),
        request.latencyWeightRatio(),
        request.satelliteGateways());
  }

  /** The facts with what a request brings in place of them. */
  public static ServiceFacts facts(ServiceFacts facts, ServiceRequest request) {
    ServiceFacts changed = facts;
    for (var entry : request.users().entrySet()) {
      changed = changed.withUsers(entry.getKey(), entry.getValue(), "request");
    }
    return request.sites().isEmpty() ? changed : changed.withSites(request.sites());
  }

  private static DataRules law(ServiceFacts facts, ServiceRequest request) {
    Map<String, Sovereignty.Rule> rules = new TreeMap<>();
    facts.sovereignty().rules().forEach(r -> rules.put(r.country() + " " + r.dataClass(), r));
    request.rules().forEach(r -> rules.put(r.country() + " " + r.dataClass(), r));
    Map<String, Set<String>> adequate = new TreeMap<>(facts.sovereignty().adequate());
    adequate.putAll(request.adequate());
    return new DataRules(
        List.copyOf(rules.values()),
        adequate,
        request.law() == ServiceRequest.Law.CAUTIOUS
            ? Sovereignty.Place.IN_COUNTRY
            : Sovereignty.Place.FREE);
  }

  /**
   * @param plan whose network is used; null = today's
   * @param services kinds to place, ids unique
   * @param sovereignty what may be kept where; {@link Sovereignty#NONE} for "off"
   * @param budgetUsd cap on the present value of everything opened; infinite = no cap
   * @param latencyWeightRatio share of a user's value lost at the longest round trip, 0–1
   * @param gateways countries with a satellite gateway of their own
   */
  public static ServiceProblem of(
      PlanningProblem problem,
      Plan plan,
      ServiceFacts facts,
      List<EService> services,
      Sovereignty sovereignty,
      double budgetUsd,
      double latencyWeightRatio,
      Set<String> gateways) {
    PlanningProblem wider = withNodes(problem, facts.nodes());
    LatencyTerms terms = LatencyTerms.of(problem.catalogue(), gateways);
    LatencyNetwork network =
        plan == null
            ? LatencyNetwork.today(wider, facts.cables(), terms)
            : LatencyNetwork.of(wider, plan, facts.cables(), terms);
    List<Attached> users = users(problem, network, facts, services);
    int[] siteNode =
        facts.sites().stream().mapToInt(s -> network.onBackbone(s.location()).node()).toArray();
    return new ServiceProblem(
        services,
        users.stream().map(u -> u.user).toList(),
        facts.sites(),
        new NetworkRoundTrips(
            network.network(), users.stream().map(Attached::access).toList(), siteNode),
        sovereignty,
        budgetUsd,
        problem.money(),
        latencyWeightRatio);
  }

  private static PlanningProblem withNodes(PlanningProblem problem, List<NetworkNode> more) {
    Map<String, NetworkNode> byId = new TreeMap<>();
    more.forEach(node -> byId.put(node.id(), node));
    problem.nodes().forEach(node -> byId.put(node.id(), node));
    return problem.withNodes(List.copyOf(byId.values()));
  }

  private record Attached(ServiceProblem.User user, NetworkAccess access) {}

  private static List<Attached> users(
      PlanningProblem problem,
      LatencyNetwork network,
      ServiceFacts facts,
      List<EService> services) {
    Map<EService.Users, Set<String>> serviceIds = new LinkedHashMap<>();
    for (EService service : services) {
      serviceIds.computeIfAbsent(service.users(), k -> new TreeSet<>()).add(service.id());
    }
    Map<String, Attached> found = new TreeMap<>();
    serviceIds.forEach(
        (kind, ids) -> {
          if (facts.users().containsKey(kind)) {
            for (ServiceProblem.User user : facts.users().get(kind)) {
              Set<String> own = facts.ofUse(ids, user.country());
              if (!own.isEmpty()) {
                add(found, withServices(user, own), access(network, kind, user));
              }
            }
          } else {
            for (Settlement s : problem.settlements()) {
              double people = people(s, kind, problem.standard());
              if (people > 0) {
                add(found, user(s, people, ids), network.settlement(s.id()));
              }
            }
          }
        });
    List<Attached> all = List.copyOf(found.values());
    return all.size() <= TOGETHER ? all : together(all, services);
  }

  /** Institutions on the backbone of cities have no access network between; the others do. */
  private static NetworkAccess access(
      LatencyNetwork network, EService.Users kind, ServiceProblem.User user) {
    return switch (kind) {
      case CITIES, NETWORKS, UNIVERSITIES, PUBLIC_OFFICES -> network.onBackbone(user.location());
      case HEALTH_FACILITIES, SCHOOLS, SETTLEMENTS ->
          network.facility(user.location(), user.country());
    };
  }

  private static void add(
      Map<String, Attached> found, ServiceProblem.User user, NetworkAccess access) {
    Attached old = found.get(user.id());
    if (old == null) {
      found.put(user.id(), new Attached(user, access));
    } else if (old.access.equals(access)) {
      Set<String> both = new TreeSet<>(old.user.serviceIds());
      both.addAll(user.serviceIds());
      found.put(user.id(), new Attached(withServices(old.user, both), access));
    } else {
      String id = user.id() + "_" + String.join("_", new TreeSet<>(user.serviceIds()));
      found.put(id, new Attached(withId(user, id), access));
    }
  }

  /** Whoever subscribes needs no kiosk: those who use one are the others. */
  private static double people(Settlement s, EService.Users kind, ServiceStandard standard) {
    boolean assisted = kind == EService.Users.SETTLEMENTS;
    return assisted ? s.population() * (1 - standard.adoptionRatio()) : s.population();
  }

  private static ServiceProblem.User user(Settlement s, double people, Set<String> ids) {
    return new ServiceProblem.User(s.id(), s.name(), s.location(), s.country(), people, 1, ids);
  }

  private static ServiceProblem.User withServices(ServiceProblem.User u, Set<String> ids) {
    return new ServiceProblem.User(
        u.id(), u.name(), u.location(), u.country(), u.people(), u.units(), ids);
  }

  private static ServiceProblem.User withId(ServiceProblem.User u, String id) {
    return new ServiceProblem.User(
        id, u.name(), u.location(), u.country(), u.people(), u.units(), u.serviceIds());
  }

  /** One demand point per node, way, country and needs, cut so that each fits into a site. */
  private static List<Attached> together(List<Attached> all, List<EService> services) {
    Map<String, List<Attached>> groups = new TreeMap<>();
    for (Attached each : all) {
      String key =
          each.access.node()
              + " "
              + each.access.way()
              + " "
              + each.user.country()
              + " "
              + new TreeSet<>(each.user.serviceIds());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
    }
    List<Attached> merged = new ArrayList<>();
    for (List<Attached> group : groups.values()) {
      long most = mostUnits(group.get(0).user.serviceIds(), services);
      List<Attached> part = new ArrayList<>();
      long units = 0;
      for (Attached each : group) {
        if (!part.isEmpty() && units + each.user.units() > most) {
          merged.add(merge(part));
          part.clear();
          units = 0;
        }
        part.add(each);
        units += each.user.units();
      }
      merged.add(merge(part));
    }
    merged.sort(Comparator.comparing(each -> each.user.id()));
    return merged;
  }

  private static long mostUnits(Set<String> serviceIds, List<EService> services) {
    return services.stream()
        .filter(s -> serviceIds.contains(s.id()))
        .mapToLong(
            s ->
                (long)
                    (CAPACITY_SHARE * s.siteCapacityMbps().value() / s.demandMbpsPerUser().value()))
        .map(units -> Math.max(1, units))
        .min()
        .orElse(1);
  }

  /** Carries the name and place of the member with most people. */
  private static Attached merge(List<Attached> part) {
    Attached first =
        part.stream()
            .max(
                Comparator.comparingDouble((Attached a) -> a.user.people())
                    .thenComparing(a -> a.user.id(), Comparator.reverseOrder()))
            .orElseThrow();
    double people = part.stream().mapToDouble(a -> a.user.people()).sum();
    double ms = part.stream().mapToDouble(a -> a.user.people() * a.access.roundTripMs()).sum();
    int units = part.stream().mapToInt(a -> a.user.units()).sum();
    ServiceProblem.User u = first.user;
    return new Attached(
        new ServiceProblem.User(
            u.id(), u.name(), u.location(), u.country(), people, units, u.serviceIds()),
        first.access.node() < 0
            ? NetworkAccess.NONE
            : new NetworkAccess(first.access.node(), ms / people, first.access.way()));
  }
}
