package org.kiungo.web.plan.service;

import java.util.List;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.place.ResearchNetworkPlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.ServicePlan.HostSite;
import org.kiungo.planner.place.location.problem.LocationLimits;

/** Points of presence of a research network, placed over the network of a plan. */
public final class PlanServices {

  private static final int MOST_SITES = 20;

  /** Small cases are proven. */
  private static final LocationLimits PROVEN = new LocationLimits(0, 4, 200, 200);

  /** Large ones answer within seconds, with a bound: a page waits for them. */
  private static final LocationLimits BOUNDED = new LocationLimits(0, 1, 60, 0);

  private static final int MANY_SETTLEMENTS = 2_000;

  private PlanServices() {}

  /** GeoJSON with the placement's sums and proof beside the features. */
  public record Services(
      String type, ServicePlan.Totals totals, Certificate certificate, List<Feature> features) {}

  /** A site that hosts services. */
  public record Feature(String type, Point geometry, HostSite properties) {}

  /** Longitude, latitude. */
  public record Point(String type, double[] coordinates) {}

  /** Refuses a number of sites that is out of range. */
  public static void requireSites(int sites) {
    if (sites < 1 || sites > MOST_SITES) {
      throw new InputRefused(
          "field.range", "field", "sites", "value", sites, "low", 1, "high", MOST_SITES);
    }
  }

  /** Opens so many sites over a plan. */
  public static Services place(PlanFolder folder, int sites) {
    ServicePlan plan =
        ResearchNetworkPlacement.place(
            folder.counted(),
            folder.plan(),
            sites,
            folder.problem().settlements().size() > MANY_SETTLEMENTS ? BOUNDED : PROVEN,
            Planner.ENGINE_VERSION,
            Progress.NONE,
            () -> false);
    List<Feature> features =
        plan.sites().stream()
            .map(
                each ->
                    new Feature(
                        "Feature",
                        new Point(
                            "Point", new double[] {each.location().lon(), each.location().lat()}),
                        each))
            .toList();
    return new Services("FeatureCollection", plan.totals(), plan.certificate(), features);
  }
}
