package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An undirected multigraph with people at its vertices; vertices and edges are numbered from 0. */
final class CutGraph {

  private final List<Double> people = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();

  CutGraph() {}

  private CutGraph(CutGraph other) {
    people.addAll(other.people);
    ends.addAll(other.ends);
  }

  int addVertex(double peopleHere) {
    people.add(peopleHere);
    return people.size() - 1;
  }

  int addEdge(int a, int b) {
    ends.add(new int[] {a, b});
    return ends.size() - 1;
  }

  int vertices() {
    return people.size();
  }

  int edges() {
    return ends.size();
  }

  double people(int vertex) {
    return people.get(vertex);
  }

  int end(int edge, int side) {
    return ends.get(edge)[side];
  }

  int other(int edge, int vertex) {
    return ends.get(edge)[0] == vertex ? ends.get(edge)[1] : ends.get(edge)[0];
  }

  /** Edges at each vertex, in the order in which they were added. */
  int[][] incident() {
    int[] count = new int[vertices()];
    for (int[] each : ends) {
      count[each[0]]++;
      count[each[1]]++;
    }
    int[][] incident = new int[vertices()][];
    for (int v = 0; v < incident.length; v++) {
      incident[v] = new int[count[v]];
    }
    Arrays.fill(count, 0);
    for (int e = 0; e < ends.size(); e++) {
      incident[ends.get(e)[0]][count[ends.get(e)[0]]++] = e;
      incident[ends.get(e)[1]][count[ends.get(e)[1]]++] = e;
    }
    return incident;
  }

  /** What every single cut takes from the root. */
  Cuts cuts(int root) {
    return new Cuts(this, root);
  }
}
