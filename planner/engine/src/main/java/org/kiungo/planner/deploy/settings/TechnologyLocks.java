package org.kiungo.planner.deploy.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;

/** Which technologies each settlement may have, and from where, by locked and forbidden choices. */
public final class TechnologyLocks {

  private final Map<String, String> always = new HashMap<>();
  private final Map<String, Set<String>> never = new HashMap<>();

  /** Where the site stands that must serve a settlement. */
  private final Map<String, String> places = new HashMap<>();

  /**
   * @throws InputRefused when a lock names an unknown settlement, technology or place of a site, or
   *     contradicts another
   */
  public TechnologyLocks(PlanningProblem problem, DeploySettings settings) {
    Set<String> settlements = new HashSet<>();
    problem.settlements().forEach(s -> settlements.add(s.id()));
    Set<String> towers = new HashSet<>();
    problem.towers().forEach(t -> towers.add(t.id()));
    Set<String> technologies = new HashSet<>();
    problem.catalogue().technologies().forEach(a -> technologies.add(a.id()));
    Set<String> onSites = new HashSet<>();
    problem.catalogue().technologies().stream()
        .filter(a -> a.serves() != AccessTechnology.Serves.FREE_STANDING)
        .forEach(a -> onSites.add(a.id()));
    List<DeploySettings.LockedChoice> locks = settings.locks();
    for (DeploySettings.LockedChoice lock : locks) {
      if (!settlements.contains(lock.settlementId())) {
        throw new InputRefused("lock.settlement", "settlementId", lock.settlementId());
      }
      boolean known =
          technologies.contains(lock.technologyId())
              || (lock.forbid() && "*".equals(lock.technologyId()));
      if (!known) {
        throw new InputRefused(
            "lock.technology",
            "technologyId",
            lock.technologyId(),
            "settlementId",
            lock.settlementId());
      }
      String at = lock.placeId();
      boolean isSite = onSites.contains(lock.technologyId()) && !lock.forbid();
      boolean isPlace = settlements.contains(at) || towers.contains(at);
      if (!at.isEmpty() && !(isSite && isPlace)) {
        throw new InputRefused("lock.place", "placeId", at, "settlementId", lock.settlementId());
      }
      if (lock.forbid()) {
        never.computeIfAbsent(lock.settlementId(), k -> new HashSet<>()).add(lock.technologyId());
      } else {
        String other = always.put(lock.settlementId(), lock.technologyId());
        refuseContradiction(lock, other != null && !other.equals(lock.technologyId()));
        String before = at.isEmpty() ? null : places.put(lock.settlementId(), at);
        refuseContradiction(lock, before != null && !before.equals(at));
      }
    }
    always.forEach(
        (settlement, technology) ->
            refuseContradiction(
                new DeploySettings.LockedChoice(settlement, technology, false),
                forbidden(settlement, technology)));
  }

  private static void refuseContradiction(DeploySettings.LockedChoice lock, boolean contradicts) {
    if (contradicts) {
      throw new InputRefused(
          "lock.contradiction",
          "settlementId",
          lock.settlementId(),
          "technologyId",
          lock.technologyId());
    }
  }

  private boolean forbidden(String settlementId, String technologyId) {
    Set<String> forbidden = never.getOrDefault(settlementId, Set.of());
    return forbidden.contains("*") || forbidden.contains(technologyId);
  }

  public boolean allows(String settlementId, String technologyId) {
    String only = always.get(settlementId);
    return (only == null || only.equals(technologyId)) && !forbidden(settlementId, technologyId);
  }

  /** Where the site stands that must serve a settlement; empty where it may stand anywhere. */
  public String placeId(String settlementId) {
    return places.getOrDefault(settlementId, "");
  }

  /** True when any site must stand at a certain place. */
  public boolean namePlaces() {
    return !places.isEmpty();
  }

  /** True when a technology is not forbidden to those whom a locked one does not reach. */
  public boolean leaves(String settlementId, String technologyId) {
    return !forbidden(settlementId, technologyId);
  }

  /** True when the settlement must be served. */
  public boolean demands(String settlementId) {
    return always.containsKey(settlementId);
  }

  /** True when a choice was taken away here. */
  public boolean forbids(String settlementId) {
    return never.containsKey(settlementId);
  }
}
