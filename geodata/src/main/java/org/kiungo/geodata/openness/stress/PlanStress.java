package org.kiungo.geodata.openness.stress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.Openness.WaysAbroad;
import org.kiungo.geodata.openness.stress.PlanNetwork.Root;
import org.kiungo.geodata.openness.stress.PlanStressAnswer.Addition;
import org.kiungo.geodata.openness.stress.PlanStressAnswer.Lost;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;

/** Cuts cables, landings, borders, network nodes or links, and looks at a plan's places. */
public final class PlanStress {

  /** Today's networks, as far as a plan hangs on them. */
  interface Today {

    boolean canCut(String name);

    WaysAbroad waysAbroad(List<String> cuts, boolean borders);
  }

  private final Today openness;

  public PlanStress(Openness openness) {
    this(
        new Today() {
          @Override
          public boolean canCut(String name) {
            return openness.canCut(name);
          }

          @Override
          public WaysAbroad waysAbroad(List<String> cuts, boolean borders) {
            return openness.waysAbroad(cuts, borders);
          }
        });
  }

  PlanStress(Today openness) {
    this.openness = openness;
  }

  /**
   * What cuts do to a plan.
   *
   * @param countries of the plan; nodes that name no country lie in the first
   * @param cuts names of cables, landings and borders of today's networks, as {@link
   *     Openness#stress} takes them; names or ids of nodes and ids of links of the plan
   * @param shareRatio share of the people cut off whom additions are to bring back, 0–1
   * @throws InputRefused {@code stress.plan-unknown} for a name that nothing has, {@code
   *     field.range}
   */
  public PlanStressAnswer run(
      PlanningProblem problem,
      Plan plan,
      List<String> countries,
      List<String> cuts,
      double shareRatio) {
    if (!(shareRatio >= 0 && shareRatio <= 1)) {
      throw new InputRefused(
          "field.range", "field", "share", "value", shareRatio, "low", 0, "high", 1);
    }
    PlanNetwork network = new PlanNetwork(problem, plan, countries.get(0));
    List<String> today = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (String each : whole(cuts, network)) {
      List<String> nodes = network.nodesNamed(each);
      own.addAll(nodes);
      if (network.hasLink(each)) {
        own.add(each);
      } else if (openness.canCut(each)) {
        today.add(each);
      } else if (nodes.isEmpty()) {
        throw new InputRefused(
            "stress.plan-unknown",
            "cut",
            each,
            "nodes",
            String.join(
                ", ",
                network.roots.keySet().stream()
                    .map(network::name)
                    .sorted()
                    .distinct()
                    .limit(12)
                    .toList()));
      }
    }
    Nodes ways = new Nodes(today);
    Cut cut = new Cut(network, ways, own);
    double withBorders = new Cut(network, ways.overBorders(), own).people(cut.lost);
    Additions additions = new Additions(cut.parts(), cut.aliveNodesAndPlaces(problem, countries));
    double wanted = shareRatio * cut.people(cut.lost);
    additions.build(wanted);
    List<Addition> built = additions.built(network);
    double restored = additions.peopleRestored();
    return new PlanStressAnswer(
        cuts,
        cut.people(network.served),
        cut.people(cut.lost),
        Math.min(withBorders, cut.people(cut.lost)),
        cut.byAnother,
        cut.people(cut.unknown),
        cut.lostNodes(),
        cut.lostPlaces(),
        shareRatio,
        built,
        restored,
        additions.usd(),
        built.isEmpty() ? Double.NaN : additions.boundUsd(Math.min(wanted, restored)));
  }

  /** Ids of taps hold a comma, at which lists of cuts are parted. */
  private static List<String> whole(List<String> cuts, PlanNetwork network) {
    List<String> whole = new ArrayList<>();
    for (int k = 0; k < cuts.size(); k++) {
      String two = k + 1 < cuts.size() ? cuts.get(k) + "," + cuts.get(k + 1) : "";
      boolean parted = network.roots.containsKey(two) || network.hasLink(two);
      whole.add(parted ? two : cuts.get(k));
      k += parted ? 1 : 0;
    }
    return whole;
  }

  /** Which nodes have a way abroad, before and after. */
  private final class Nodes {
    private final WaysAbroad before;
    private final WaysAbroad after;
    private final WaysAbroad borderBefore;
    private final WaysAbroad borderAfter;

    Nodes(List<String> cuts) {
      this(
          openness.waysAbroad(List.of(), false),
          openness.waysAbroad(cuts, false),
          openness.waysAbroad(List.of(), true),
          openness.waysAbroad(cuts, true));
    }

    private Nodes(
        WaysAbroad before, WaysAbroad after, WaysAbroad borderBefore, WaysAbroad borderAfter) {
      this.before = before;
      this.after = after;
      this.borderBefore = borderBefore;
      this.borderAfter = borderAfter;
    }

