package org.kiungo.web.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Lock;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** A plan with edits upon it. The plan stays as it is; only the rules at its places change. */
final class EditedPlan {

  private final PlanFolder base;
  private final Map<String, Settlement> settlements = new HashMap<>();
  private final Map<String, SettlementService> services = new HashMap<>();
  private final SortedMap<String, EditLocks> rules = new TreeMap<>();
  private boolean changed;

  EditedPlan(PlanFolder base) {
    this.base = base;
    base.counted().settlements().forEach(each -> settlements.put(each.id(), each));
    base.plan().settlements().forEach(each -> services.put(each.settlementId(), each));
    base.scenario().locks().forEach(each -> rules(each.settlementId()).add(each));
  }

  private EditLocks rules(String settlementId) {
    return rules.computeIfAbsent(settlementId, each -> new EditLocks());
  }

  /** Rules at a place as they are now. */
  EditLocks rulesAt(String settlementId) {
    return new EditLocks(rules.getOrDefault(settlementId, new EditLocks()));
  }

  Settlement settlement(String id) {
    return settlements.get(id);
  }

  /** What the plan has at a place; where some are out of sight of a mast, what its mast gives. */
  String planned(String id) {
    return services.get(id).each().get(0).technologyId();
  }

  void apply(Edit edit) {
    changed = true;
    for (String id : places(edit)) {
      EditLocks here = rules(id);
      switch (edit.action()) {
        case FORCE -> here.force(edit.technologyId());
        case FORBID -> here.forbid(edit.technologyId());
        case FREE -> here.free();
        case LOCK -> lock(here, services.get(id));
      }
    }
  }

  /** A place that is served today needs no rule to stay so. */
  private static void lock(EditLocks here, SettlementService service) {
    if (service.status() != Status.BASELINE) {
      here.lock(service.each().get(0).technologyId());
    }
  }

  /**
   * Places that an edit is about, in the order of the problem.
   *
   * @throws InputRefused when it names a place that the plan does not have
   */
  Collection<String> places(Edit edit) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    for (String id : edit.settlementIds()) {
      if (!settlements.containsKey(id)) {
        throw new InputRefused("lock.settlement", "settlementId", id);
      }
      found.add(id);
    }
    if (edit.area().size() >= 3) {
      Coordinate[] ring = ring(edit.area());
      for (Settlement each : base.problem().settlements()) {
        Coordinate at = new Coordinate(each.location().lon(), each.location().lat());
        // a place whose people are not known is never planned, so there is nothing to edit
        if (each.population() >= 0
            && RayCrossingCounter.locatePointInRing(at, ring) != Location.EXTERIOR) {
          found.add(each.id());
        }
      }
    }
    return found;
  }

  private static Coordinate[] ring(List<List<Double>> corners) {
    List<Coordinate> ring = new ArrayList<>();
    corners.forEach(each -> ring.add(new Coordinate(each.get(0), each.get(1))));
    ring.add(ring.get(0).copy());
    return ring.toArray(Coordinate[]::new);
  }

  /** The base's scenario with the edits as locks; without edits, the base's own to the byte. */
  Scenario scenario() {
    if (!changed) {
      return base.scenario();
    }
    List<Lock> locks = new ArrayList<>();
    rules.forEach(
        (id, here) -> {
          if (!here.only().isEmpty()) {
            locks.add(new Lock(id, here.only(), false, here.placeId()));
          }
          here.never().forEach(technology -> locks.add(new Lock(id, technology, true)));
        });
    return base.scenario().withLocks(locks);
  }
}
