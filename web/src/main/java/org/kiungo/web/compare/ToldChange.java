package org.kiungo.web.compare;

import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.folder.Assumptions.Kind;

/**
 * In what two scenarios differ, with what it is to change it.
 *
 * @param name as {@link Change} has it
 * @param kind whether it is decided, taken to be so, read, or searched otherwise
 * @param from as the first scenario's JSON has it; empty when absent
 * @param to as the second's has it
 */
public record ToldChange(String name, Kind kind, String from, String to) {

  public static ToldChange of(Change change) {
    return new ToldChange(change.name(), change.kind(), change.from(), change.to());
  }
}
