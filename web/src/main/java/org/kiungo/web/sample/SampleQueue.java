package org.kiungo.web.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.sample.ContinentProgress.CountryStage;

/** The countries to plan, in order, and where each stands. Safe for many threads. */
final class SampleQueue {

  private final Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
  private final Map<String, CountryStage> stages = new LinkedHashMap<>();

  /** Countries whose plan is to be deepened, once all had their first turn. */
  private final Set<String> later = new LinkedHashSet<>();

  private boolean paused;

  /**
   * @param samples by country, in the order in which they are planned
   */
  SampleQueue(List<Scenario> samples) {
    for (Scenario each : samples) {
      scenarios.computeIfAbsent(each.countries().get(0), iso3 -> new ArrayList<>()).add(each);
    }
    scenarios.forEach(
        (iso3, own) ->
            stages.put(
                iso3,
                new CountryStage(iso3, Stage.WAITING, own.get(0).budgetUsd(), null, Double.NaN)));
  }

  /** The samples of a country; none where no candidates are wanted. */
  List<Scenario> samples(String iso3) {
    return scenarios.getOrDefault(iso3, List.of());
  }

  /** Whether a country's samples are being made or wait for that. */
  synchronized boolean isOpen(String iso3) {
    CountryStage at = stages.get(iso3);
    return at != null && (at.stage() == Stage.RUNNING || at.stage() == Stage.WAITING);
  }

  /** The samples of the next country that waits, which runs from now on. */
  synchronized Optional<List<Scenario>> take() {
    Optional<CountryStage> next =
        stages.values().stream()
            .filter(each -> each.stage() == Stage.WAITING && !later.contains(each.iso3()))
            .findFirst()
            .or(() -> later.stream().findFirst().map(stages::get));
    next.ifPresent(each -> later.remove(each.iso3()));
    next.ifPresent(each -> stages.put(each.iso3(), each.at(Stage.RUNNING)));
    return next.map(each -> scenarios.get(each.iso3()));
  }

  /** Gives a country another turn, after all others; what it has so far stands until then. */
  synchronized void again(String iso3, PlanSummary soFar) {
    stages.put(iso3, stage(iso3, Stage.WAITING, soFar));
    later.add(iso3);
  }

  /** A country's candidate is there: the plan of the default budget. */
  synchronized void planned(String iso3, PlanSummary plan) {
    stages.put(iso3, stage(iso3, Stage.PLANNED, plan));
  }

  private static CountryStage stage(String iso3, Stage stage, PlanSummary plan) {
    return new CountryStage(
        iso3, stage, plan.scenario().budgetUsd(), plan.id(), plan.certificate().gapRatio());
  }

  synchronized void failed(String iso3) {
    stages.computeIfPresent(iso3, (code, each) -> each.at(Stage.FAILED));
  }

  synchronized void pause(boolean wanted) {
    paused = wanted;
  }

  synchronized boolean isPaused() {
    return paused;
  }

  synchronized ContinentProgress progress() {
    return new ContinentProgress(
        paused, 0, stages.values().stream().map(each -> paused ? waiting(each) : each).toList());
  }

  private static CountryStage waiting(CountryStage each) {
    return each.stage() == Stage.RUNNING ? each.at(Stage.WAITING) : each;
  }
}
