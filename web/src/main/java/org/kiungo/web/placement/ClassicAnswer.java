package org.kiungo.web.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.ClassicModel;
import org.kiungo.planner.place.ClassicPlacement;
import org.kiungo.planner.place.ClassicPlan;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.place.location.SearchLimits;

/**
 * GeoJSON of a classic location model's answer, with its certificate beside the features.
 *
 * @param model the name users give
 * @param citation where it was first written down
 * @param value objective: people · ms, ms, people, sites or USD, by model
 * @param bound no answer is better
 * @param gapRatio 0–1
 * @param method of the bound
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
    int sites,
    double peopleServed,
    List<Feature> features) {

  /** Small cases are proven; larger ones answer within seconds, with a bound. */
  private static final SearchLimits LIMITS = new SearchLimits(0, 8, 300, 400);

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
  public static ClassicAnswer of(
      ServicePlacer placer,
      ServiceRequest request,
      ClassicPlacement.Question question,
      Progress progress,
      BooleanSupplier stop) {
    ClassicPlan plan =
        ClassicPlacement.solve(placer.problem(request), question, LIMITS, progress, stop);
    List<Feature> features = new ArrayList<>();
    for (ClassicPlan.OpenSite site : plan.sites()) {
      features.add(
          feature(
              site.location(),
              Map.of(
                  "kind",
                  "site",
                  "id",
                  site.id(),
                  "name",
                  site.name(),
                  "country",
                  site.country(),
                  "peopleServed",
                  site.people())));
    }
    double people = 0;
    for (ClassicPlan.ServedUser user : plan.users()) {
      boolean served = !user.siteId().isEmpty();
      people += served ? user.people() : 0;
      features.add(
          feature(
              user.location(),
              served
                  ? Map.of(
                      "kind",
                      "user",
                      "id",
                      user.id(),
                      "name",
                      user.name(),
                      "people",
                      user.people(),
                      "siteId",
                      user.siteId(),
                      "roundTripMs",
                      user.roundTripMs())
                  : Map.of(
                      "kind",
                      "user",
                      "id",
                      user.id(),
                      "name",
                      user.name(),
                      "people",
                      user.people())));
    }
    return new ClassicAnswer(
        "FeatureCollection",
        plan.model().id(),
        plan.model().citation(),
        plan.value(),
        plan.bound(),
        plan.gapRatio(),
        plan.method(),
        plan.sites().size(),
        people,
        features);
  }

  private static Feature feature(LonLat at, Map<String, Object> properties) {
    return new Feature(
        "Feature", new Point("Point", new double[] {at.lon(), at.lat()}), properties);
  }
}
