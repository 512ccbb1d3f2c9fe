package org.kiungo.web.draft;

import java.util.Set;
import java.util.TreeSet;
import org.kiungo.planner.scenario.Scenario.Lock;

/** What may happen at one place, after the edits so far; the last word of two that clash holds. */
final class EditLocks {

  /** Forbids every technology. */
  static final String ANY = "*";

  private String only = "";
  private final Set<String> never = new TreeSet<>();

  EditLocks() {}

  EditLocks(EditLocks from) {
    only = from.only;
    never.addAll(from.never);
  }

  void force(String technologyId) {
    only = technologyId;
    never.remove(technologyId);
    never.remove(ANY);
  }

  void forbid(String technologyId) {
    if (technologyId.equals(ANY) || technologyId.equals(only)) {
      only = "";
    }
    never.add(technologyId);
  }

  void free() {
    only = "";
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
    }
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