    Nodes overBorders() {
      return new Nodes(borderBefore, borderAfter, borderBefore, borderAfter);
    }

    boolean had(Root root) {
      return before.reach(root.country(), root.at())
          || borderBefore.reach(root.country(), root.at());
    }

    /**
     * By sea where it had a way by sea, else over borders. What has no known way keeps what it has.
     */
    boolean keeps(Root root) {
      return !had(root) || knownToKeep(root);
    }

    boolean knownToKeep(Root root) {
      return before.reach(root.country(), root.at())
          ? after.reach(root.country(), root.at())
          : borderAfter.reach(root.country(), root.at());
    }
  }

  /** A plan before and after a cut. */
  private static final class Cut {
    private final PlanNetwork network;
    private final Nodes ways;
    private final Set<String> own;
    private final Set<String> alive;
    final Map<String, Map<String, Double>> lost = new LinkedHashMap<>();
    final Map<String, Map<String, Double>> unknown = new LinkedHashMap<>();
    double byAnother;

    Cut(PlanNetwork network, Nodes ways, Set<String> own) {
      this.network = network;
      this.ways = ways;
      this.own = own;
      network.join(Set.of());
      Map<String, Boolean> onLostNode = new HashMap<>();
      Set<String> shaken = network.alive(this::isLost, Set.of());
      network
          .at
          .keySet()
          .forEach(each -> onLostNode.put(each, shaken.contains(network.root(each))));
      network.join(own);
      alive = network.alive(ways::keeps, own);
      Set<String> known = network.alive(ways::knownToKeep, own);
      network.served.forEach(
          (settlement, places) ->
              places.forEach(
                  (place, people) -> {
                    if (place.isEmpty()) {
                      return;
                    }
                    String root = network.root(place);
                    if (!alive.contains(root)) {
                      add(lost, settlement, place, people);
                    } else if (!known.contains(root)) {
                      add(unknown, settlement, place, people);
                    } else if (onLostNode.get(place)) {
                      byAnother += people;
                    }
                  }));
    }

    private boolean isLost(Root root) {
      return own.contains(root.id()) || !ways.keeps(root);
    }

    private static void add(
        Map<String, Map<String, Double>> to, String settlement, String place, double people) {
      to.computeIfAbsent(settlement, k -> new LinkedHashMap<>()).merge(place, people, Double::sum);
    }

    double people(Map<String, Map<String, Double>> of) {
      return of.values().stream()
          .flatMap(each -> each.values().stream())
          .mapToDouble(each -> each)
          .sum();
    }

    List<Additions.Part> parts() {
      Map<String, Additions.Part> parts = new TreeMap<>();
      lost.values()
          .forEach(
              places ->
                  places.forEach(
                      (place, people) -> {
                        Additions.Part part =
                            parts.computeIfAbsent(network.root(place), k -> new Additions.Part());
                        part.people += people;
                        part.places.put(place, network.at.get(place));
                      }));
      return List.copyOf(parts.values());
    }

    /** Nodes of the problem that keep a way, used or not, and places of the plan that do. */
    Map<String, LonLat> aliveNodesAndPlaces(PlanningProblem problem, List<String> countries) {
      Map<String, LonLat> all = new LinkedHashMap<>();
      for (NetworkNode each : problem.nodes()) {
        Root root = new Root(each.id(), country(each, countries), each.location());
        if (!own.contains(each.id()) && ways.keeps(root)) {
          all.put(each.id(), each.location());
        }
      }
      network.at.forEach(
          (place, at) -> {
            if (!own.contains(place)
                && !place.startsWith("sky:")
                && alive.contains(network.root(place))) {
              all.put(place, at);
            }
          });
      return all;
    }

    private static String country(NetworkNode node, List<String> countries) {
      return node.country().isBlank() ? countries.get(0) : node.country();
    }

    List<Lost> lostNodes() {
      Map<String, Double> people = new HashMap<>();
      network.join(Set.of());
      lost.values()
          .forEach(
              places ->
                  places.forEach((place, n) -> people.merge(network.root(place), n, Double::sum)));
      List<Lost> all = new ArrayList<>();
      for (Root each : network.roots.values()) {
        if (isLost(each)) {
          double behind = people.getOrDefault(network.root(each.id()), 0.0);
          all.add(new Lost(each.id(), network.name(each.id()), behind));
        }
      }
      network.join(own);
      return sorted(all);
    }

    List<Lost> lostPlaces() {
      List<Lost> all = new ArrayList<>();
      lost.forEach(
          (settlement, places) ->
              all.add(
                  new Lost(
                      settlement,
                      network.name(settlement),
                      places.values().stream().mapToDouble(each -> each).sum())));
      return sorted(all);
    }

    private static List<Lost> sorted(List<Lost> all) {
      return all.stream()
          .sorted(Comparator.comparingDouble(Lost::people).reversed().thenComparing(Lost::id))
          .toList();
    }
  }
}
