package org.kiungo.web.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.Planner;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.place.ClassicModel;
import org.kiungo.planner.place.ClassicPlacement;
import org.kiungo.planner.place.ClassicPlan;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.place.location.problem.LocationLimits;
import org.kiungo.planner.servicefolder.ClassicFolder;

/**
 * GeoJSON of a classic location model's answer, with its certificate beside the features.
 *
 * @param model the name users give
 * @param citation where it was first written down
 * @param value objective: people · ms, ms, people, sites or USD, by model
 * @param bound no answer is better
 * @param gapRatio 0–1
 * @param method of the bound
 * @param seed of every random choice
 * @param engineVersion that solved it
 * @param catalogueVersion of the kinds of service
 * @param sites opened
 * @param peopleServed by them
 * @param features sites and users, as GeoJSON
 */
public record ClassicAnswer(
    String type,
    String model,
    String citation,
    double value,
    double bound,
    double gapRatio,
    String method,
    long seed,
    String engineVersion,
    String catalogueVersion,
    int sites,
    double peopleServed,
    List<Feature> features) {

  /** Small cases are proven; larger ones answer within seconds, with a bound. */
  private static final LocationLimits LIMITS = new LocationLimits(0, 8, 300, 400);

  public ClassicAnswer {
    features = List.copyOf(features);
  }

  /** A site or a user. */
  public record Feature(String type, Point geometry, Map<String, Object> properties) {}

  /** Longitude, latitude. */
  public record Point(String type, double[] coordinates) {}

  /**
   * A question by the model's name.
   *
   * @throws InputRefused {@code classic.model} for an unknown one
   */
  public static ClassicPlacement.Question question(
      String model, int sites, double standardMs, double usdPerPersonMs) {
    ClassicModel found =
        ClassicModel.find(model)
            .orElseThrow(
                () ->
                    new InputRefused(
                        "classic.model",
                        "model",
                        model,
                        "known",
                        String.join(
                            ", ",
                            Arrays.stream(ClassicModel.values()).map(ClassicModel::id).toList())));
    return new ClassicPlacement.Question(found, sites, standardMs, usdPerPersonMs);
  }

  /** Solves it over a network. */
  public static ClassicFolder solve(
      ServicePlacer placer,
      ServiceRequest request,
      ClassicPlacement.Question question,
      Progress progress,
      BooleanSupplier stop) {
    ServiceProblem problem = placer.problem(request);
    return new ClassicFolder(
        request.name(),
        problem,
        placer.origins(request),
        question,
        ClassicPlacement.solve(problem, question, LIMITS, progress, stop),
        LIMITS.seed(),
        Planner.ENGINE_VERSION,
        placer.problem().catalogue().version());
  }

  /** What a map and a caller need of it. */
  public static ClassicAnswer of(ClassicFolder solved) {
    ClassicPlan plan = solved.plan();
    List<Feature> features = new ArrayList<>();
    for (ClassicPlan.OpenSite site : plan.sites()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("kind", "site");
      properties.put("id", site.id());
      properties.put("name", site.name());
      properties.put("country", site.country());
      properties.put("peopleServed", site.people());
      features.add(feature(site.location(), properties));
    }
    double people = 0;
    for (ClassicPlan.ServedUser user : plan.users()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("kind", "user");
      properties.put("id", user.id());
      properties.put("name", user.name());
      properties.put("people", user.people());
      if (!user.siteId().isEmpty()) {
        people += user.people();
        properties.put("siteId", user.siteId());
        properties.put("roundTripMs", user.roundTripMs());
      }
      features.add(feature(user.location(), properties));
    }
    return new ClassicAnswer(
        "FeatureCollection",
        plan.model().id(),
        plan.model().citation(),
        plan.value(),
        plan.bound(),
        plan.gapRatio(),
        plan.method(),
        solved.seed(),
        solved.engineVersion(),
        solved.catalogueVersion(),
        plan.sites().size(),
        people,
        features);
  }

  private static Feature feature(LonLat at, Map<String, Object> properties) {
    return new Feature(
        "Feature", new Point("Point", new double[] {at.lon(), at.lat()}), properties);
  }
}
