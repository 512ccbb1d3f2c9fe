package org.kiungo.planner.model.service;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.model.NetworkNode;

/**
 * Facts about e-services apart from the network: who uses them, where they may stand, how cables
 * and laws run.
 *
 * @param users institutions by kind; a kind that is missing is read off the settlements of the
 *     planning problem
 * @param origins where the users of a kind come from, as a message code: {@code layer}, {@code
 *     cities}, {@code layer-and-cities}, {@code seats}, {@code settlements}
 * @param sites candidate and existing sites
 * @param nodes backbone nodes besides those of the planning problem, in countries that may host
 * @param cables submarine cables with two landings or more
 * @param sovereignty what data laws allow
 * @param useless countries where a kind of service has nothing to do, by its id: an exchange point
 *     where too few networks would meet
 */
public record ServiceFacts(
    Map<EService.Users, List<ServiceProblem.User>> users,
    Map<EService.Users, String> origins,
    List<ServiceProblem.Site> sites,
    List<NetworkNode> nodes,
    List<SeaCable> cables,
    DataRules sovereignty,
    Map<String, Set<String>> useless) {

  public ServiceFacts {
    Map<EService.Users, List<ServiceProblem.User>> copy = new EnumMap<>(EService.Users.class);
    users.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    users = copy;
    Map<EService.Users, String> words = new EnumMap<>(EService.Users.class);
    words.putAll(origins);
    origins = words;
    sites = List.copyOf(sites);
    nodes = List.copyOf(nodes);
    cables = List.copyOf(cables);
    useless = Map.copyOf(useless);
  }

  /** The same facts with other users of one kind. */
  public ServiceFacts withUsers(
      EService.Users kind, List<ServiceProblem.User> changed, String origin) {
    Map<EService.Users, List<ServiceProblem.User>> all = new EnumMap<>(EService.Users.class);
    all.putAll(users);
    all.put(kind, changed);
    Map<EService.Users, String> words = new EnumMap<>(EService.Users.class);
    words.putAll(origins);
    words.put(kind, origin);
    return new ServiceFacts(all, words, sites, nodes, cables, sovereignty, useless);
  }

  /** Those of some kinds of service that are of use in a country. */
  public Set<String> ofUse(Set<String> serviceIds, String country) {
    Set<String> left = new TreeSet<>(serviceIds);
    left.removeIf(id -> useless.getOrDefault(id, Set.of()).contains(country));
    return left;
  }

  /** The same facts with other sites. */
  public ServiceFacts withSites(List<ServiceProblem.Site> changed) {
    return new ServiceFacts(users, origins, changed, nodes, cables, sovereignty, useless);
  }
}
