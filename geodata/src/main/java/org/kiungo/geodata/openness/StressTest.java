package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.kiungo.geodata.openness.StressAnswer.Country;
import org.kiungo.geodata.openness.StressAnswer.Remedy;
import org.kiungo.geodata.openness.StressAnswer.State;
import org.kiungo.planner.model.value.LonLat;

/** Cuts things on the whole continent and looks at the countries asked for. */
final class StressTest {

  private final Map<String, CountryNetwork> networks;
  private final Predicate<String> leadsOut;
  private final Map<String, List<String>> neighbours;
  private final Function<String, PlaceNames> names;

  /**
   * @param networks of every country
   * @param leadsOut whether a cable lands outside Africa
   * @param neighbours by land
   */
  StressTest(
      Map<String, CountryNetwork> networks,
      Predicate<String> leadsOut,
      Map<String, List<String>> neighbours,
      Function<String, PlaceNames> names) {
    this.networks = new TreeMap<>(networks);
    this.leadsOut = leadsOut;
    this.neighbours = neighbours;
    this.names = names;
  }

  StressAnswer run(List<String> asked, Set<String> cut) {
    Ways before = ways(gone -> false, false);
    Ways after = ways(cut::contains, false);
    Ways bordersBefore = ways(gone -> false, true);
    Ways bordersAfter = ways(cut::contains, true);
    List<Country> countries = new ArrayList<>();
    for (String iso3 : asked) {
      CountryNetwork network = networks.get(iso3);
      List<String> cables = network.cables().stream().sorted().toList();
      List<String> left = left(network, cut);
      double had = before.people(iso3);
      double lost = had - after.people(iso3);
      boolean touched =
          left.size() < cables.size()
              || cut.stream().anyMatch(each -> each.startsWith("landing:" + iso3 + "/"));
      countries.add(
          new Country(
              iso3,
              state(had, lost, touched),
              cables,
              left,
              network.peopleInAll(),
              had,
              lost,
              bordersBefore.people(iso3) - bordersAfter.people(iso3)));
    }
    List<Link> links = remedies(countries, after);
    Ways restored = new Ways(linked(cut::contains, links));
    return new StressAnswer(
        List.copyOf(new TreeSet<>(cut)),
        countries.stream().mapToDouble(Country::people).sum(),
        countries.stream()
            .filter(each -> !each.cablesBefore().isEmpty() && each.cablesLeft().isEmpty())
            .mapToDouble(Country::people)
            .sum(),
        countries.stream().mapToDouble(Country::peopleCutOff).sum(),
        countries.stream().mapToDouble(Country::peopleCutOffWithBorders).sum(),
        countries,
        links.stream().map(each -> new Remedy(each.from, each.step)).toList(),
        asked.stream().mapToDouble(each -> restored.people(each) - after.people(each)).sum());
  }

  /** Who has a way abroad once things are cut. */
  Openness.WaysAbroad waysAbroad(Set<String> cut, boolean borders) {
    Ways left = ways(cut::contains, borders);
    return (iso3, at) -> left.reached(iso3, Math.max(0, vertex(iso3, at)));
  }

  private static List<String> left(CountryNetwork network, Set<String> cut) {
    Set<String> left = new TreeSet<>();
    network.landings().stream()
        .filter(city -> !cut.contains(Cut.landing(network.iso3(), city.city())))
        .forEach(
            city ->
                city.cables().stream()
                    .filter(cable -> !cut.contains(Cut.cable(cable.name())))
                    .forEach(cable -> left.add(cable.name())));
    return List.copyOf(left);
  }

  private static State state(double had, double lost, boolean touched) {
    if (had < 0.5) {
      return State.NOT_KNOWN;
    }
    if (had - lost < 0.5) {
      return State.CUT_OFF;
    }
    if (lost > 0.5) {
      return State.PARTLY;
    }
    return touched ? State.KEEPS : State.UNTOUCHED;
  }

