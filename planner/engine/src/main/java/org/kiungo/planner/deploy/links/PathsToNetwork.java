package org.kiungo.planner.deploy.links;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.kiungo.planner.network.VertexQueue;

/**
 * Cheapest ways from every place to the network that is already paid for (Dijkstra over arcs turned
 * round, from the network outward), kept up to date while more places join it. Ties are broken by
 * place, so the forest is the same on every run.
 */
public final class PathsToNetwork {

  private final CandidateLinks links;
  private final VertexQueue queue;
  private final long[] cents;
  private final int[] arc;
  private final boolean[] joined;

  /** Cost of each arc as it is priced here. */
  private final long[] unloadedCents;

  /**
   * Before anything is built; links on the ground are priced without load, those up to satellites,
   * which are paid by what they carry, at a load.
   *
   * @param upwardBps by place
   */
  public PathsToNetwork(CandidateLinks links, long[] upwardBps) {
    this.links = links;
    int places = links.root();
    queue = new VertexQueue(places);
    cents = new long[places];
    arc = new int[places];
    joined = new boolean[places];
    unloadedCents = new long[links.arcs()];
    Arrays.fill(cents, Long.MAX_VALUE);
    Arrays.fill(arc, -1);
    for (int v = 0; v < places; v++) {
      for (int e = links.first(v); e < links.end(v); e++) {
        long bps = links.isUp(links.link(e)) ? upwardBps[v] : 0;
        unloadedCents[e] = links.media().cents(links.link(e), bps);
        if (links.head(e) == links.root()) {
          offer(v, unloadedCents[e], e);
        }
      }
    }
    settle(Listener.NONE);
  }

  private PathsToNetwork(PathsToNetwork other) {
    links = other.links;
    queue = new VertexQueue(other.cents.length);
    cents = other.cents.clone();
    arc = other.arc.clone();
    joined = other.joined.clone();
    unloadedCents = other.unloadedCents;
  }

  /** The same ways, to go on from. */
  public PathsToNetwork copy() {
    return new PathsToNetwork(this);
  }

  private void offer(int v, long newCents, int newArc) {
    if (newCents < cents[v]) {
      cents[v] = newCents;
      arc[v] = newArc;
      queue.offer(v, newCents);
    }
  }

  /** What the network asks to come to a place, cents; a huge sum where it cannot be reached. */
  public long cents(int place) {
    return cents[place];
  }

  /** The first arc on the way of a place; −1 = it cannot be reached. */
  public int arc(int place) {
    return arc[place];
  }

  /** The first arc of every place, as {@link #arc}. */
  public int[] arcs() {
    return arc.clone();
  }

  /** A forest that takes over the ways of the places that join. */
  @FunctionalInterface
  public interface Forest {
    /** Lets a place reach the network over an arc. */
    void reparent(int place, int arc);
  }

  /** Told which places came closer to the network. */
  @FunctionalInterface
  public interface Listener {

    /** Tells nobody. */
    Listener NONE = place -> {};

    void closer(int place);
  }

  private void settle(Listener listener) {
    while (!queue.isEmpty()) {
      int u = queue.poll();
      listener.closer(u);
      for (int e = links.first(u); e < links.end(u); e++) {
        int v = links.head(e);
        if (v != links.root() && !joined[v]) {
          long through = cents[u] + unloadedCents[e];
          if (through < cents[v]) {
            offer(v, through, reverse(u, e));
          }
        }
      }
    }
  }

  /** The arc from the head of e back to its tail u. */
  private int reverse(int u, int e) {
    int v = links.head(e);
    int back = links.first(v);
    while (links.head(back) != u) {
      back++;
    }
    return back;
  }

  /** Takes over the places that are used already. */
  public void joinUsed(IntPredicate isUsed) {
    for (int v = 0; v < cents.length; v++) {
      if (isUsed.test(v)) {
        cents[v] = 0;
        joined[v] = true;
        queue.offer(v, 0);
      }
    }
    settle(Listener.NONE);
  }

  /**
   * Takes over the way that a place has in a forest.
   *
   * @param parent the next place on a way, {@link CandidateLinks#root()} at its end
   */
  public void joinWay(int place, IntUnaryOperator parent, Listener listener) {
    for (int v = place; v != links.root(); v = parent.applyAsInt(v)) {
      if (!joined[v]) {
        cents[v] = 0;
        joined[v] = true;
        queue.offer(v, 0);
      }
    }
    settle(listener);
  }

  /** Joins a place and everything on its way to the network, in a forest too. */
  public void join(Forest forest, int place, Listener listener) {
    int length = 0;
    for (int v = place; v != links.root() && !joined[v]; v = links.head(arc[v])) {
      length++;
    }
    int[] way = new int[length];
    int at = 0;
    for (int v = place; v != links.root() && !joined[v]; v = links.head(arc[v])) {
      way[at++] = v;
    }
    for (int k = length - 1; k >= 0; k--) {
      forest.reparent(way[k], arc[way[k]]);
      cents[way[k]] = 0;
      joined[way[k]] = true;
      queue.offer(way[k], 0);
    }
    settle(listener);
  }
}
