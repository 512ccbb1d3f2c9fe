package org.kiungo.web.page.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.project.Project;
import org.kiungo.web.language.NamedPlaces;
import org.kiungo.web.plan.PlanContent;

/** What a project builds, and for whom. */
final class ProjectView {

  private static final int MOST_PLACES = 20;

  private ProjectView() {}

  /**
   * Cost of one kind of work.
   *
   * @param layer of the network, as bundles name it
   * @param equipment technology or medium, or {@code node}
   */
  public record WorkLine(String layer, String equipment, double usd) {}

  /**
   * A place with service through a project.
   *
   * @param name empty where it has none
   * @param near the nearest named place where it has none; null where the plan has none either
   */
  public record PlaceLine(
      String id, String name, NamedPlaces.Near near, String district, double people) {}

  /** Works by layer and equipment, dearest first. */
  static List<WorkLine> works(Project project) {
    Map<String, Long> cents = new TreeMap<>();
    project
        .works()
        .forEach(
            (work, c) -> cents.merge(work.layer().word() + " " + work.equipment(), c, Long::sum));
    List<WorkLine> lines = new ArrayList<>();
    cents.forEach(
        (key, c) -> {
          String[] parts = key.split(" ", 2);
          lines.add(new WorkLine(parts[0], parts[1], AssetCost.usd(c)));
        });
    lines.sort(Comparator.comparingDouble(each -> -each.usd()));
    return lines;
  }

  /** Of projects that serve nobody themselves: names of those whose traffic they carry, by id. */
  static Map<String, List<String>> carried(List<Project> all) {
    Map<String, List<String>> carried = new HashMap<>();
    for (Project carrier : all) {
      if (carrier.members().services().isEmpty()) {
        List<String> names =
            all.stream()
                .filter(each -> each.requires().contains(carrier.id()))
                .map(Project::name)
                .distinct()
                .toList();
        carried.put(carrier.id(), names);
      }
    }
    return carried;
  }

  /** Those with most people, at most {@value #MOST_PLACES}. */
  static List<PlaceLine> places(Project project, PlanContent content) {
    PlanFolder folder = content.folder();
    Set<String> members = new HashSet<>();
    project.members().services().forEach(each -> members.add(each.replaceFirst("#\\d+$", "")));
    Map<String, SettlementService> services = new HashMap<>();
    folder.plan().settlements().stream()
        .filter(each -> members.contains(each.settlementId()))
        .forEach(each -> services.put(each.settlementId(), each));
    List<PlaceLine> places = new ArrayList<>();
    for (Settlement each : folder.problem().settlements()) {
      SettlementService service = services.get(each.id());
      if (service != null && service.peopleServed() > 0) {
        places.add(
            new PlaceLine(
                each.id(),
                each.name(),
                each.name().isEmpty() ? content.nearest(each.location()) : null,
                each.district(),
                service.peopleServed()));
      }
    }
    places.sort(
        Comparator.comparingDouble((PlaceLine each) -> -each.people())
            .thenComparing(PlaceLine::id));
    return places.subList(0, Math.min(MOST_PLACES, places.size()));
  }
}
