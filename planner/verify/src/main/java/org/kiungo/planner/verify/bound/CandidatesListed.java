package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.formula.PeopleServed;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.Spans;

/**
 * A proof's graph holds every candidate that the certificate's sentence promises ({@link
 * CandidateGraph}), found again: whatever a proof leaves out makes its bound better than it is.
 * Hops lead from each place to its nearest, along the triangulation, to the nearest road and to the
 * nearest root; sites stand at the nearest and the most populous settlements and the nearest towers
 * in reach. All of it holds among all countries, and within each on its own plane.
 */
final class CandidatesListed {

  private static final String NEAREST = "bound.nearest";

  /** Straight ways to a road, and from one to a root, are no longer, km. */
  private static final double ACCESS_KM = 6;

  /** Distances are ranked by so many steps a degree where sites are looked for. */
  private static final double STEPS_PER_DEG = 1e8;

  private final Facts facts;
  private final Spans spans;
  private final Ledger ledger;
  private final ProofGraph graph;
  private final CandidateGraph.Counts counts;
  private final String[] country;
  private final double[] unservedPeople;
  private final List<LonLat> places;

  /** Places by country, those of unknown country with each; none where there is one alone. */
  private final Map<String, PlacePlane> homes = new TreeMap<>();

  private final PlacePlane all;

  CandidatesListed(ProofGraph graph, Facts facts, Spans spans, Ledger ledger) {
    this.graph = graph;
    this.facts = facts;
    this.spans = spans;
    this.ledger = ledger;
    counts = CandidateGraph.Counts.of(facts);
    places = graph.names.first(graph.placeCount());
    country = IntStream.range(0, places.size()).mapToObj(graph::country).toArray(String[]::new);
    unservedPeople = graph.settlements.stream().mapToDouble(PeopleServed::below).toArray();
    all = new PlacePlane(places, graph.standing, v -> true);
    for (String here : country) {
      if (!here.isEmpty() && !homes.containsKey(here)) {
        IntPredicate member = v -> country[v].isEmpty() || country[v].equals(here);
        homes.put(here, new PlacePlane(places, graph.standing, member));
      }
    }
  }

  void check() {
    List<PlacePlane> planes = new ArrayList<>(homes.values());
    planes.add(all);
    for (PlacePlane each : planes) {
      each.nearest(counts.neighbours(), this::hop);
      each.triangulation(this::hop);
      each.nearestOnRoad(
          (v, u) -> {
            if (km(v, u) <= ACCESS_KM) {
              hop(v, u);
            }
          });
    }
    roots();
    double farthestKm =
        facts.technologies().values().stream()
            .filter(a -> a.serves() == Serves.IN_REACH)
            .mapToDouble(a -> a.reachKm().value())
            .max()
            .orElse(0);
    boolean abroad = facts.abroad().arePriced() && !homes.isEmpty();
    for (int v = 0; v < graph.settlementCount; v++) {
      sites(v, homes.getOrDefault(country[v], all), farthestKm, false);
      if (abroad) {
        sites(v, all, farthestKm, true);
      }
    }
  }

  private double km(int v, int u) {
    return places.get(v).distanceKm(places.get(u));
  }

  private void hop(int v, int u) {
    String from = graph.names.id(v);
    String to = graph.names.id(u);
    if (!graph.names.hasLink(from, to) && !spans.spanning(from, to, km(v, u)).isEmpty()) {
      ledger.holds(NEAREST, from + " > " + to, false, "a candidate link", "none");
    } else {
      ledger.holds(NEAREST, "", true, "", "");
    }
  }

  /** Wherever a place may come to the network, one of the roots that are as near is listed. */
  private void roots() {
    NearestRoots near = new NearestRoots(facts, all, homes);
    for (int v = 0; v < places.size(); v++) {
      String from = graph.names.id(v);
      for (List<NearestRoots.Root> equals : near.of(from, places.get(v), country[v])) {
        boolean listed = false;
        boolean may = true;
        for (NearestRoots.Root root : equals) {
          listed |= graph.names.hasLink(from, root.id());
          may &=
              (v < graph.standing || root.km() <= ACCESS_KM)
                  && !spans.spanning(from, root.id(), root.km()).isEmpty();
        }
        String hop = from + " > " + equals.get(0).id();
        ledger.holds(NEAREST, hop, listed || !may, "a candidate link", "none");
      }
    }
  }

  /** Another place where a site may stand, and how far it is in steps. */
  private record Other(int place, long steps) {
    static final Comparator<Other> NEARER =
        Comparator.comparingLong(Other::steps).thenComparingInt(Other::place);
  }

  private void sites(int v, PlacePlane plane, double farthestKm, boolean abroad) {
    List<Other> settlements = null;
    List<Other> towers = null;
    for (AccessTechnology a : facts.technologies().values()) {
      List<String> rests = a.serves() == Serves.IN_REACH ? graph.offered(v, a) : List.of();
      if (rests.isEmpty()) {
        continue;
      }
      if (settlements == null) {
        List<Other> found = new ArrayList<>();
        plane.around(
            v,
            farthestKm,
            u -> {
              boolean apart =
                  !country[v].isEmpty() && !country[u].isEmpty() && !country[v].equals(country[u]);
              if (apart == abroad) {
                double deg = Math.sqrt(plane.square(v, u));
                found.add(new Other(u, Math.round(deg * STEPS_PER_DEG)));
              }
            });
        found.sort(Other.NEARER);
        settlements = found.stream().filter(u -> u.place < graph.settlementCount).toList();
        towers = found.stream().filter(u -> u.place >= graph.settlementCount).toList();
      }
      double reachKm = facts.coverage().servesKm(a, graph.settlements.get(v));
      nearest(v, settlements, counts.nearest(), reachKm).forEach(u -> siteAt(v, a, u, rests));
      nearest(v, towers, counts.towers(), reachKm).forEach(u -> siteAt(v, a, u, rests));
      for (int u : mostPopulous(v, settlements, counts.populous(), reachKm)) {
        siteAt(v, a, u, rests);
      }
    }
  }

  /** The nearest as far as all of them are in reach. */
  private IntStream nearest(int v, List<Other> sorted, int wanted, double reachKm) {
    return sorted.stream().limit(wanted).mapToInt(Other::place).takeWhile(u -> km(v, u) <= reachKm);
  }

  /** In reach with most people who lack service; of equals the nearer. */
  private int[] mostPopulous(int v, List<Other> sorted, int wanted, double reachKm) {
    int[] found = new int[wanted];
    int count = 0;
    for (Other other : sorted) {
      int u = other.place;
      double people = unservedPeople[u];
      boolean among = count < wanted || wanted > 0 && people > unservedPeople[found[count - 1]];
      if (!among || km(v, u) > reachKm) {
        continue;
      }
      int k = count < wanted ? count++ : wanted - 1;
      while (k > 0 && people > unservedPeople[found[k - 1]]) {
        found[k] = found[k - 1];
        k--;
      }
      found[k] = u;
    }
    return Arrays.copyOf(found, count);
  }

  private void siteAt(int v, AccessTechnology a, int u, List<String> rests) {
    if (u < graph.settlementCount && graph.settlements.get(u).siteClosed()) {
      return;
    }
    String here = graph.names.id(v);
    String there = graph.names.id(u);
    if (!facts.mayStandAt(here, there)) {
      return;
    }
    for (String rest : rests) {
      boolean listed = graph.names.hasOption(here, a.id(), there, rest);
      String option = listed ? "" : here + " " + a.id() + " " + there + " " + rest;
      ledger.holds(NEAREST, option, listed, "a candidate option", "none");
    }
  }
}
