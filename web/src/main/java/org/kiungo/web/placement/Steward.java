package org.kiungo.web.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.ResearchNetwork;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.place.ServicePlan;

/**
 * Who runs an e-service that earns nothing.
 *
 * @param serviceId kind of service
 * @param users whom it serves; says which ministry or body it is where no name is known
 * @param names research networks of the hosting countries, then the regional ones they belong to;
 *     empty for services that a ministry runs
 * @param without hosting countries whose research network nobody has published, ISO3
 */
public record Steward(
    String serviceId, EService.Users users, List<String> names, List<String> without) {

  /** One for each kind that is hosted somewhere, in the order of their ids. */
  public static List<Steward> of(List<EService> services, ServicePlan plan) {
    List<Steward> stewards = new ArrayList<>();
    for (EService service : services) {
      TreeSet<String> hosts =
          plan.sites().stream()
              .filter(site -> site.serviceIds().contains(service.id()))
              .map(ServicePlan.HostSite::country)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!hosts.isEmpty()) {
        stewards.add(of(service, hosts));
      }
    }
    return stewards;
  }

  private static Steward of(EService service, TreeSet<String> hosts) {
    List<String> names = new ArrayList<>();
    List<String> without = new ArrayList<>();
    if (service.users() == EService.Users.UNIVERSITIES) {
      TreeSet<String> regional = new TreeSet<>();
      for (String iso3 : hosts) {
        Optional<ResearchNetwork> own = Reference.builtIn().facts().findResearchNetwork(iso3);
        own.ifPresentOrElse(
            network -> {
              String name = network.acronym().isEmpty() ? network.name() : network.acronym();
              names.add(name.isEmpty() ? iso3 : name + " (" + iso3 + ")");
              regional.add(network.regionalNetwork().replaceAll(" .*", ""));
            },
            () -> without.add(iso3));
      }
      regional.remove("");
      names.addAll(regional);
    }
    return new Steward(service.id(), service.users(), names, without);
  }
}