  /** People with a way out of Africa, by country. */
  private final class Ways {
    private final GateGraph gates;
    private final Cuts cuts;

    Ways(GateGraph gates) {
      this.gates = gates;
      cuts = gates.cuts();
    }

    double people(String iso3) {
      int first = gates.firstVertex.get(iso3);
      double sum = 0;
      for (int v = 0; v < networks.get(iso3).people().length; v++) {
        sum += cuts.reached(first + v) ? gates.graph.people(first + v) : 0;
      }
      return sum;
    }

    boolean reached(String iso3, int vertex) {
      return cuts.reached(gates.vertex(iso3, vertex));
    }
  }

  private Ways ways(Predicate<String> cut, boolean borders) {
    return new Ways(GateGraph.continent(networks.values(), leadsOut, cut, borders));
  }

  private GateGraph linked(Predicate<String> cut, List<Link> links) {
    GateGraph gates = GateGraph.continent(networks.values(), leadsOut, cut, false);
    for (Link each : links) {
      gates.link(
          gates.vertex(each.from, vertex(each.from, each.step.from())),
          gates.vertex(each.step.into(), vertex(each.step.into(), each.step.to())));
    }
    return gates;
  }

  private int vertex(String iso3, LonLat at) {
    return networks.get(iso3).map().nearestVertex(at);
  }

  /** A link from one country into another. */
  private record Link(String from, Step step) {}

  /**
   * Prim's algorithm from the countries that keep a way: no other links between pairs of countries
   * bring the same countries back over fewer kilometres in all.
   *
   * @see <a href="https://doi.org/10.1002/j.1538-7305.1957.tb01515.x">Prim 1957, Shortest
   *     connection networks and some generalizations</a>
   */
  private List<Link> remedies(List<Country> countries, Ways after) {
    Set<String> open = new TreeSet<>();
    countries.stream()
        .filter(each -> each.state() == State.CUT_OFF)
        .filter(each -> !networks.get(each.iso3()).map().isEmpty())
        .forEach(each -> open.add(each.iso3()));
    Map<String, Link> cache = new TreeMap<>();
    List<Link> built = new ArrayList<>();
    Set<String> back = new TreeSet<>();
    while (!open.isEmpty()) {
      Link best = null;
      for (String from : open) {
        for (String to : neighbours.get(from)) {
          if (!open.contains(to) && !networks.get(to).map().isEmpty()) {
            Link link =
                cache.computeIfAbsent(
                    from + ">" + to, k -> shortest(from, to, back.contains(to), after));
            if (link.step != null
                && (best == null || link.step.cost().km() < best.step.cost().km())) {
              best = link;
            }
          }
        }
      }
      if (best == null) {
        return built;
      }
      built.add(best);
      open.remove(best.from);
      back.add(best.from);
    }
    return built;
  }

  /** Into what still has a way there; all of it where that country was itself brought back. */
  private Link shortest(String from, String to, boolean back, Ways after) {
    Steps.Link link =
        Steps.shortest(
            networks.get(from).map(),
            main(from),
            networks.get(to).map(),
            back ? main(to) : v -> after.reached(to, v));
    return new Link(
        from, link == null ? null : Steps.step(link, names.apply(from), names.apply(to), to));
  }

  /** The part of a country's network that has most people. */
  private IntPredicate main(String iso3) {
    CountryNetwork network = networks.get(iso3);
    CutGraph graph = new CutGraph();
    Arrays.stream(network.people()).forEach(graph::addVertex);
    network.map().spans().forEach(span -> graph.addEdge(span.from(), span.to()));
    Cuts most = graph.cuts(0);
    for (int v = 1; v < graph.vertices(); v++) {
      if (!most.reached(v)) {
        Cuts other = graph.cuts(v);
        most = other.reachedPeople() > most.reachedPeople() ? other : most;
      }
    }
    return most::reached;
  }
}
