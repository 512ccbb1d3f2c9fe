package org.kiungo.geodata.conflate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.conflate.NetworkConflation.Part;
import org.kiungo.planner.model.FibreLine;

/**
 * What sources tell of one segment, heard from the most trusted on: the first that tells a column
 * is believed, an unknown status tells nothing, and who tells otherwise is a conflict. Columns that
 * are not about the cable itself are those of the line that was kept.
 */
final class Telling {

  /** Column of {@link FibreLine#operator}. */
  static final String OPERATOR = "operator";

  /** Column of {@link FibreLine#status}. */
  static final String STATUS = "status";

  /** What a cable has one of, whoever draws it. */
  private static final List<String> OF_CABLE =
      List.of(OPERATOR, "owner", "medium", "capacityMbps", "serviceDate");

  private final String segmentId;
  private final SortedMap<String, String> told = new TreeMap<>();
  private final SortedMap<String, String> toldBy = new TreeMap<>();
  private final SortedSet<String> seenBy = new TreeSet<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private FibreLine.Status status = FibreLine.Status.UNKNOWN;

  Telling(String segmentId, Part kept) {
    this.segmentId = segmentId;
    told.putAll(kept.line().told());
    told.keySet().removeAll(OF_CABLE);
  }

  void hear(String source, DrawnLine line) {
    seenBy.add(source);
    if (!line.line().operator().isBlank()) {
      hear(source, OPERATOR, line.line().operator());
    }
    for (Map.Entry<String, String> each : line.told().entrySet()) {
      if (OF_CABLE.contains(each.getKey()) && !each.getKey().equals(OPERATOR)) {
        hear(source, each.getKey(), each.getValue());
      }
    }
    if (line.line().status() == FibreLine.Status.UNKNOWN) {
      return;
    }
    if (status == FibreLine.Status.UNKNOWN) {
      status = line.line().status();
      toldBy.put(STATUS, source);
    } else if (status != line.line().status()) {
      conflict(STATUS, status.name(), source, line.line().status().name());
    }
  }

  private void hear(String source, String column, String value) {
    String believed = told.putIfAbsent(column, value);
    if (believed == null) {
      toldBy.put(column, source);
    } else if (!same(column, believed.strip(), value.strip())) {
      conflict(column, believed, source, value);
    }
  }

  private static boolean same(String column, String one, String other) {
    return one.equalsIgnoreCase(other) || column.equals(OPERATOR) && Operators.same(one, other);
  }

  /** Names an operator beside those who are named: a road, and a cable, may have several. */
  void name(String source, String operator) {
    told.merge(OPERATOR, operator, Operators::both);
    toldBy.merge(
        OPERATOR,
        source,
        (all, one) -> List.of(all.split("; ")).contains(one) ? all : all + "; " + one);
    String all = told.get(OPERATOR);
    conflicts.removeIf(
        each ->
            each.column().equals(OPERATOR)
                && Operators.same(all, Operators.both(all, each.otherValue())));
  }

  private void conflict(String column, String value, String other, String otherValue) {
    conflicts.add(new Conflict(segmentId, column, toldBy.get(column), value, other, otherValue));
  }

  SortedSet<String> seenBy() {
    return seenBy;
  }

  FibreLine.Status status() {
    return status;
  }

  SortedMap<String, String> told() {
    return told;
  }

  SortedMap<String, String> toldBy() {
    return toldBy;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }
}
