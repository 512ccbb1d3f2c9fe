package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.kiungo.geodata.openness.CountryNetwork.Crossing;
import org.kiungo.geodata.reference.facts.LandingCity;

/**
 * The ways from the rest of the world to everybody: root, cables, landings, spans, people. Cutting
 * a span or a cable takes an edge, cutting a landing a vertex.
 */
final class GateGraph {

  /** The rest of the world. */
  static final int ROOT = 0;

  private static final int NO_SPAN = -1;

  final CutGraph graph = new CutGraph();
  final Map<String, Integer> cables = new TreeMap<>();

  /** Landings by country and name. */
  final Map<String, Integer> landings = new TreeMap<>();

  /** Borders by the neighbour's code, in a graph of one country. */
  final Map<String, Integer> borders = new TreeMap<>();

  /** First vertex of each country. */
  final Map<String, Integer> firstVertex = new HashMap<>();

  private final List<Integer> spanOfEdge = new ArrayList<>();

  private GateGraph() {
    graph.addVertex(0);
  }

  /**
   * A country and its gates.
   *
   * @param abroad whether a cable leads abroad
   * @param borders whether lines that meet at a border carry traffic from abroad
   */
  static GateGraph country(CountryNetwork country, Predicate<String> abroad, boolean borders) {
    GateGraph gates = new GateGraph();
    gates.addCountry(country, abroad, cut -> false);
    if (borders) {
      for (Crossing each : country.crossings()) {
        int border = gates.borders.computeIfAbsent(each.neighbour(), k -> gates.addGate());
        gates.addEdge(border, gates.vertex(country.iso3(), each.vertex()), NO_SPAN);
      }
    }
    return gates;
  }

  /**
   * Several countries and what of their gates is left.
   *
   * @param cut names of what is gone, as {@link Cut} writes them
   * @param borders whether lines that meet at a border carry traffic
   */
  static GateGraph continent(
      Collection<CountryNetwork> countries,
      Predicate<String> abroad,
      Predicate<String> cut,
      boolean borders) {
    GateGraph gates = new GateGraph();
    countries.forEach(each -> gates.addCountry(each, abroad, cut));
    for (CountryNetwork each : countries) {
      for (Crossing crossing : each.crossings()) {
        boolean once = each.iso3().compareTo(crossing.neighbour()) < 0;
        if (borders
            && once
            && gates.firstVertex.containsKey(crossing.neighbour())
            && !cut.test(Cut.border(each.iso3(), crossing.neighbour()))) {
          gates.addEdge(
              gates.vertex(each.iso3(), crossing.vertex()),
              gates.vertex(crossing.neighbour(), crossing.there()),
              NO_SPAN);
        }
      }
    }
    return gates;
  }

  private void addCountry(CountryNetwork country, Predicate<String> abroad, Predicate<String> cut) {
    firstVertex.put(country.iso3(), graph.vertices());
    for (double people : country.people()) {
      graph.addVertex(people);
    }
    for (int s = 0; s < country.map().spans().size(); s++) {
      FibreMap.Span span = country.map().spans().get(s);
      addEdge(vertex(country.iso3(), span.from()), vertex(country.iso3(), span.to()), s);
    }
    for (int k = 0; k < country.landings().size(); k++) {
      LandingCity city = country.landings().get(k);
      if (cut.test(Cut.landing(country.iso3(), city.city()))) {
        continue;
      }
      int landing = graph.addVertex(0);
      landings.put(Cut.landing(country.iso3(), city.city()), landing);
      if (city.cables().isEmpty()) {
        addEdge(addGate(), landing, NO_SPAN);
      }
      for (LandingCity.Cable cable : city.cables()) {
        if (!cut.test(Cut.cable(cable.name()))) {
          addEdge(cable(cable.name(), abroad), landing, NO_SPAN);
        }
      }
      if (country.backhaul()[k] >= 0) {
        addEdge(landing, vertex(country.iso3(), country.backhaul()[k]), NO_SPAN);
      }
    }
  }

  private int cable(String name, Predicate<String> abroad) {
    Integer known = cables.get(name);
    if (known == null) {
      known = abroad.test(name) ? addGate() : graph.addVertex(0);
      cables.put(name, known);
    }
    return known;
  }

  private int addGate() {
    int gate = graph.addVertex(0);
    addEdge(ROOT, gate, NO_SPAN);
    return gate;
  }

  private void addEdge(int a, int b, int span) {
    graph.addEdge(a, b);
    spanOfEdge.add(span);
  }

  /** A new link between two vertices. */
  void link(int a, int b) {
    addEdge(a, b, NO_SPAN);
  }

  int vertex(String iso3, int vertex) {
    return firstVertex.get(iso3) + vertex;
  }

  /** The span that an edge stands for, −1 for none. */
  int span(int edge) {
    return spanOfEdge.get(edge);
  }

  boolean isSpan(int edge) {
    return spanOfEdge.get(edge) != NO_SPAN;
  }

  Cuts cuts() {
    return graph.cuts(ROOT);
  }
}
