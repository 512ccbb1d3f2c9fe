package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/** Bridges of a country's lines, those in a row told as one. */
final class SingleSpans {

  /** A row goes on where at least this share of the people behind it lives farther on. */
  private static final double GOES_ON_RATIO = 0.7;

  private final GateGraph gates;
  private final Cuts cuts;
  private final FibreMap map;
  private final int first;

  SingleSpans(GateGraph gates, Cuts cuts, CountryNetwork country) {
    this.gates = gates;
    this.cuts = cuts;
    map = country.map();
    first = gates.firstVertex.get(country.iso3());
  }

  /**
   * Bridges in a row.
   *
   * @param top vertex of the map just behind the first of them
   * @param last vertex of the map just behind the last of them
   * @param people behind the first
   */
  record Row(int top, int last, List<Integer> vertices, List<LonLat> path, double people) {}

  /** Rows, most people first. */
  List<Row> rows(double leastPeople) {
    List<Row> rows = new ArrayList<>();
    boolean[] taken = new boolean[gates.graph.vertices()];
    for (int at : cuts.order()) {
      if (isBridge(at) && !taken[at] && cuts.below(at) >= leastPeople) {
        rows.add(row(at, taken));
      }
    }
    rows.sort(Comparator.comparingDouble((Row each) -> -each.people).thenComparing(Row::top));
    return rows;
  }

  private boolean isBridge(int vertex) {
    return cuts.hangs(vertex) && gates.isSpan(cuts.edgeToRoot(vertex));
  }

  private Row row(int top, boolean[] taken) {
    int[][] incident = gates.graph.incident();
    List<Integer> vertices = new ArrayList<>(List.of(cuts.parent(top) - first, top - first));
    List<LonLat> path = new ArrayList<>(path(top));
    taken[top] = true;
    int last = top;
    for (int next = next(last, top, incident); next >= 0; next = next(last, top, incident)) {
      last = next;
      taken[last] = true;
      vertices.add(last - first);
      List<LonLat> more = path(last);
      path.addAll(more.subList(1, more.size()));
    }
    return new Row(top - first, last - first, vertices, path, cuts.below(top));
  }

  /** The bridge on which most of the row's people hang farther on, −1 where the row ends. */
  private int next(int at, int top, int[][] incident) {
    for (int edge : incident[at]) {
      int to = gates.graph.other(edge, at);
      if (cuts.edgeToRoot(to) == edge
          && isBridge(to)
          && cuts.below(to) >= GOES_ON_RATIO * cuts.below(top)) {
        return to;
      }
    }
    return -1;
  }

  /** Of the span towards the gates, from there. */
  private List<LonLat> path(int vertex) {
    FibreMap.Span span = map.spans().get(gates.span(cuts.edgeToRoot(vertex)));
    List<LonLat> path = new ArrayList<>(span.path());
    if (span.from() == vertex - first) {
      Collections.reverse(path);
    }
    return path;
  }
}
