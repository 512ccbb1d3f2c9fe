package org.kiungo.web.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
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
    Map<String, List<PlanUse>> uses = uses(iso3);
    List<WorkspaceSource> sources =
        new ArrayList<>(
            new BuiltInSources(reference)
                .of(iso3, uses.getOrDefault(Workspace.BUILT_IN, List.of())));
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
        0,
        bbox(facts),
        problems,
        past == null ? 0 : past.report().rowsListed(),
        state(dataset, problems, settled.contains(shown.provenance().sha256())),
        plansOf);
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

  /** Plans of the country by the dataset that they were made from. */
  private Map<String, List<PlanUse>> uses(String iso3) {
    Map<String, List<PlanUse>> uses = new LinkedHashMap<>();
    for (PlanSummary plan : plans.list(iso3)) {
      if (plan.verification().changedFile() != null) {
        continue; // what it was made from is not known any more
      }
      for (InputFile input : inputs(plan)) {
        String[] parts = input.version().split("/");
        boolean imported = parts.length == 2;
        String of = imported ? parts[0] : Workspace.BUILT_IN;
        if (imported || input.role().equals("reference")) {
          uses.computeIfAbsent(of, key -> new ArrayList<>())
              .add(
                  new PlanUse(
                      plan.id(),
                      plan.letter(),
                      plan.name(),
                      imported ? Integer.parseInt(parts[1]) : 0));
        }
      }
    }
    return uses;
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
