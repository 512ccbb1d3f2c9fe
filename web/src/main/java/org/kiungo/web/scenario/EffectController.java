package org.kiungo.web.scenario;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.FacilityLayer;
import org.kiungo.geodata.problem.InstitutionJoin;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.planner.Planner;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what an imported dataset changes of the next plans, before anybody makes one. */
@RestController
class EffectController {

  /** So near a power line a place is called beside it. */
  private static final double NEAR_KM = 1;

  private final Datasets datasets;
  private final ProblemSource problems;
  private final HeavyRequests heavy;

  EffectController(Datasets datasets, ProblemSource problems, HeavyRequests heavy) {
    this.datasets = datasets;
    this.problems = problems;
    this.heavy = heavy;
  }

  /** Of the current version. */
  @GetMapping("/api/v1/datasets/{id}/effect")
  LayerEffect effect(@PathVariable String id) throws IOException {
    Dataset dataset =
        datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
    return heavy.inTurn(() -> effect(dataset));
  }

  private LayerEffect effect(Dataset dataset) {
    String iso3 = dataset.country();
    Optional<ProblemLayers> layers = datasets.layers(iso3);
    LayerEffect.Coverage coverage = null;
    List<FacilityLayer> facilities = List.of();
    LayerEffect.Grid grid = null;
    LayerEffect.Hazard hazard = null;
    Integer hops = null;
    LayerEffect.Unknown unknown = null;
    if (dataset.currentVersion() > 0) {
      switch (LayerKind.named(dataset.layer())) {
        case SETTLEMENTS -> unknown = unknown(layers.orElseThrow());
        case COVERAGE -> coverage = coverage(dataset, layers.orElseThrow());
        case FACILITIES ->
            facilities =
                datasets.sources().facilities(iso3).stream()
                    .filter(each -> each.input().version().startsWith(dataset.id()))
                    .toList();
        case GRID -> grid = grid(layers.orElseThrow());
        case HAZARD -> hazard = hazard(layers.orElseThrow());
        case ELEVATION -> {
          Scenario scenario = ScenarioBuilder.builder().countries(List.of(iso3)).build();
          hops = Planner.blockedHops(problems.problem(scenario), scenario).size();
        }
        default -> {
          // the other layers are counted as they stand
        }
      }
    }
    InstitutionJoin joined =
        new InstitutionJoin(
            facilities.isEmpty()
                ? List.of()
                : layers
                    .map(ProblemAssembly::settlements)
                    .orElseGet(() -> ProblemAssembly.builtInSettlements(iso3)),
            facilities);
    return new LayerEffect(
        dataset.layer(),
        iso3,
        coverage,
        unknown,
        joined.institutions().kinds(),
        joined.unknown(),
        grid,
        hazard,
        hops);
  }

  private static LayerEffect.Grid grid(ProblemLayers layers) {
    List<Settlement> places = layers.settlements();
    return new LayerEffect.Grid(
        places.size(),
        places.stream().filter(each -> !Double.isNaN(each.distanceToGridKm())).count(),
        places.stream().filter(each -> each.distanceToGridKm() <= NEAR_KM).count(),
        NEAR_KM);
  }

  private static LayerEffect.Hazard hazard(ProblemLayers layers) {
    List<Settlement> places = layers.settlements();
    return new LayerEffect.Hazard(
        places.stream().filter(Settlement::siteClosed).count(),
        places.stream().filter(each -> !each.siteClosed() && each.siteCostRatio() > 1).count());
  }

  private static LayerEffect.Unknown unknown(ProblemLayers layers) {
    List<Settlement> unknown =
        ProblemAssembly.settlements(layers).stream()
            .filter(each -> Double.isNaN(each.baselineCoverageRatio()))
            .toList();
    return unknown.isEmpty()
        ? null
        : new LayerEffect.Unknown(
            unknown.size(), unknown.stream().mapToDouble(EffectController::people).sum());
  }

  private LayerEffect.Coverage coverage(Dataset dataset, ProblemLayers layers) {
    String iso3 = dataset.country();
    List<Settlement> before =
        datasets
            .without(dataset.id())
            .layers(iso3)
            .map(ProblemAssembly::settlements)
            .orElseGet(() -> ProblemAssembly.builtInSettlements(iso3));
    List<Settlement> after = ProblemAssembly.settlements(layers);
    CoverageToday published = Reference.builtIn().people().coverage(iso3);
    return new LayerEffect.Coverage(
        after.stream().mapToDouble(EffectController::people).sum(),
        before.stream().mapToDouble(EffectController::covered).sum(),
        after.stream().mapToDouble(EffectController::covered).sum(),
        published.ratio(),
        published.year());
  }

  private static double people(Settlement each) {
    return Double.isNaN(each.population()) ? 0 : each.population();
  }

  private static double covered(Settlement each) {
    return Double.isNaN(each.baselineCoverageRatio())
        ? 0
        : people(each) * each.baselineCoverageRatio();
  }
}
