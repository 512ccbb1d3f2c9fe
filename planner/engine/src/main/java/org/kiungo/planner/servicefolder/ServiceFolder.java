package org.kiungo.planner.servicefolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.folder.FeatureFile;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.FolderJson;
import org.kiungo.planner.folder.ServiceDocuments;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.PlacementConflict;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.network.LatencyClass;
import org.kiungo.planner.place.network.NetworkAccess;
import org.kiungo.planner.place.network.NetworkRoundTrips;
import tools.jackson.core.JsonGenerator;

/**
 * Placed e-services with everything needed to check them.
 *
 * <p>Files: {@code service-problem.json} (kinds of service, users, sites, network, data laws,
 * budget), {@code service-plan.json} (who is served from where, why not from nearer, totals,
 * certificate, and the prices that prove its bound), {@code services.geojson} (sites and users for
 * maps). They stand alone, or beside the files of the plan whose network carries the services.
 *
 * @param name shown to users
 * @param problem facts; its round trips are a {@link NetworkRoundTrips}
 * @param origins where the users of each kind come from
 * @param useless countries where a kind that was asked for has nothing to do, by its id
 * @param solved decisions, certificate and prices
 */
public record ServiceFolder(
    String name,
    ServiceProblem problem,
    Map<EService.Users, String> origins,
    Map<String, Set<String>> useless,
    ServicePlacement.Solved solved) {

  static final String PROBLEM = "service-problem.json";
  static final String PLAN = "service-plan.json";
  static final String FEATURES = "services.geojson";

  /** Needs that are served and reach the network over a satellite. */
  public long countOverSatellite() {
    Map<String, NetworkAccess.Way> ways = ways();
    return solved.plan().users().stream()
        .filter(u -> u.unserved() == null)
        .map(u -> ways.get(u.userId()))
        .filter(way -> way != null && way.isSatellite())
        .count();
  }

  /** Over what each user reaches the network, by id, where that is known. */
  private Map<String, NetworkAccess.Way> ways() {
    NetworkRoundTrips trips = (NetworkRoundTrips) problem.roundTrips();
    Map<String, NetworkAccess.Way> ways = new HashMap<>();
    for (int i = 0; i < problem.users().size(); i++) {
      ways.put(problem.users().get(i).id(), trips.way(i));
    }
    return ways;
  }

  /** True when a folder holds placed services. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(PLAN));
  }

  /** Writes the files, or replaces them; a failure leaves what was there before. */
  public void write(Path folder) throws IOException {
    FilesTogether.write(
        folder,
        List.of(),
        part -> {
          ServiceProblemFile.write(part.resolve(PROBLEM), name, problem, origins);
          Files.write(part.resolve(PLAN), TextFiles.pretty(planDocument()));
          features(part);
        });
  }

  private ServiceDocuments.Plan planDocument() {
    ServicePlan plan = solved.plan();
    List<ServiceDocuments.Choice> choices = new ArrayList<>();
    for (int k = 0; k < plan.users().size(); k++) {
      ServicePlan.UserService u = plan.users().get(k);
      choices.add(
          new ServiceDocuments.Choice(
              u.userId(),
              u.serviceId(),
              u.siteIds(),
              u.roundTripMs(),
              name(u.unserved()),
              nearer(u.nearer()),
              solved.pricePeople()[k]));
    }
    return new ServiceDocuments.Plan(
        totals(plan.totals()),
        plan.certificate(),
        PlacementConflict.of(problem).stream()
            .map(
                c ->
                    new ServiceDocuments.Conflict(
                        c.serviceId(),
                        c.country(),
                        c.rules().stream().sorted().map(Enum::name).toList(),
                        c.users()))
            .toList(),
        new TreeMap<>(useless)
            .entrySet().stream()
                .map(
                    each ->
                        new ServiceDocuments.Useless(
                            each.getKey(), each.getValue().stream().sorted().toList()))
                .toList(),
        plan.sites().stream()
            .map(
                s ->
                    new ServiceDocuments.HostSite(
                        s.id(),
                        s.serviceIds(),
                        s.existing(),
                        s.loadMbps(),
                        s.people(),
                        s.capexUsd(),
                        s.opexUsdPerYear(),
                        s.lifetimeCostUsd()))
            .toList(),
        choices);
  }

  private static ServiceDocuments.Nearer nearer(ServicePlan.NearerSite n) {
    return n == null
        ? null
        : new ServiceDocuments.Nearer(n.siteId(), n.roundTripMs(), name(n.reason()));
  }

  private static String name(ServicePlan.Reason reason) {
    return reason == null ? null : reason.name();
  }

  private static ServiceDocuments.Totals totals(ServicePlan.Totals t) {
    return new ServiceDocuments.Totals(
        t.usersServed(),
        t.usersUnserved(),
        t.peopleServed(),
        t.meanRoundTripMs(),
        t.worstRoundTripMs(),
        t.capexUsd(),
        t.opexUsdPerYear(),
        t.lifetimeCostUsd());
  }

  /** A site or a user of a service as a map draws it. */
  private record Drawn(LonLat at, ServicePlan.HostSite site, ServicePlan.UserService user) {}

  private void features(Path folder) throws IOException {
    List<Drawn> drawn = new ArrayList<>();
    solved.plan().sites().forEach(s -> drawn.add(new Drawn(s.location(), s, null)));
    solved.plan().users().forEach(u -> drawn.add(new Drawn(u.location(), null, u)));
    Map<String, String> names = new HashMap<>();
    Map<String, String> countries = new HashMap<>();
    problem
        .sites()
        .forEach(
            s -> {
              names.put(s.id(), s.name());
              countries.put(s.id(), s.country());
            });
    Map<String, NetworkAccess.Way> ways = ways();
    FeatureFile.write(
        folder.resolve(FEATURES),
        drawn,
        d -> List.of(d.at),
        (out, d) -> {
          if (d.site == null) {
            user(out, d.user, ways.get(d.user.userId()), names, countries);
          } else {
            site(out, d.site);
          }
        });
  }

  private static void site(JsonGenerator out, ServicePlan.HostSite s) {
    out.writeStringProperty("role", "site");
    out.writeStringProperty("id", s.id());
    out.writeStringProperty("name", s.name());
    out.writeStringProperty("country", s.country());
    out.writeStringProperty("serviceIds", String.join(";", s.serviceIds()));
    out.writeBooleanProperty("existing", s.existing());
    number(out, "loadMbps", s.loadMbps());
    number(out, "people", s.people());
    number(out, "capexUsd", s.capexUsd());
    number(out, "opexUsdPerYear", s.opexUsdPerYear());
    number(out, "lifetimeCostUsd", s.lifetimeCostUsd());
  }

  private static void user(
      JsonGenerator out,
      ServicePlan.UserService u,
      NetworkAccess.Way way,
      Map<String, String> names,
      Map<String, String> countries) {
    out.writeStringProperty("role", "user");
    out.writeStringProperty("id", u.userId());
    out.writeStringProperty("name", u.name());
    out.writeStringProperty("country", u.country());
    out.writeStringProperty("serviceId", u.serviceId());
    out.writeStringProperty("siteIds", String.join(";", u.siteIds()));
    out.writeStringProperty(
        "siteNames", String.join(";", u.siteIds().stream().map(names::get).toList()));
    out.writeStringProperty(
        "siteCountries", String.join(";", u.siteIds().stream().map(countries::get).toList()));
    number(out, "people", u.people());
    number(out, "demandMbps", u.demandMbps());
    number(out, "roundTripMs", u.roundTripMs());
    out.writeStringProperty("latencyClass", LatencyClass.of(u.roundTripMs()).name());
    out.writeStringProperty("access", way == null ? null : way.name());
    out.writeStringProperty("unserved", u.unserved() == null ? null : u.unserved().name());
    ServicePlan.NearerSite n = u.nearer();
    out.writeStringProperty("nearerSiteId", n == null ? null : n.siteId());
    out.writeStringProperty("nearerName", n == null ? null : names.get(n.siteId()));
    out.writeStringProperty("nearerCountry", n == null ? null : countries.get(n.siteId()));
    number(out, "nearerRoundTripMs", n == null ? Double.NaN : n.roundTripMs());
    out.writeStringProperty("nearerReason", n == null ? null : n.reason().name());
  }

  private static void number(JsonGenerator out, String name, double value) {
    out.writeName(name);
    FolderJson.number(out, value);
  }
}
