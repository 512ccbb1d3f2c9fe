package org.kiungo.geodata.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.value.LonLat;

/** What a user has decided about rows, applied while they are read. */
public interface RowDecisions {

  /** Rows are taken as they are. */
  RowDecisions NONE = new RowDecisions() {};

  /**
   * The layer begins.
   *
   * @param columns the file's column of every declared one
   * @param options as which it is read
   * @param decimalComma whether numbers in its text have one
   */
  default void begin(Map<String, String> columns, ReadOptions options, boolean decimalComma) {}

  /** The row with the cells that are wanted in place of the file's. */
  default Feature amended(Feature row) {
    return row;
  }

  /** What lines and masts that say no state are said to be; empty for not known. */
  default String state() {
    return "";
  }

  /** What is told of rows that say no state and are left out for it; empty when they are used. */
  default Optional<LeftOut> leavesStatelessOut() {
    return Optional.empty();
  }

  /** Of which side of a reform areas are said to be: before, since; empty for not said. */
  default String vintage() {
    return "";
  }

  /** Whether rows of a census that count others again are said to be left out. */
  default boolean leavesDoublesOut() {
    return false;
  }

  /** What kind facilities are said to be that do not say it themselves; empty for not known. */
  default String facility() {
    return "";
  }

  /** What the layer rests on that its file does not say, to be told with it once it has begun. */
  default List<Finding> assumptions(SourceFile file, String layer) {
    return List.of();
  }

  /**
   * Where a row is said to lie in place of what the file says.
   *
   * @param row its number as the file counts
   */
  default Optional<LonLat> place(long row) {
    return Optional.empty();
  }

  /**
   * Whether a row is left out.
   *
   * @param placed with its geometry in longitude and latitude
   * @param findings about it so far
   * @return what is told of it then; empty when it is used
   */
  default Optional<LeftOut> leavesOut(Feature placed, List<Finding> findings) {
    return Optional.empty();
  }

  /**
   * What is told of a row that is left out.
   *
   * @param severity ANSWERED where somebody said so, ERROR where nobody did
   * @param code of the finding
   * @param role of the declared column whose cell is at fault; empty for none
   */
  record LeftOut(Finding.Severity severity, String code, String role) {}

  /**
   * Whether a row is the same place as an earlier one within 50 m, which stays.
   *
   * @param row its number as the file counts
   * @param earlier number of the other
   * @return code of the finding that says so; empty when both are used
   */
  default String merges(long row, long earlier, String name) {
    return "";
  }
}
