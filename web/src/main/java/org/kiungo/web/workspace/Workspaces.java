package org.kiungo.web.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.CoverageScore;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.PastImport;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.workspace.WorkspaceSource.PlanUse;
import org.kiungo.web.workspace.WorkspaceSource.State;
import org.kiungo.web.workspace.WorkspaceSource.Version;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;

/** What there is of a country: every dataset, with what it holds and who planned on it. */
@Service
public class Workspaces {

  private final Reference reference;
  private final Datasets datasets;
  private final Plans plans;

  Workspaces(Reference reference, Datasets datasets, Plans plans) {
    this.reference = reference;
    this.datasets = datasets;
    this.plans = plans;
  }

  /**
   * All data of a country.
   *
   * @throws ApiRefusal for a code that is none of the 54
   */
  public Workspace of(String iso3) {
    CountryFacts country = country(iso3);
    Map<String, List<PlanUse>> uses = new LinkedHashMap<>();
    Map<Layer, List<PlanUse>> carried = new EnumMap<>(Layer.class);
    uses(iso3, uses, carried);
    List<WorkspaceSource> sources =
        new ArrayList<>(new BuiltInSources(reference).of(iso3, carried));
    List<Dataset> own =
        datasets.list().stream().filter(each -> each.country().equals(iso3)).toList();
    Set<String> settled = settled(own);
    for (Dataset each : own) {
      sources.add(source(each, settled, uses.getOrDefault(each.id(), List.of())));
    }
    sources.sort(
        Comparator.comparing((WorkspaceSource each) -> LayerKind.named(each.layer()))
            .thenComparing(each -> !each.builtIn()));
    return new Workspace(iso3, country.population(), country.populationYear(), sources);
  }

  /** The national figures of a country; refuses an unknown code. */
  CountryFacts country(String iso3) {
    return reference.countries().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
  }

  /** Hashes of the files that current settlements were made of. */
  private Set<String> settled(List<Dataset> own) {
    return own.stream()
        .filter(each -> each.layer().equals(LayerKind.SETTLEMENTS.label()))
        .filter(each -> each.currentVersion() > 0)
        .map(each -> datasets.store().versions(each.id()).get(each.currentVersion() - 1))
        .map(each -> each.provenance().sha256())
        .collect(Collectors.toSet());
  }

  private WorkspaceSource source(Dataset dataset, Set<String> settled, List<PlanUse> plansOf) {
    List<DatasetVersion> all = datasets.store().versions(dataset.id());
    int current = dataset.currentVersion();
    DatasetVersion shown = all.get(current == 0 ? all.size() - 1 : current - 1);
    LayerFacts facts = datasets.facts(dataset, shown.version());
    PastImport past =
        datasets.imports(dataset.id()).stream()
            .filter(each -> each.version() == shown.version())
            .findFirst()
            .orElse(null);
    long problems =
        past == null
            ? 0
            : past.report().counts().values().stream().mapToLong(Long::longValue).sum();
    return new WorkspaceSource(
        dataset.id() + "/" + current,
        dataset.id(),
        dataset.layer(),
        dataset.name(),
        shown.provenance().source(),
        shown.provenance().dated(),
        shown.provenance().licence(),
        current,
        all.stream()
            .sorted(Comparator.comparing(DatasetVersion::version).reversed())
            .map(
                each ->
                    new Version(each.version(), each.committedAt(), each.provenance().fileName()))
            .toList(),
        facts.rows(),
        facts.sum(),
        facts.unit(),
        facts.completeRatio(),
        facts.statedRatio(),
        facts.statedRows(),
        score(dataset, facts),
        0,
        bbox(facts),
        problems,
        past == null ? 0 : past.report().rowsListed(),
        state(dataset, problems, settled.contains(shown.provenance().sha256())),
        plansOf);
  }

  private static CoverageScore score(Dataset dataset, LayerFacts facts) {
    return LayerKind.named(dataset.layer()) == LayerKind.COVERAGE && !facts.heldPlaces().isEmpty()
        ? CoverageScore.of(dataset.country(), facts.heldPlaces(), facts.extent()).orElse(null)
        : null;
  }

  private static State state(Dataset dataset, long problems, boolean settled) {
    if (dataset.currentVersion() == 0) {
      return State.UNDONE;
    }
    if (dataset.layer().equals(LayerKind.POPULATION_RASTER.label())) {
      return settled ? State.SETTLED : State.CELLS;
    }
    return problems > 0 ? State.FINDINGS : State.CHECKED;
  }

  /**
   * Plans of the country by the dataset that they were made from, and by the layer of which they
   * took what Kiungo carries.
   */
  private void uses(
      String iso3, Map<String, List<PlanUse>> uses, Map<Layer, List<PlanUse>> carried) {
    for (PlanSummary plan : plans.list(iso3)) {
      if (plan.verification().changedFile() != null) {
        continue; // what it was made from is not known any more
      }
      List<InputFile> inputs = inputs(plan);
      for (InputFile input : inputs) {
        String[] parts = input.version().split("/");
        if (parts.length == 2) {
          uses.computeIfAbsent(parts[0], key -> new ArrayList<>())
              .add(use(plan, Integer.parseInt(parts[1])));
        }
      }
      if (inputs.stream().anyMatch(each -> each.role().equals("reference"))) {
        for (Layer layer : Layer.values()) {
          if (isCarried(layer, iso3, plan.scenario(), inputs)) {
            carried.computeIfAbsent(layer, key -> new ArrayList<>()).add(use(plan, 0));
          }
        }
      }
    }
  }

  private static PlanUse use(PlanSummary plan, int version) {
    return new PlanUse(plan.id(), plan.letter(), plan.name(), version);
  }

  /**
   * Whether a plan took a layer, or a part of it, from what Kiungo carries: as its scenario ranks
   * the sources. Where it ranks none, a file that gives the places brings what is covered there.
   */
  static boolean isCarried(Layer layer, String iso3, Scenario scenario, List<InputFile> inputs) {
    List<Feed> feeds = Feed.of(scenario.feeds(), iso3, layer);
    boolean named = feeds.isEmpty() || feeds.stream().anyMatch(Feed::comesBuiltIn);
    return switch (layer) {
      case SETTLEMENTS ->
          feeds.isEmpty()
              ? inputs.stream().noneMatch(each -> each.role().equals(LayerKind.SETTLEMENTS.label()))
              : named;
      case COVERAGE ->
          scenario.feeds().isEmpty() ? isCarried(Layer.SETTLEMENTS, iso3, scenario, inputs) : named;
      default -> named;
    };
  }

  private List<InputFile> inputs(PlanSummary plan) {
    try {
      return PlanFolder.inputs(plans.getFiles(plan.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] bbox(LayerFacts facts) {
    Envelope box = facts.extent();
    return box == null
        ? new double[0]
        : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }
}
