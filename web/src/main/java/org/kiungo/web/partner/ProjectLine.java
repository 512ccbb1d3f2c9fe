package org.kiungo.web.partner;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.project.Project;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.document.WholePeople;

/**
 * A project in a list.
 *
 * @param id stable for the same plan
 * @param name of its district and largest place, or of a corridor's ends
 * @param kind how its builds belong together
 * @param country ISO 3166-1 alpha-3
 * @param district empty for a corridor and where none is known
 * @param phase from 1
 * @param location its largest place, or a corridor's end towards the network
 * @param peopleServed brought to the standard, whole people that add up to the plan's
 * @param peopleBasic brought to basic service, likewise
 * @param costUsd lifetime cost
 * @param state how far it has come
 */
public record ProjectLine(
    String id,
    String name,
    Project.Kind kind,
    String country,
    String district,
    int phase,
    LonLat location,
    double peopleServed,
    double peopleBasic,
    double costUsd,
    ProjectState state) {

  /**
   * All projects of a plan, in their order.
   *
   * @param told how far they have come, by id, as far as somebody said
   */
  public static List<ProjectLine> of(List<Project> projects, Map<String, ProjectState> told) {
    Map<String, WholePeople> people = WholePeople.of(projects);
    return projects.stream()
        .map(
            each ->
                of(
                    each,
                    people.get(each.id()),
                    told.getOrDefault(each.id(), ProjectState.PROPOSED)))
        .toList();
  }

  private static ProjectLine of(Project p, WholePeople people, ProjectState state) {
    return new ProjectLine(
        p.id(),
        p.name(),
        p.kind(),
        p.country(),
        p.district(),
        p.phase(),
        p.location(),
        people.served(),
        people.basic(),
        p.costUsd(),
        state);
  }

  /** Who has service through it, either way. */
  public double people() {
    return peopleServed + peopleBasic;
  }
}
