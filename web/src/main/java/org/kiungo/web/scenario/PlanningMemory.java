package org.kiungo.web.scenario;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.WorkerMemory;
import org.springframework.stereotype.Component;

/**
 * Estimates what a plan takes before it is accepted, by its places: the smallest heaps with which
 * {@code kiungo plan} ends, told in {@code web/docs/operations.md}.
 */
@Component
public class PlanningMemory {

  private static final long MEBIBYTE = 1L << 20;

  private final Reference reference;
  private final Datasets datasets;
  private final WorkerMemory memory;

  PlanningMemory(Reference reference, Datasets datasets, WorkerMemory memory) {
    this.reference = reference;
    this.datasets = datasets;
    this.memory = memory;
  }

  /**
   * Refuses what needs more memory than there is.
   *
   * @throws InputRefused {@code run.too-large} with places, need and limit
   */
  public void require(Scenario scenario) {
    require(places(scenario));
  }

  /** The same for work on a plan that is there, of so many places. */
  public void require(long places) {
    findRefusal(places)
        .ifPresent(
            refused -> {
              throw refused;
            });
  }

  /** Why a scenario, whose countries are known, would find too little memory. */
  Optional<InputRefused> findRefusal(Scenario scenario) {
    return findRefusal(places(scenario));
  }

  private Optional<InputRefused> findRefusal(long places) {
    long needed = Budgets.estimatedBytes(places);
    return needed <= memory.bytes()
        ? Optional.empty()
        : Optional.of(
            new InputRefused(
                "run.too-large",
                "places",
                places,
                "neededMib",
                needed / MEBIBYTE,
                "limitMib",
                memory.mebibytes()));
  }

  /** Places of a scenario's countries, at most. */
  public long places(Scenario scenario) {
    return scenario.countries().stream().mapToLong(iso3 -> places(iso3, scenario)).sum();
  }

  /** At most; what is chosen, else all that may be merged. */
  private long places(String iso3, Scenario scenario) {
    long carried = reference.people().places(iso3).size();
    List<Feed> chosen = Feed.of(scenario.feeds(), iso3, Feed.Layer.SETTLEMENTS);
    if (!chosen.isEmpty()) {
      return chosen.stream()
          .mapToLong(
              each ->
                  switch (each.source()) {
                    case Feed.BUILT_IN -> carried;
                    case Feed.INSIDE -> reference.people().countInside(iso3);
                    default -> datasets.countRows(each.source());
                  })
          .sum();
    }
    long imported = datasets.countPlaces(iso3).orElse(0);
    return imported < carried ? imported + carried : imported;
  }
}
