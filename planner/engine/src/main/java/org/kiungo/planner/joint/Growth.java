package org.kiungo.planner.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.project.Project;

/**
 * Projects that serve nobody but widen what stood before, and those served in the same phase by way
 * of what they widen: without the one, the others have no room, and nothing else would have it paid
 * for.
 */
final class Growth {

  private final Plan plan;
  private final Map<String, String> towards = new HashMap<>();
  private final Map<String, String> placeOfSite = new HashMap<>();

  /** Settlements by id of the project that widens for them. */
  private final Map<String, Set<String>> users = new HashMap<>();

  /** Projects that widen, by the settlement that they do it for. */
  private final Map<String, Set<String>> widening = new HashMap<>();

  /**
   * @param served phase from 0 of each settlement with service
   */
  Growth(List<Project> projects, Plan plan, Map<String, Integer> served) {
    this.plan = plan;
    plan.links().forEach(link -> towards.put(link.fromId(), link.toId()));
    plan.sites().forEach(site -> placeOfSite.put(site.id(), site.placeId()));
    for (Project each : projects) {
      if (each.members().services().isEmpty() && widens(each)) {
        Set<String> found = using(each, served);
        users.put(each.id(), found);
        found.forEach(id -> widening.computeIfAbsent(id, k -> new TreeSet<>()).add(each.id()));
      }
    }
  }

  private static boolean widens(Project project) {
    String later = "@" + project.phase();
    Project.Members members = project.members();
    return members.sites().stream().allMatch(id -> id.endsWith(later))
        && members.links().stream().allMatch(id -> id.endsWith(later))
        && members.nodes().stream().allMatch(id -> id.endsWith(later));
  }

  private Set<String> using(Project project, Map<String, Integer> served) {
    Project.Members members = project.members();
    Set<String> sites = new HashSet<>(widened(members.sites()));
    Set<String> places = new HashSet<>(widened(members.nodes()));
    Set<String> links = new HashSet<>(widened(members.links()));
    plan.links().stream()
        .filter(link -> links.contains(link.id()))
        .forEach(link -> places.add(link.fromId()));
    Set<String> found = new TreeSet<>();
    for (Plan.SettlementService each : plan.settlements()) {
      if (served.getOrDefault(each.settlementId(), -1) == project.phase() - 1
          && each.each().stream()
              .map(Plan.PartService::siteId)
              .anyMatch(site -> sites.contains(site) || passes(placeOfSite.get(site), places))) {
        found.add(each.settlementId());
      }
    }
    return found;
  }

  private static List<String> widened(List<String> members) {
    return members.stream().map(id -> id.substring(0, id.lastIndexOf('@'))).toList();
  }

  private boolean passes(String start, Set<String> places) {
    String at = start;
    for (int hops = 0; at != null && hops <= towards.size(); hops++) {
      if (places.contains(at)) {
        return true;
      }
      at = towards.get(at);
    }
    return false;
  }

  /** Settlements that have no room without a project; none where it widens nothing. */
  Set<String> users(Project project) {
    return users.getOrDefault(project.id(), Set.of());
  }

  /** What a project requires, with what widens for it. */
  List<String> requires(Project project) {
    Set<String> requires = new TreeSet<>(project.requires());
    for (String id : Payable.services(project)) {
      requires.addAll(widening.getOrDefault(id, Set.of()));
    }
    requires.remove(project.id());
    return new ArrayList<>(requires);
  }
}
