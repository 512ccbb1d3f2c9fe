package org.kiungo.planner.deploy.moves;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.links.CandidateLinks;

/**
 * Heavy key paths: takes a loaded branch off the forest and brings it back over the way that costs
 * least at its own load, through unused places and then along what is built, every link priced at
 * what the added load really adds (Dijkstra with priced ends). This is where capacity steps enter
 * the choice of routes and, through the cheaper medium, of media. Exact for one branch while all
 * else stays, as far as it looks.
 */
public final class HeavyPaths {

  /** Places looked at before a search settles for the best end found. */
  private static final int LOOKED_AT = 2_000;

  /** Adds what a way costs whose beam is full: taken where there is no other. */
  private static final long NO_ROOM_CENTS = Long.MAX_VALUE / 4;

  /** No way at all: one that leads back to the branch would never come to the network. */
  private static final long NO_WAY_CENTS = Long.MAX_VALUE / 2;

  private final Journal journal;
  private final Draft draft;
  private final CandidateLinks links;
  private final long[] cents;

  /** Place before each on the way from the branch, and the arc between. */
  private final int[] previous;

  private final int[] arcFrom;
  private final int[] stamp;
  private int now;

  public HeavyPaths(Journal journal) {
    this.journal = journal;
    draft = journal.draft();
    links = draft.question().links();
    int n = draft.places();
    cents = new long[n];
    previous = new int[n];
    arcFrom = new int[n];
    stamp = new int[n];
  }

  /** Reroutes every used branch once, heaviest first; true when money was saved. */
  public boolean sweep() {
    long before = draft.costCents();
    int[] order =
        IntStream.range(0, draft.places())
            .filter(v -> draft.isUsed(v))
            .boxed()
            .sorted(
                (a, b) ->
                    draft.loadBps(a) != draft.loadBps(b)
                        ? Long.compare(draft.loadBps(b), draft.loadBps(a))
                        : Integer.compare(a, b))
            .mapToInt(v -> v)
            .toArray();
    for (int v : order) {
      if (draft.isUsed(v)) {
        reroute(v);
      }
    }
    return draft.costCents() < before;
  }

  /** Brings one used branch to the network over its cheapest way. */
  void reroute(int v) {
    long before = draft.costCents();
    long unkept = draft.unkept();
    int mark = journal.size();
    draft.detach(v);
    Deque<int[]> way = search(v, draft.loadBps(v));
    draft.attach(v);
    for (int[] step : way) {
      journal.reparent(step[0], step[1]);
    }
    if (draft.costCents() >= before || draft.unkept() > unkept) {
      journal.rollBackTo(mark);
    }
  }

  /** Brings a place to the network over the cheapest way that carries so much more. */
  public void widen(int v, long bps) {
    if (!draft.isUsed(v)) {
      approach(v, bps);
      return;
    }
    draft.detach(v);
    Deque<int[]> way = search(v, draft.loadBps(v) + bps);
    draft.attach(v);
    for (int[] step : way) {
      journal.reparent(step[0], step[1]);
    }
  }

  /** Points an unused place, and what lies between, to the network the cheapest way for a load. */
  void approach(int v, long bps) {
    for (int[] step : search(v, bps)) {
      journal.reparent(step[0], step[1]);
    }
  }

  /** Steps {place, arc} of the cheapest way, nearest to the network first; empty when none. */
  private Deque<int[]> search(int v, long bps) {
    now++;
    PriorityQueue<long[]> queue =
        new PriorityQueue<>(
            (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
    stamp[v] = now;
    cents[v] = 0;
    queue.add(new long[] {0, v});
    long best = NO_WAY_CENTS;
    int lastPlace = -1;
    int lastArc = -1;
    for (int looked = 0; !queue.isEmpty() && looked < LOOKED_AT; looked++) {
      long[] top = queue.poll();
      int x = (int) top[1];
      if (top[0] >= best) {
        break;
      }
      for (int e = links.first(x); top[0] == cents[x] && e < links.end(x); e++) {
        int u = links.head(e);
        if (!draft.hasRoomUp(x, e, bps)) {
          continue;
        }
        long through = top[0] + links.media().cents(links.link(e), bps);
        if (u == links.root() || draft.isUsed(u)) {
          long all = u == links.root() ? through : through + added(u, v, bps, best - through);
          if (all < best) {
            best = all;
            lastPlace = x;
            lastArc = e;
          }
        } else if (stamp[u] != now || through < cents[u]) {
          stamp[u] = now;
          cents[u] = through;
          previous[u] = x;
          arcFrom[u] = e;
          queue.add(new long[] {through, u});
        }
      }
    }
    Deque<int[]> way = new ArrayDeque<>();
    while (lastPlace >= 0) {
      way.addLast(new int[] {lastPlace, lastArc});
      lastArc = lastPlace == v ? -1 : arcFrom[lastPlace];
      lastPlace = lastPlace == v ? -1 : previous[lastPlace];
    }
    return way;
  }

  /**
   * What the branch's load adds along the built way from a place, as far as it is worth looking.
   *
   * @return {@link #NO_WAY_CENTS} where the way leads back to the branch
   */
  private long added(int from, int v, long bps, long worth) {
    long sum = draft.hasRoomAbove(from, bps) ? 0 : NO_ROOM_CENTS;
    int u = from;
    while (u != links.root() && sum < worth) {
      if (u == v) {
        return NO_WAY_CENTS;
      }
      int link = links.link(draft.arc(u));
      sum += links.media().cents(link, draft.loadBps(u) + bps);
      sum -= links.media().cents(link, draft.loadBps(u));
      u = links.head(draft.arc(u));
    }
    return sum;
  }
}
