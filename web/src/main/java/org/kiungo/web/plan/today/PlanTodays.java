package org.kiungo.web.plan.today;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.language.InputWords;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.today.CountryToday;
import org.kiungo.web.today.PeopleToday;
import org.kiungo.web.today.Today;
import org.springframework.stereotype.Service;

/**
 * Tells which plans rest on other data than the newest: by the inputs that their folders name, with
 * their hashes, against those that a plan of the same countries would have now where nobody chooses
 * what feeds it. Clocks do not matter: an import that was taken back makes the plans on it others
 * too, and so does other built-in data.
 */
@Service
public class PlanTodays {

  /** What a plan's verdict says of prices and facts that are no longer the installed ones. */
  private static final Set<String> OLDER =
      Set.of("catalogue.other", "reference.other", "coverage.older");

  private final Plans plans;
  private final Datasets datasets;
  private final Today today;

  /** Of plans, which never change. */
  private final Map<String, Set<InputFile>> made = new ConcurrentHashMap<>();

  PlanTodays(Plans plans, Datasets datasets, Today today) {
    this.plans = plans;
    this.datasets = datasets;
    this.today = today;
  }

  /** The ids of those of some plans that rest on other data than the newest. */
  public Set<String> others(Collection<PlanSummary> some) {
    Map<String, List<InputFile>> newest = datasets.newest();
    return some.stream()
        .filter(each -> isOther(each, newest))
        .map(PlanSummary::id)
        .collect(Collectors.toSet());
  }

  /**
   * True where the same scenario would be planned on the same facts and prices now. A plan of files
   * that nobody keeps here is never so, nor one that is refused.
   *
   * @param inputs of the plan
   * @param verdict what may be said of it
   */
  public boolean areThoseOf(Scenario scenario, List<InputFile> inputs, PlanVerdict verdict) {
    boolean kept = inputs.stream().allMatch(each -> each.joinsInstitutions() || isTold(each));
    return kept
        && !verdict.isRefused()
        && verdict.open().stream().map(Open::code).noneMatch(OLDER::contains)
        && difference(told(inputs), scenario, datasets.newest()).isNone();
  }

  /** Those of some plans that rest on the same data as one. */
  public List<PlanSummary> onSameData(PlanSummary plan, Collection<PlanSummary> some) {
    Set<String> own = identities(made(plan));
    return some.stream().filter(each -> identities(made(each)).equals(own)).toList();
  }

  private boolean isOther(PlanSummary plan, Map<String, List<InputFile>> newest) {
    Difference found = difference(plan, newest);
    return found.isOfVersionsAlone() ? find(plan, found).isPresent() : !found.isNone();
  }

  /** What differs of a plan; empty where it rests on the newest data. */
  public Optional<OtherToday> find(String planId) {
    return plans.find(planId).flatMap(plan -> find(plan, difference(plan, datasets.newest())));
  }

  private Optional<OtherToday> find(PlanSummary plan, Difference found) {
    if (found.isNone()) {
      return Optional.empty();
    }
    List<String> countries = plan.scenario().countries();
    PeopleToday own = PeopleToday.ofSettlements(plans.getFolder(plan.id()).problem().settlements());
    PeopleToday newest =
        PeopleToday.sum(
            countries.stream()
                .flatMap(iso3 -> today.find(iso3).stream())
                .map(CountryToday::people)
                .toList());
    // the same files again tell the same, unless they were read otherwise
    if (found.isOfVersionsAlone() && Math.abs(own.outside() - newest.outside()) < 1) {
      return Optional.empty();
    }
    return Optional.of(
        new OtherToday(
            plan.id(), countries, own, newest, sources(found.dropped()), sources(found.added())));
  }

  /**
   * @param dropped what the plan rests on and one made now would not
   * @param added the other way round
   */
  private record Difference(List<InputFile> dropped, List<InputFile> added) {

    boolean isNone() {
      return dropped.isEmpty() && added.isEmpty();
    }

    /** True where the bytes are the same, imported once more. */
    boolean isOfVersionsAlone() {
      return !isNone() && hashes(dropped).equals(hashes(added));
    }

    private static Set<String> hashes(List<InputFile> inputs) {
      return inputs.stream()
          .map(each -> each.role() + " " + each.sha256())
          .collect(Collectors.toSet());
    }
  }

  private Difference difference(PlanSummary plan, Map<String, List<InputFile>> imported) {
    return isUnreadable(plan)
        ? new Difference(List.of(), List.of())
        : difference(made(plan), plan.scenario(), imported);
  }

  private static Difference difference(
      Set<InputFile> own, Scenario scenario, Map<String, List<InputFile>> imported) {
    Set<InputFile> newest = newest(scenario, imported);
    if (own.stream().anyMatch(PlanTodays::isCarried)) {
      newest.add(ProblemAssembly.builtInInput());
    }
    if (own.stream().anyMatch(InputWords::isInside)) {
      newest.add(ProblemAssembly.insideInput());
    }
    return new Difference(without(own, newest), without(newest, own));
  }

  private static List<InputFile> without(Set<InputFile> some, Set<InputFile> others) {
    // a version is the same whatever it is called: older plans name its file
    Set<String> known = identities(others);
    return some.stream().filter(each -> !known.contains(each.identity())).toList();
  }

  private static Set<String> identities(Set<InputFile> inputs) {
    return inputs.stream().map(InputFile::identity).collect(Collectors.toSet());
  }

  private Set<InputFile> made(PlanSummary plan) {
    return isUnreadable(plan) ? Set.of() : made.computeIfAbsent(plan.id(), this::read);
  }

  /** True where files were changed: then nothing of the plan is shown. */
  private static boolean isUnreadable(PlanSummary plan) {
    return plan.verification().changedFile() != null;
  }

  private Set<InputFile> read(String planId) {
    try {
      return told(PlanFolder.inputs(plans.getFiles(planId)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without files that nobody keeps here. */
  private static Set<InputFile> told(List<InputFile> inputs) {
    return inputs.stream().filter(PlanTodays::isTold).collect(Collectors.toSet());
  }

  private static boolean isTold(InputFile input) {
    return isCarried(input) || input.version().contains("/");
  }

  private static boolean isCarried(InputFile input) {
    return input.role().equals(ProblemAssembly.builtInInput().role());
  }

  /** What a plan of the scenario's countries would rest on now, beside what Kiungo carries. */
  private static Set<InputFile> newest(Scenario scenario, Map<String, List<InputFile>> imported) {
    boolean institutions = scenario.institutions().source() != InstitutionChoice.Source.NONE;
    return scenario.countries().stream()
        .flatMap(iso3 -> imported.getOrDefault(iso3, List.of()).stream())
        .filter(each -> institutions || !each.joinsInstitutions())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<OtherToday.Source> sources(List<InputFile> inputs) {
    List<OtherToday.Source> sources = new ArrayList<>();
    for (InputFile each : inputs) {
      sources.add(new OtherToday.Source(each, datasets.findImportDay(each).orElse(null)));
    }
    return sources;
  }
}
