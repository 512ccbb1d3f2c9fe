package org.kiungo.planner.deploy.protect;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.deploy.settings.SolverUnits;

/**
 * Gives every hub of a draft a second way: the cheapest beside its first one, hub after hub, the
 * largest first; then each again beside what the others need, as long as that saves money; and
 * where both ways of a hub together are cheaper over another first way, that one. A hub that has no
 * second way is served by a terminal, or not.
 */
public final class Protection {

  private static final int ROUNDS = 4;

  private final Hubs hubs;
  private final CandidateLinks links;
  private final ApartPaths paths;

  public Protection(Hubs hubs) {
    this.hubs = hubs;
    links = hubs.question().links();
    paths = new ApartPaths(hubs);
  }

  /**
   * A draft with second ways.
   *
   * @param decided what is built beside them; may be changed
   */
  public Protected of(Draft decided) {
    return of(decided, new SecondWays(links));
  }

  /** The same, going on from second ways of a draft of which this one is an extension. */
  Protected of(Draft draft, SecondWays known) {
    SecondWays ways = known.copy();
    keepOnly(draft, ways);
    for (Hubs.Start each : bySize(draft)) {
      if (!ways.ways().containsKey(each.place()) && !protect(draft, ways, each)) {
        giveUp(draft, ways, each);
      }
    }
    keepOnly(draft, ways);
    improve(draft, ways);
    return new Protected(draft, ways);
  }

  private List<Hubs.Start> bySize(Draft draft) {
    return hubs.starts(draft).values().stream()
        .sorted(Comparator.comparingLong((Hubs.Start each) -> -each.bps()))
        .toList();
  }

  /** Forgets ways that are not apart from their first, or of hubs that need none any more. */
  private void keepOnly(Draft draft, SecondWays ways) {
    SortedMap<Integer, Hubs.Start> starts = hubs.starts(draft);
    for (int start : ways.ways().keySet().stream().mapToInt(Integer::intValue).toArray()) {
      Hubs.Start needed = starts.get(start);
      int[] arcs = ways.ways().get(start);
      if (needed == null || !isApart(draft, start, arcs)) {
        ways.remove(start);
      } else {
        ways.put(needed, arcs);
      }
    }
  }

  private boolean isApart(Draft draft, int start, int[] arcs) {
    Apart apart = new Apart(hubs, start, paths.first(draft, start));
    String country = hubs.ends().country(start);
    int v = start;
    for (int arc : arcs) {
      if (!apart.allows(v, arc, country)) {
        return false;
      }
      String next = hubs.ends().country(v, arc);
      country = next.isEmpty() ? country : next;
      v = links.head(arc);
    }
    return true;
  }

  private boolean protect(Draft draft, SecondWays ways, Hubs.Start start) {
    int[] first = paths.first(draft, start.place());
    int[] second = paths.second(draft, ways, start.place(), start.bps(), first);
    if (second.length > 0) {
      ways.put(start, second);
      return true;
    }
    return turn(draft, ways, start);
  }

  /**
   * Looks for another first way that leaves room for a second one, and lets the draft take it.
   *
   * @return false where none was found; the draft is then as it was
   */
  private boolean turn(Draft draft, SecondWays ways, Hubs.Start start) {
    int place = start.place();
    int[] old = paths.first(draft, place);
    int[] second = paths.loose(draft, ways, place, start.bps(), old);
    if (second.length == 0) {
      return false;
    }
    int[] first = paths.second(draft, ways, place, start.bps(), second);
    if (first.length == 0) {
      return false;
    }
    follow(draft, place, first);
    keepOnly(draft, ways);
    if (!isApart(draft, place, second)) {
      follow(draft, place, old);
      return false;
    }
    ways.put(start, second);
    return true;
  }

  /** Lets a place and those on its way go to the network over the arcs given. */
  private void follow(Draft draft, int start, int[] arcs) {
    int[] at = new int[arcs.length];
    int v = start;
    for (int k = 0; k < arcs.length; k++) {
      at[k] = v;
      v = links.head(arcs[k]);
    }
    for (int k = arcs.length - 1; k >= 0; k--) {
      draft.reparent(at[k], arcs[k]);
    }
  }

  /** Serves hubs otherwise that cannot have two ways. */
  private void giveUp(Draft draft, SecondWays ways, Hubs.Start start) {
    AccessOptions options = hubs.question().options();
    for (int hub : start.hubs()) {
      draft.choose(hub, -1);
      int best = -1;
      for (int o = options.first(hub); o < options.end(hub); o++) {
        boolean terminal = options.site(o) < 0 && draft.hasRoomInBeam(o);
        best = terminal && (best < 0 || options.value(o) > options.value(best)) ? o : best;
      }
      if (best >= 0) {
        draft.choose(hub, best);
      }
    }
    ways.remove(start.place());
  }

  /** Each start anew beside what the others reserve, while that saves money. */
  private void improve(Draft draft, SecondWays ways) {
    boolean saved = true;
    for (int round = 0; round < ROUNDS && saved; round++) {
      saved = false;
      for (Hubs.Start each : hubs.starts(draft).values()) {
        int[] old = ways.ways().get(each.place());
        if (old == null) {
          continue;
        }
        long before = ways.cents(draft);
        ways.remove(each.place());
        int[] first = paths.first(draft, each.place());
        ways.put(each, paths.second(draft, ways, each.place(), each.bps(), first));
        if (ways.cents(draft) < before) {
          saved = true;
        } else {
          ways.put(each, old);
        }
      }
    }
  }

  /**
   * What second ways cost each hub: its share of those it has, and of one that it has not what the
   * cheapest would add; more than any budget where there is none.
   *
   * @param old what is known of hubs whose first way cannot be told
   */
  public long[] charges(Protected found, long[] old) {
    Draft draft = found.draft();
    long[] cents = old.clone();
    SortedMap<Integer, Long> shares = found.ways().shares(draft);
    SortedMap<Integer, Hubs.Start> starts = hubs.starts(draft);
    for (int hub : hubs.settlements()) {
      Optional<Hubs.Start> at =
          starts.values().stream().filter(each -> each.hubs().contains(hub)).findFirst();
      if (at.isPresent()) {
        cents[hub] = shares.get(at.get().place()) / at.get().hubs().size();
      } else if (draft.arc(hub) >= 0) {
        cents[hub] = alone(draft, found.ways(), hub);
      }
    }
    return cents;
  }

  /** What a second way of a hub would add that is not served over one. */
  private long alone(Draft draft, SecondWays ways, int hub) {
    AccessOptions options = hubs.question().options();
    long bps = 0;
    for (int o = options.first(hub); o < options.end(hub); o++) {
      bps = options.site(o) >= 0 ? Math.max(bps, options.demandBps(o)) : bps;
    }
    int[] first = paths.first(draft, hub);
    int[] arcs = paths.second(draft, ways, hub, bps, first);
    if (arcs.length == 0) {
      Draft tried = draft.copy();
      SecondWays turned = ways.copy();
      boolean turns = turn(tried, turned, new Hubs.Start(hub, List.of(hub), bps));
      return turns ? turned.cents(tried) - ways.cents(draft) : SolverUnits.UNLIMITED_CENTS / 1_000;
    }
    SecondWays with = ways.copy();
    with.put(new Hubs.Start(hub, List.of(hub), bps), arcs);
    return Math.max(0, with.cents(draft) - ways.cents(draft));
  }

  Question question() {
    return hubs.question();
  }
}
