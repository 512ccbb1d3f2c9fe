package org.kiungo.web.draft;

import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.scenario.Scenario.Lock;

/** What may happen at one place, after the edits so far; the last word of two that clash holds. */
final class EditLocks {

  /** Forbids every technology. */
  static final String ANY = "*";

  private String only = "";

  /** Where the site of the only one stands; empty where it may stand anywhere. */
  private String placeId = "";

  private final Set<String> never = new TreeSet<>();

  EditLocks() {}

  EditLocks(EditLocks from) {
    only = from.only;
    placeId = from.placeId;
    never.addAll(from.never);
  }

  void force(String technologyId) {
    placeId = technologyId.equals(only) ? placeId : "";
    only = technologyId;
    never.remove(technologyId);
    never.remove(ANY);
  }

  void forbid(String technologyId) {
    if (technologyId.equals(ANY) || technologyId.equals(only)) {
      only = "";
      placeId = "";
    }
    never.add(technologyId);
  }

  void free() {
    only = "";
    placeId = "";
    never.clear();
  }

  /**
   * @param chosen what the plan itself chose, empty for none
   */
  void lock(String chosen) {
    if (chosen.isEmpty()) {
      free();
      never.add(ANY);
    } else {
      force(chosen);
    }
  }

  void add(Lock lock) {
    if (lock.forbid()) {
      forbid(lock.technologyId());
    } else {
      force(lock.technologyId());
      placeId = lock.placeId();
    }
  }

  /** Where the site of the only technology must stand; empty where it may stand anywhere. */
  String placeId() {
    return placeId;
  }

  /** The one technology that must serve, empty when the planner may choose. */
  String only() {
    return only;
  }

  boolean allows(String technologyId) {
    boolean forbidden = never.contains(ANY) || never.contains(technologyId);
    return !forbidden && (only.isEmpty() || only.equals(technologyId));
  }

  Set<String> never() {
    return never;
  }
}
