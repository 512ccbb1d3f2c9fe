package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.resilience.Disjoint;

/** The cheapest second ways beside a forest, by trying every simple way of every hub. */
final class SecondWayBrute implements BruteForce.Further {

  private final Question world;
  private final CandidateLinks links;
  private final Set<String> hubs;
  private final Disjoint rule;

  /** Of the forest, by link; and what second ways add. */
  private final Map<Integer, Long> forest = new HashMap<>();

  private final Map<Integer, Long> second = new HashMap<>();
  private long best;

  SecondWayBrute(Question world, Set<String> hubs, Disjoint rule) {
    this.world = world;
    links = world.links();
    this.hubs = hubs;
    this.rule = rule;
  }

  /** A way as the arcs that leave its places. */
  private record Way(List<Integer> places, List<Integer> arcs) {
    Set<Integer> links(CandidateLinks all) {
      Set<Integer> found = new HashSet<>();
      arcs.forEach(e -> found.add(all.link(e)));
      return found;
    }
  }

  @Override
  public long leastCents(Draft chosen, int[] arc, boolean[] needed, long[] loadBps, long most) {
    forest.clear();
    second.clear();
    for (int v = 0; v < arc.length; v++) {
      if (needed[v]) {
        forest.put(links.link(arc[v]), loadBps[v]);
      }
    }
    TreeMap<Integer, Long> starts = new TreeMap<>();
    for (int i = 0; i < chosen.settlements(); i++) {
      int o = chosen.choice(i);
      int site = o < 0 ? -1 : world.options().site(o);
      if (site >= 0 && hubs.contains(world.places().id(i))) {
        int place = world.options().sitePlace(site);
        boolean stands =
            links.head(arc[place]) == links.root()
                && !links.isUp(links.link(arc[place]))
                && links.km(links.link(arc[place])) <= 1;
        if (!stands) {
          starts.merge(place, world.options().demandBps(o), Long::sum);
        }
      }
    }
    List<List<Way>> ways = new ArrayList<>();
    for (int start : starts.keySet()) {
      List<Way> all = new ArrayList<>();
      walk(start, new ArrayList<>(), new ArrayList<>(), all);
      Way first = first(arc, start);
      all.removeIf(each -> !apart(first, each));
      ways.add(all);
    }
    best = most + 1;
    choose(0, ways, List.copyOf(starts.values()));
    return best;
  }

  private Way first(int[] arc, int start) {
    List<Integer> places = new ArrayList<>();
    List<Integer> arcs = new ArrayList<>();
    for (int v = start; v != links.root(); v = links.head(arc[v])) {
      places.add(v);
      arcs.add(arc[v]);
    }
    return new Way(places, arcs);
  }

  private void walk(int v, List<Integer> places, List<Integer> arcs, List<Way> found) {
    if (v == links.root()) {
      found.add(new Way(List.copyOf(places), List.copyOf(arcs)));
      return;
    }
    if (places.contains(v)) {
      return;
    }
    places.add(v);
    for (int e = links.first(v); e < links.end(v); e++) {
      if (!links.isUp(links.link(e))) {
        arcs.add(e);
        walk(links.head(e), places, arcs, found);
        arcs.remove(arcs.size() - 1);
      }
    }
    places.remove(places.size() - 1);
  }

  private boolean apart(Way first, Way other) {
    Set<Integer> shared = first.links(links);
    shared.retainAll(other.links(links));
    if (!shared.isEmpty() || rule == Disjoint.LINK) {
      return shared.isEmpty();
    }
    Set<Integer> places = new HashSet<>(first.places.subList(1, first.places.size()));
    places.retainAll(other.places);
    return places.isEmpty() && !end(first).equals(end(other));
  }

  private String end(Way way) {
    int last = links.link(way.arcs.get(way.arcs.size() - 1));
    return links.isUp(last) ? "sky" : links.rootOf(last).id();
  }

  private void choose(int k, List<List<Way>> ways, List<Long> bps) {
    if (k == ways.size()) {
      best = Math.min(best, cents());
      return;
    }
    for (Way way : ways.get(k)) {
      way.arcs.forEach(e -> second.merge(links.link(e), bps.get(k), Long::sum));
      choose(k + 1, ways, bps);
      way.arcs.forEach(e -> second.merge(links.link(e), -bps.get(k), Long::sum));
    }
  }

  private long cents() {
    long cents = 0;
    for (Map.Entry<Integer, Long> each : second.entrySet()) {
      int link = each.getKey();
      if (each.getValue() > 0) {
        long load = forest.getOrDefault(link, 0L);
        cents += links.media().cents(link, load + each.getValue());
        cents -= forest.containsKey(link) ? links.media().cents(link, load) : 0;
      }
    }
    return Math.min(cents, SolverUnits.NEVER_CENTS);
  }
}
