package org.kiungo.web.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;

/**
 * What a map draws besides settlements, as short rows.
 *
 * @param links built: lon, lat, lon, lat, index in {@code media}, systems
 * @param courses of links that follow a road, each from its near end to its far one
 * @param media ids
 * @param fibreLines existing, each a list of lon, lat: those that work, where a plan may start
 * @param fibreUnknown the same of lines of which nobody says whether they work
 * @param fibrePlanned the same of announced ones
 * @param fibreFrom operator and source of lines, each pair once
 * @param fibreFromOf for each line, those that work first, then unknown, then announced ones, the
 *     index in {@code fibreFrom}
 * @param sites opened: lon, lat, index in {@code technologies}, units
 * @param technologies ids
 * @param nodes existing: lon, lat, 1 when assumed else 0, kind
 * @param secondWays of hubs, each a list of lon, lat; absent where there are none
 * @param crossings paths of the links across borders; absent where there are none
 */
record PlanLinks(
    List<List<Number>> links,
    List<Course> courses,
    List<String> media,
    List<List<List<Number>>> fibreLines,
    List<List<List<Number>>> fibreUnknown,
    List<List<List<Number>>> fibrePlanned,
    List<List<String>> fibreFrom,
    List<Integer> fibreFromOf,
    List<List<Number>> sites,
    List<String> technologies,
    List<List<Object>> nodes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<List<Number>>> secondWays,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<List<Number>>> crossings) {

  /**
   * The way of a link that is not straight.
   *
   * @param link its index in {@code links}
   * @param path lon, lat of each of its points
   */
  record Course(int link, List<List<Number>> path) {}

  private static List<Course> courses(PlanningProblem problem, Plan plan) {
    RoadRoutes roads = RoadRoutes.of(problem.roads());
    List<Course> courses = new ArrayList<>();
    for (int k = 0; k < plan.links().size(); k++) {
      Plan.BuiltLink link = plan.links().get(k);
      if (roads.find(link.fromId(), link.toId()).isPresent()) {
        courses.add(new Course(k, roads.path(link).stream().map(PlanLinks::place).toList()));
      }
    }
    return courses;
  }

  static PlanLinks of(PlanContent content) {
    Plan plan = content.folder().plan();
    PlanningProblem problem = content.folder().problem();
    List<String> media = problem.catalogue().media().stream().map(Medium::id).toList();
    List<String> technologies =
        problem.catalogue().technologies().stream().map(AccessTechnology::id).toList();
    List<List<String>> from = from(problem.fibreLines()).distinct().toList();
    return new PlanLinks(
        plan.links().stream()
            .map(
                each ->
                    Stream.of(
                            place(each.from()).stream(),
                            place(each.to()).stream(),
                            Stream.<Number>of(media.indexOf(each.mediumId()), each.systems()))
                        .flatMap(part -> part)
                        .toList())
            .toList(),
        courses(problem, plan),
        media,
        paths(problem.fibreLines(), FibreLine.Status.OPERATIONAL),
        paths(problem.fibreLines(), FibreLine.Status.UNKNOWN),
        paths(problem.fibreLines(), FibreLine.Status.PLANNED),
        from,
        from(problem.fibreLines()).map(from::indexOf).toList(),
        plan.sites().stream()
            .map(
                each ->
                    Stream.concat(
                            place(each.location()).stream(),
                            Stream.<Number>of(
                                technologies.indexOf(each.technologyId()), each.units()))
                        .toList())
            .toList(),
        technologies,
        problem.nodes().stream()
            .map(
                each ->
                    List.<Object>of(
                        rounded(each.location().lon()),
                        rounded(each.location().lat()),
                        each.assumed() ? 1 : 0,
                        each.kind().name()))
            .toList(),
        secondWays(problem, plan),
        crossings(problem, plan));
  }

  private static List<List<List<Number>>> crossings(PlanningProblem problem, Plan plan) {
    Crossings borders = Crossings.of(problem);
    RoadRoutes roads = RoadRoutes.of(problem.roads());
    return plan.links().stream()
        .filter(each -> borders.find(each.fromId(), each.toId()).isPresent())
        .map(each -> roads.path(each).stream().map(PlanLinks::place).toList())
        .toList();
  }

  /** Each from its hub to the network, along roads where its links follow them. */
  private static List<List<List<Number>>> secondWays(PlanningProblem problem, Plan plan) {
    RoadRoutes roads = RoadRoutes.of(problem.roads());
    Map<String, Plan.BuiltLink> hops = new HashMap<>();
    Stream.concat(plan.links().stream(), plan.secondPaths().links().stream())
        .forEach(link -> hops.put(hop(link.fromId(), link.toId()), link));
    List<List<List<Number>>> ways = new ArrayList<>();
    for (SecondPaths.Way way : plan.secondPaths().ways()) {
      List<List<Number>> points = new ArrayList<>();
      for (int k = 0; k + 1 < way.placeIds().size(); k++) {
        String from = way.placeIds().get(k);
        Plan.BuiltLink link = hops.get(hop(from, way.placeIds().get(k + 1)));
        List<LonLat> path = new ArrayList<>(roads.path(link));
        if (!link.fromId().equals(from)) {
          Collections.reverse(path);
        }
        path.stream().skip(k == 0 ? 0 : 1).map(PlanLinks::place).forEach(points::add);
      }
      ways.add(points);
    }
    return ways;
  }

  /** The same in both directions. */
  private static String hop(String one, String other) {
    return one.compareTo(other) < 0 ? one + '\u0000' + other : other + '\u0000' + one;
  }

  /** Operator and source of each line, in the order in which their paths are told. */
  static Stream<List<String>> from(List<FibreLine> lines) {
    return Stream.of(
            FibreLine.Status.OPERATIONAL, FibreLine.Status.UNKNOWN, FibreLine.Status.PLANNED)
        .flatMap(status -> lines.stream().filter(each -> each.status() == status))
        .map(each -> List.of(each.operator(), each.source()));
  }

  /** Paths of the lines of one status. */
  static List<List<List<Number>>> paths(List<FibreLine> lines, FibreLine.Status status) {
    return lines.stream()
        .filter(each -> each.status() == status)
        .map(line -> line.path().stream().map(PlanLinks::place).toList())
        .toList();
  }

  private static List<Number> place(LonLat place) {
    return List.of(rounded(place.lon()), rounded(place.lat()));
  }

  /** To a hundred-thousandth of a degree, about a metre. */
  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e5) / 1e5;
  }
}
