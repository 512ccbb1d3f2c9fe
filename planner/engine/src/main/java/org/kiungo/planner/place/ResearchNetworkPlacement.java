package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.location.PMedian;
import org.kiungo.planner.place.location.problem.AssignmentCosts;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.place.location.problem.LocationSolution;
import org.kiungo.planner.place.network.FibreLatency;

/**
 * Points of presence of a research and education network: the p sites from which the people whom a
 * plan connects (or who are connected already) are reached with the least mean round trip.
 *
 * <p>A p-median: demand points are the settlements with service under the plan, weighted by their
 * people with service; candidate sites are the most populous of these settlements and the network
 * nodes without a known limit of capacity (those with one, thousands of towns that are covered
 * today, are no place for a backbone to meet); c_ij = people_i · fibre round trip, approximated by
 * {@link FibreLatency} over the geodesic. The access technology's own round trip is the same
 * wherever the site stands: it is reported, and does not enter the choice.
 */
public final class ResearchNetworkPlacement {

  /** Service id used in the result. */
  public static final String SERVICE_ID = "research-network-pop";

  private static final int CANDIDATE_SETTLEMENTS = 300;

  private ResearchNetworkPlacement() {}

  /**
   * @param p points of presence to open, ≥ 1; at most the number of candidates is used
   * @param engineVersion for the certificate
   * @return sites and users; no sites when the plan serves nobody
   */
  public static ServicePlan place(
      PlanningProblem problem,
      Plan plan,
      int p,
      LocationLimits limits,
      String engineVersion,
      Progress progress,
      BooleanSupplier stop) {
    List<Served> users = served(problem, plan);
    List<Candidate> candidates = candidates(problem, users);
    FibreLatency latency = FibreLatency.of(problem.catalogue());
    double[][] roundTripMs = new double[users.size()][candidates.size()];
    double[] weight = new double[users.size()];
    for (int i = 0; i < users.size(); i++) {
      weight[i] = users.get(i).people();
      for (int j = 0; j < candidates.size(); j++) {
        roundTripMs[i][j] =
            latency.roundTripMs(users.get(i).settlement().location(), candidates.get(j).location());
      }
    }
    if (users.isEmpty()) {
      return nobody(problem, limits, engineVersion);
    }
    LocationSolution solution =
        PMedian.solve(
            AssignmentCosts.ofMatrix(roundTripMs, weight),
            Math.min(p, candidates.size()),
            limits,
            progress,
            stop);
    Certificate certificate =
        solution.certificate(
            "all pairs of "
                + users.size()
                + " served settlements and "
                + candidates.size()
                + " candidate sites (network nodes and the most populous settlements); people × ms",
            List.of(),
            limits.seed(),
            engineVersion,
            problem.catalogue().version());
    return result(users, candidates, roundTripMs, solution, certificate);
  }

  private record Served(Settlement settlement, double people, double demandMbps, double accessMs) {}

  private record Candidate(
      String id, String name, LonLat location, String country, boolean existing) {}

  private static List<Served> served(PlanningProblem problem, Plan plan) {
    Map<String, Settlement> settlements = new HashMap<>();
    problem.settlements().forEach(s -> settlements.put(s.id(), s));
    Map<String, Double> accessMs = new HashMap<>();
    for (AccessTechnology t : problem.catalogue().technologies()) {
      accessMs.put(t.id(), t.roundTripMs() == null ? 0 : t.roundTripMs().value());
    }
    List<Served> served = new ArrayList<>();
    for (Plan.SettlementService service : plan.settlements()) {
      Settlement settlement = settlements.get(service.settlementId());
      double people = settlement.population() - settlement.unservedPopulation();
      people = (Double.isNaN(people) ? 0 : people) + service.peopleServed();
      if (people > 0) {
        served.add(
            new Served(
                settlement,
                people,
                service.demandMbps(),
                accessMs.getOrDefault(service.technologyId(), 0.0)));
      }
    }
    served.sort(Comparator.comparing(s -> s.settlement().id()));
    return served;
  }

  private static List<Candidate> candidates(PlanningProblem problem, List<Served> users) {
    Map<String, Candidate> byId = new TreeMap<>();
    users.stream()
        .sorted(
            Comparator.comparingDouble(Served::people)
                .reversed()
                .thenComparing(s -> s.settlement().id()))
        .limit(CANDIDATE_SETTLEMENTS)
        .map(Served::settlement)
        .forEach(
            s ->
                byId.put(
                    s.id(), new Candidate(s.id(), s.name(), s.location(), s.country(), false)));
    for (NetworkNode n : problem.nodes()) {
      if (n.capacityMbps() > 0) {
        continue;
      }
      byId.put(n.id(), new Candidate(n.id(), n.name(), n.location(), n.country(), true));
    }
    return List.copyOf(byId.values());
  }

  private static ServicePlan nobody(
      PlanningProblem problem, LocationLimits limits, String engineVersion) {
    Certificate certificate =
        new Certificate(
            Certificate.Sense.MINIMISE,
            0,
            0,
            0,
            Double.NaN,
            "nobody is served",
            "no served settlement",
            List.of(),
            limits.seed(),
            0,
            engineVersion,
            problem.catalogue().version());
    return new ServicePlan(
        List.of(), List.of(), ServicePlan.Totals.of(List.of(), List.of()), certificate);
  }

  private static ServicePlan result(
      List<Served> users,
      List<Candidate> candidates,
      double[][] roundTripMs,
      LocationSolution solution,
      Certificate certificate) {
    double[] people = new double[candidates.size()];
    double[] loadMbps = new double[candidates.size()];
    List<ServicePlan.UserService> services = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      Served user = users.get(i);
      int j = solution.siteOf()[i];
      people[j] += user.people();
      loadMbps[j] += user.demandMbps();
      services.add(
          new ServicePlan.UserService(
              user.settlement().id(),
              user.settlement().name(),
              user.settlement().location(),
              user.settlement().country(),
              SERVICE_ID,
              List.of(candidates.get(j).id()),
              user.people(),
              user.demandMbps(),
              roundTripMs[i][j] + user.accessMs(),
              null,
              nearer(candidates, roundTripMs[i], j, user.accessMs())));
    }
    List<ServicePlan.HostSite> sites = new ArrayList<>();
    for (int j : solution.opened()) {
      Candidate c = candidates.get(j);
      sites.add(
          new ServicePlan.HostSite(
              c.id(),
              c.name(),
              c.location(),
              c.country(),
              List.of(SERVICE_ID),
              c.existing(),
              loadMbps[j],
              people[j],
              Double.NaN,
              Double.NaN,
              Double.NaN));
    }
    return new ServicePlan(sites, services, ServicePlan.Totals.of(sites, services), certificate);
  }

  private static ServicePlan.NearerSite nearer(
      List<Candidate> candidates, double[] roundTripMs, int own, double accessMs) {
    int nearest = own;
    for (int j = 0; j < roundTripMs.length; j++) {
      nearest = roundTripMs[j] < roundTripMs[nearest] ? j : nearest;
    }
    return nearest == own
        ? null
        : new ServicePlan.NearerSite(
            candidates.get(nearest).id(),
            roundTripMs[nearest] + accessMs,
            ServicePlan.Reason.NOT_OPENED);
  }
}
