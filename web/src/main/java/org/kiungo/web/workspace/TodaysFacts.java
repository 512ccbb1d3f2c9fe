package org.kiungo.web.workspace;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.springframework.stereotype.Service;

/** What a plan made today would be made of. */
@Service
public class TodaysFacts {

  /** What a plan's verdict says of prices and facts that are no longer the installed ones. */
  private static final Set<String> OLDER =
      Set.of("catalogue.other", "reference.other", "coverage.older");

  private final Datasets datasets;
  private final Choices choices;

  TodaysFacts(Datasets datasets, Choices choices) {
    this.datasets = datasets;
    this.choices = choices;
  }

  /**
   * True where the same scenario would be planned on the same facts and prices today. A plan of
   * files that nobody keeps here is never so, nor one that is refused.
   *
   * @param inputs of the plan
   * @param verdict what may be said of it
   */
  public boolean areThoseOf(Scenario scenario, List<InputFile> inputs, PlanVerdict verdict) {
    return !verdict.isRefused()
        && verdict.open().stream().map(Open::code).noneMatch(OLDER::contains)
        && areCurrent(inputs)
        && scenario.countries().stream().noneMatch(each -> isFedSince(each, scenario));
  }

  /** Countries that stand on imported data today, and the layers that it feeds. */
  public SortedMap<String, Set<String>> imported() {
    SortedMap<String, Set<String>> layers = new TreeMap<>();
    for (Dataset each : datasets.list()) {
      boolean institutions = each.layer().equals(LayerKind.FACILITIES.label());
      if (institutions && each.currentVersion() > 0) {
        layers.computeIfAbsent(each.country(), key -> new TreeSet<>()).add("FACILITIES");
      }
      for (Feed feed : choices.feeds(each.country())) {
        if (feed.source().contains("/")) {
          layers.computeIfAbsent(each.country(), key -> new TreeSet<>()).add(feed.layer().name());
        }
      }
    }
    return layers;
  }

  private boolean areCurrent(List<InputFile> inputs) {
    Set<String> versions =
        datasets.list().stream().map(TodaysFacts::current).collect(Collectors.toSet());
    InputFile carried = ProblemAssembly.builtInInput();
    return inputs.stream()
        .filter(each -> !each.joinsInstitutions())
        .allMatch(each -> each.equals(carried) || versions.contains(each.version()));
  }

  private static String current(Dataset dataset) {
    return dataset.id() + "/" + dataset.currentVersion();
  }

  /** True where imports feed a country today of which the plan knew none. */
  private boolean isFedSince(String iso3, Scenario scenario) {
    return scenario.feeds().stream().noneMatch(each -> each.country().equals(iso3))
        && !choices.feeds(iso3).isEmpty();
  }
}
