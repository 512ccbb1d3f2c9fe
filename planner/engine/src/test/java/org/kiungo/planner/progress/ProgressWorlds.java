package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.programme.ProgrammeExactnessTest;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;

/** Small plans of which half is built. */
public final class ProgressWorlds {

  private static final String SHA = "0".repeat(64);

  private ProgressWorlds() {}

  /** A plan of one phase, or of two or three in every third world. */
  public static PlanFolder planned(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem world;
    Scenario scenario;
    if (seed % 3 == 0) {
      world = ProgrammeExactnessTest.world(seed, random);
      scenario =
          SmallWorlds.scenario(Double.NaN, 400)
              .with()
              .standard(world.standard())
              .money(world.money())
              .phases(ProgrammeExactnessTest.phases(random))
              .build();
    } else {
      int places = 5 + random.nextInt(4);
      world = seed % 2 == 0 ? SmallWorlds.wide(seed, places) : SmallWorlds.random(seed, places);
      if (seed % 5 == 0) {
        world =
            SmallWorlds.withTransit(world, 50)
                .with()
                .nodes(world.nodes().stream().map(each -> each.withCapacityMbps(200)).toList())
                .build();
      }
      scenario = SmallWorlds.scenario(Math.rint(80_000 + 400_000 * random.nextDouble()), 400);
    }
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  /** A plan without phases that runs for eight years. */
  public static PlanFolder running(long seed) {
    PlanningProblem world =
        SmallWorlds.wide(seed, 5).withTerms(SmallWorlds.PLAIN, new Money(0.08, 2027, 2034, 2025));
    Scenario scenario =
        SmallWorlds.scenario(400_000, 400)
            .with()
            .standard(world.standard())
            .money(world.money())
            .build();
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  /**
   * Every second site accepted with its way, at a price.
   *
   * @param paidRatio of what was planned
   */
  public static Reported half(PlanFolder plan, double paidRatio) {
    List<Reported.Row> rows = new ArrayList<>(sites(plan, paidRatio));
    Map<String, BuiltLink> from = new HashMap<>();
    plan.plan().links().forEach(each -> from.put(each.fromId(), each));
    Set<String> places = new HashSet<>();
    for (int k = 0; k < plan.plan().sites().size(); k += 2) {
      AccessSite site = plan.plan().sites().get(k);
      for (BuiltLink each = from.get(site.placeId());
          each != null && places.add(each.fromId());
          each = from.get(each.toId())) {
        double paid = paidRatio * Standing.firstCapexUsd(plan.plan(), each.id(), each.capexUsd());
        rows.add(row(rows.size() + 1, each.id(), site.buildYear(), Verified.ACCEPTED, paid, ""));
      }
    }
    return reported(rows);
  }

  /** The same sites without any link. */
  static List<Reported.Row> sites(PlanFolder plan, double paidRatio) {
    List<Reported.Row> rows = new ArrayList<>();
    int k = 0;
    for (AccessSite each : plan.plan().sites()) {
      if (k++ % 2 == 0) {
        double paid = paidRatio * Standing.firstCapexUsd(plan.plan(), each.id(), each.capexUsd());
        rows.add(row(k, each, Verified.ACCEPTED, paid));
      }
    }
    return rows;
  }

  /** Every link accepted, and no site. */
  public static Reported linksAlone(PlanFolder plan) {
    List<Reported.Row> rows = new ArrayList<>();
    for (BuiltLink each : plan.plan().links()) {
      double paid = Standing.firstCapexUsd(plan.plan(), each.id(), each.capexUsd());
      rows.add(row(rows.size() + 1, each.id(), each.buildYear(), Verified.ACCEPTED, paid, ""));
    }
    return reported(rows);
  }

  public static Reported reported(List<Reported.Row> rows) {
    return new Reported(
        List.of(new BuiltFile("built.csv", SHA, rows.size(), 0, List.of())),
        rows,
        List.of(),
        List.of());
  }

  public static Reported.Row row(int row, AccessSite site, Verified verified, double paidUsd) {
    return row(row, site.id(), site.buildYear(), verified, paidUsd, site.technologyId());
  }

  private static Reported.Row row(
      int row, String id, int year, Verified verified, double paidUsd, String technologyId) {
    return new Reported.Row(
        "built.csv",
        row,
        id,
        "",
        row % 2 == 0 ? "A" : "B",
        Double.NaN,
        Double.NaN,
        year + "-06-30",
        paidUsd,
        technologyId,
        "photo.jpg",
        "built",
        verified,
        technologyId.isEmpty() ? Double.NaN : 100);
  }

  /** What came of that, the rest planned anew. */
  public static ProgressFolder again(PlanFolder plan, Reported reported) {
    return again(plan, reported, plan.scenario().money().firstYear());
  }

  /** The same from a year on. */
  public static ProgressFolder again(PlanFolder plan, Reported reported, int fromYear) {
    return again(plan, reported, fromYear, false, 0);
  }

  /** The same where sites that are reported stay as signed. */
  public static ProgressFolder keeping(PlanFolder plan, Reported reported) {
    return again(plan, reported, plan.scenario().money().firstYear(), true, 0);
  }

  /** The same with new money. */
  public static ProgressFolder again(PlanFolder plan, Reported reported, double moreUsd) {
    return again(plan, reported, plan.scenario().money().firstYear(), false, moreUsd);
  }

  private static ProgressFolder again(
      PlanFolder plan, Reported reported, int fromYear, boolean keeps, double moreUsd) {
    return ProgressStudy.of(
        plan,
        null,
        reported,
        new ProgressStudy.Rest(
            fromYear, Set.of(), keeps, moreUsd, new ProgressStudy.Signed("first", "First")),
        Progress.NONE,
        () -> false);
  }

  /** What those with service from what stands count in the plan's objective. */
  static double standingValue(PlanFolder plan, Standing standing) {
    double[] weights =
        plan.scenario().hasPhases() ? plan.scenario().phaseWeights() : new double[] {1};
    double value = 0;
    for (Plan.SettlementService service : plan.plan().settlements()) {
      int from = Phase.of(plan.scenario().phases(), service.buildYear());
      double years = 0;
      for (int t = Math.max(0, from - 1); t < weights.length; t++) {
        years += weights[t];
      }
      for (Plan.PartService part : service.each()) {
        double each =
            part.status() == Plan.Status.STANDARD
                ? 1
                : plan.scenario().standard().basicWeightRatio();
        value += standing.from(service, part) == null ? 0 : years * each * part.peopleServed();
      }
    }
    return value;
  }
}
