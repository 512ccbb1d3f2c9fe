package org.kiungo.planner.verify.bound;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.AccessTechnology.Serves;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.plan.NearestChecks;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.Spans;

/**
 * A proof's graph holds the hops from each place to its nearest, and the sites at each settlement's
 * nearest: of its own country, on that country's plane, and as many abroad where sites may serve
 * there.
 */
final class NearestListed {

  private static final String NEAREST = "bound.nearest";

  /** Lengths are compared with reaches as far as their arithmetic is sure. */
  private static final double WELL_WITHIN = 1 - 1e-9;

  private final Facts facts;
  private final Spans spans;
  private final Ledger ledger;

  NearestListed(Facts facts, Spans spans, Ledger ledger) {
    this.facts = facts;
    this.spans = spans;
    this.ledger = ledger;
  }

  /**
   * @param hops how many places each is linked with
   * @param sites at how many settlements a site may stand that serves one
   */
  void check(ProofGraph graph, int hops, int sites) {
    List<LonLat> places = graph.names.first(graph.standing);
    NearestChecks all = new NearestChecks(places);
    all.visit(hops, v -> true, (v, u) -> true, (v, u) -> hop(graph, v, u, km(places, v, u)));
    String[] country =
        IntStream.range(0, graph.standing)
            .mapToObj(v -> facts.roads().borders().country(graph.names.id(v)))
            .toArray(String[]::new);
    int below = graph.settlementCount;
    Set<String> beyond = new HashSet<>();
    NearestChecks.Visitor site = (v, u) -> siteAt(graph, v, u, km(places, v, u), beyond);
    for (String here : Arrays.stream(country, 0, below).distinct().sorted().toList()) {
      NearestChecks home =
          new NearestChecks(
              places, v -> here.isEmpty() || country[v].isEmpty() || country[v].equals(here));
      home.visit(
          sites,
          v -> v < below && country[v].equals(here),
          (v, u) -> u < below && !apart(country, v, u),
          site);
    }
    beyond.clear();
    all.visit(sites, v -> v < below, (v, u) -> u < below && apart(country, v, u), site);
  }

  private static double km(List<LonLat> places, int v, int u) {
    return places.get(v).distanceKm(places.get(u));
  }

  private static boolean apart(String[] country, int v, int u) {
    return !country[v].isEmpty() && !country[u].isEmpty() && !country[v].equals(country[u]);
  }

  private void hop(ProofGraph graph, int v, int u, double km) {
    if (!spans.spanning(graph.names.id(v), graph.names.id(u), km).isEmpty()) {
      String hop = graph.names.id(v) + " > " + graph.names.id(u);
      boolean listed = graph.names.hasLink(graph.names.id(v), graph.names.id(u));
      ledger.holds(NEAREST, hop, listed, "a candidate link", "none");
    }
  }

  /**
   * Whatever settlement v may have from a site of its own, a site at settlement u offers too, if u
   * and all that are nearer are in reach.
   */
  private void siteAt(ProofGraph graph, int v, int u, double km, Set<String> beyond) {
    for (AccessTechnology a : facts.technologies().values()) {
      String here = graph.names.id(v) + " " + a.id();
      if (a.serves() != Serves.IN_REACH || !graph.mayHave(v, a)) {
        continue;
      }
      if (km > facts.coverage().reachKm(a, graph.settlements.get(v)) * WELL_WITHIN) {
        beyond.add(here);
      }
      boolean open = !graph.settlements.get(u).siteClosed();
      if (open
          && !beyond.contains(here)
          && facts.abroad().allows(graph.names.id(v), graph.names.id(u))) {
        String option = graph.names.id(v) + " " + a.id() + " " + graph.names.id(u);
        boolean listed = graph.names.hasOption(graph.names.id(v), a.id(), graph.names.id(u));
        ledger.holds(NEAREST, option, listed, "a candidate option", "none");
      }
    }
  }
}
