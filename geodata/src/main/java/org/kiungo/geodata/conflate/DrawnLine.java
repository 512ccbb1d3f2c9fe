package org.kiungo.geodata.conflate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.model.FibreLine;

/**
 * A line as one drawing has it, with everything that the drawing tells of it.
 *
 * @param line its path, operator and status
 * @param told further columns by name, as text: owner, medium, capacity, dates and whatever else
 *     there is; blank ones are left out
 */
public record DrawnLine(FibreLine line, SortedMap<String, String> told) {

  public DrawnLine(FibreLine line, Map<String, String> told) {
    this(line, new TreeMap<>(told));
  }

  public DrawnLine {
    told = new TreeMap<>(told);
    told.values().removeIf(String::isBlank);
  }

  /** A line of which nothing further is told. */
  public static DrawnLine of(FibreLine line) {
    return new DrawnLine(line, new TreeMap<>());
  }
}
