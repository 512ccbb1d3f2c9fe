package org.kiungo.planner.servicefolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.folder.ServiceDocuments;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.service.DataRules;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.service.Sovereignty;
import org.kiungo.planner.place.network.NetworkRoundTrips;
import org.kiungo.planner.place.network.ServiceNetwork;

/** Everything a placement of services rests on, as one document. */
final class ServiceProblemFile {

  private ServiceProblemFile() {}

  /**
   * @param name shown to users
   * @param problem facts; its round trips are a {@link NetworkRoundTrips}
   * @param origins where the users of each kind come from
   */
  static void write(
      Path file, String name, ServiceProblem problem, Map<EService.Users, String> origins)
      throws IOException {
    Files.write(file, TextFiles.pretty(document(name, problem, origins)));
  }

  private static ServiceDocuments.Problem document(
      String name, ServiceProblem problem, Map<EService.Users, String> origins) {
    NetworkRoundTrips trips = (NetworkRoundTrips) problem.roundTrips();
    ServiceNetwork net = trips.network();
    List<double[]> places =
        net.places().stream().map(p -> new double[] {p.lon(), p.lat()}).toList();
    List<ServiceDocuments.Link> links = new ArrayList<>();
    for (int k = 0; k < net.links(); k++) {
      links.add(
          new ServiceDocuments.Link(
              net.from()[k], net.to()[k], net.roundTripMs()[k], net.kind()[k].name()));
    }
    List<ServiceDocuments.User> users = new ArrayList<>();
    for (int i = 0; i < problem.users().size(); i++) {
      ServiceProblem.User u = problem.users().get(i);
      users.add(
          new ServiceDocuments.User(
              u.id(),
              u.name(),
              u.location().lon(),
              u.location().lat(),
              u.country(),
              u.people(),
              u.units(),
              List.copyOf(new TreeSet<>(u.serviceIds())),
              trips.userNode(i),
              trips.userNode(i) < 0 ? Double.NaN : trips.accessMs(i)));
    }
    List<ServiceDocuments.Site> sites = new ArrayList<>();
    for (int j = 0; j < problem.sites().size(); j++) {
      ServiceProblem.Site s = problem.sites().get(j);
      sites.add(
          new ServiceDocuments.Site(
              s.id(),
              s.name(),
              s.location().lon(),
              s.location().lat(),
              s.country(),
              s.kind(),
              s.buildingCapexUsd(),
              s.buildingOpexUsdPerYear(),
              List.copyOf(new TreeSet<>(s.hosted())),
              s.grid(),
              s.cable(),
              trips.siteNode(j)));
    }
    Map<String, String> words = new TreeMap<>();
    origins.forEach((kind, origin) -> words.put(kind.name(), origin));
    double budget = problem.budgetUsd();
    return new ServiceDocuments.Problem(
        name,
        problem.services(),
        problem.money(),
        budget == Double.POSITIVE_INFINITY ? Double.NaN : budget,
        problem.latencyWeightRatio(),
        law(problem),
        words,
        sites,
        users,
        new ServiceDocuments.Network(places, links));
  }

  private static Map<String, List<String>> adequate(DataRules rules) {
    Map<String, List<String>> peers = new TreeMap<>();
    rules.adequate().forEach((country, set) -> peers.put(country, List.copyOf(new TreeSet<>(set))));
    return peers;
  }

  private static ServiceDocuments.Law law(ServiceProblem problem) {
    return problem.sovereignty() instanceof DataRules rules
        ? new ServiceDocuments.Law(true, rules.whereUnknown(), rules.rules(), adequate(rules))
        : new ServiceDocuments.Law(false, Sovereignty.Place.FREE, List.of(), Map.of());
  }
}
