package org.kiungo.web.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.ResearchNetworkPlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.ServicePlan.HostSite;
import org.kiungo.planner.place.location.SearchLimits;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** E-services placed over the network of a plan. */
@RestController
class PlanServicesController {

  private static final int MOST_SITES = 20;

  /** Small cases are proven; larger ones answer within seconds, with a bound. */
  private static final SearchLimits LIMITS = new SearchLimits(0, 4, 200, 200);

  private final Plans plans;
  private final Map<String, Services> placed = new ConcurrentHashMap<>();

  PlanServicesController(Plans plans) {
    this.plans = plans;
  }

  /** GeoJSON with the placement's sums and proof beside the features. */
  record Services(
      String type, ServicePlan.Totals totals, Certificate certificate, List<Feature> features) {}

  /** A site that hosts services. */
  record Feature(String type, Point geometry, HostSite properties) {}

  /** Longitude, latitude. */
  record Point(String type, double[] coordinates) {}

  @GetMapping("/api/v1/plans/{id}/services")
  ResponseEntity<Services> services(
      @PathVariable String id, @RequestParam(defaultValue = "3") int sites) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    if (sites < 1 || sites > MOST_SITES) {
      throw new ApiRefusal(
          HttpStatus.UNPROCESSABLE_CONTENT, "field.range", "sites", sites, 1, MOST_SITES);
    }
    String key = id + "-" + sites;
    Services services = placed.computeIfAbsent(key, each -> place(id, sites));
    return Unchanging.answer(key, MediaType.parseMediaType("application/geo+json"), services);
  }

  private Services place(String id, int sites) {
    PlanFolder folder = plans.content(id).folder();
    ServicePlan plan =
        ResearchNetworkPlacement.place(
            folder.problem(),
            folder.plan(),
            sites,
            LIMITS,
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
