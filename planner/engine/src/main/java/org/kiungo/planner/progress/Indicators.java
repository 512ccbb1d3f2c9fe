package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/**
 * People by year, planned, from what stands and as counted: with service (indicator 9.c.1 of the
 * Sustainable Development Goals counts who is covered), and near fibre. Fibre is nodes that a
 * source names, lines that work, and cables of the plan drawn straight.
 */
final class Indicators {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final double NEAR_KM = 10;
  private static final double FAR_KM = 25;

  /** Kilometres of a degree of latitude on a sphere of the Earth's mean radius, 6,371.0088 km. */
  private static final double DEGREE_KM = 6371.0088 * Math.PI / 180;

  private record Stretch(LonLat a, LonLat b, int planned, int standing) {}

  private Indicators() {}

  static List<Indicator> of(
      PlanFolder folder, Standing standing, List<BuiltRow> rows, int asOfYear) {
    Plan plan = folder.plan();
    PlanningProblem problem = folder.counted();
    List<Stretch> fibre = fibre(problem, plan, standing);
    // where no source names any fibre nothing is known of it
    boolean sourced = fibre.stream().anyMatch(each -> each.planned == 0);
    List<Settlement> places =
        problem.settlements().stream().filter(each -> each.population() > 0).toList();
    int[][] years = new int[places.size()][];
    for (int k = 0; k < years.length; k++) {
      years[k] = years(places.get(k).location(), fibre);
    }
    double baseline = plan.totals().peopleBaseline();
    baseline += plan.totals().today() == null ? 0 : plan.totals().today().peopleBaselineBasic();
    List<Indicator> told = new ArrayList<>();
    int last = folder.scenario().money().lastYear();
    for (int year = folder.scenario().money().firstYear(); year <= last; year++) {
      boolean known = year <= asOfYear;
      // a year that is over stays as it was, whatever is lost or built later
      List<BuiltRow> then = known ? Standing.until(year, rows) : List.of();
      double[] near = new double[4];
      for (int k = 0; k < years.length; k++) {
        for (int j = 0; j < near.length; j++) {
          near[j] += years[k][j] <= year ? places.get(k).population() : 0;
        }
      }
      told.add(
          new Indicator(
              year,
              plan.totals().population(),
              baseline + planned(plan, year),
              known ? baseline + standing(plan, new Standing(plan, then)) : Double.NaN,
              known ? baseline + counted(then) : Double.NaN,
              sourced ? near[0] : Double.NaN,
              sourced ? near[1] : Double.NaN,
              sourced && known ? near[2] : Double.NaN,
              sourced && known ? near[3] : Double.NaN));
    }
    return told;
  }

  private static double planned(Plan plan, int year) {
    double people = 0;
    for (SettlementService each : plan.settlements()) {
      people += each.buildYear() <= year ? each.peopleServed() : 0;
    }
    return people;
  }

  private static double standing(Plan plan, Standing standing) {
    double people = 0;
    for (SettlementService each : plan.settlements()) {
      people += standing.people(each);
    }
    return people;
  }

  private static double counted(List<BuiltRow> rows) {
    double people = 0;
    for (BuiltRow each : rows) {
      boolean told = each.stands();
      boolean unknown = Double.isNaN(each.people()) && !each.isPlace();
      // where nobody counted at a place that stands nobody knows the sum
      people += told && !unknown ? each.people() : 0;
    }
    return people;
  }

  private static List<Stretch> fibre(PlanningProblem problem, Plan plan, Standing standing) {
    List<Stretch> all = new ArrayList<>();
    for (NetworkNode each : problem.nodes()) {
      if (!each.assumed()) {
        all.add(new Stretch(each.location(), each.location(), 0, 0));
      }
    }
    for (FibreLine each : problem.fibreLines()) {
      for (int k = 0; each.operational() && k + 1 < each.path().size(); k++) {
        all.add(new Stretch(each.path().get(k), each.path().get(k + 1), 0, 0));
      }
    }
    Set<String> cables = new HashSet<>();
    for (Medium each : problem.catalogue().media()) {
      if (each.hops().isEmpty() && each.capexUsdPerKm() != null && each.constellation() == null) {
        cables.add(each.id());
      }
    }
    for (BuiltLink each : plan.links()) {
      if (cables.contains(each.mediumId())) {
        int stands = standing.stands(each) ? standing.year(each) : NEVER;
        all.add(new Stretch(each.from(), each.to(), each.buildYear(), stands));
      }
    }
    return all;
  }

  /** First years within 10 and 25 km, as planned and from what stands. */
  private static int[] years(LonLat at, List<Stretch> fibre) {
    int[] years = {NEVER, NEVER, NEVER, NEVER};
    for (Stretch each : fibre) {
      double south = Math.min(each.a.lat(), each.b.lat()) - at.lat();
      double north = at.lat() - Math.max(each.a.lat(), each.b.lat());
      if (Math.max(south, north) * DEGREE_KM > FAR_KM) {
        continue;
      }
      double km = distanceKm(at, each);
      if (km <= FAR_KM) {
        years[1] = Math.min(years[1], each.planned);
        years[3] = Math.min(years[3], each.standing);
      }
      if (km <= NEAR_KM) {
        years[0] = Math.min(years[0], each.planned);
        years[2] = Math.min(years[2], each.standing);
      }
    }
    return years;
  }

  /** To a stretch, on the plane that touches the sphere at the place: exact enough within 25 km. */
  private static double distanceKm(LonLat at, Stretch stretch) {
    double shrink = StrictMath.cos(StrictMath.toRadians(at.lat()));
    double ax = (stretch.a.lon() - at.lon()) * shrink * DEGREE_KM;
    double ay = (stretch.a.lat() - at.lat()) * DEGREE_KM;
    double dx = (stretch.b.lon() - stretch.a.lon()) * shrink * DEGREE_KM;
    double dy = (stretch.b.lat() - stretch.a.lat()) * DEGREE_KM;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
    return Math.hypot(ax + along * dx, ay + along * dy);
  }
}
