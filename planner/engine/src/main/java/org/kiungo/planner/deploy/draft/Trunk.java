package org.kiungo.planner.deploy.draft;

import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.LinkMedia;
import org.kiungo.planner.deploy.options.SkyBeams;

/**
 * The forest of links of a draft: every reachable place has an arc towards the network, used or
 * not; an arc is paid for when a site stands at or behind it. A change costs O(depth).
 */
final class Trunk {

  private final CandidateLinks links;
  private final LinkMedia media;

  /** Arc of each place towards the network; −1 = cannot be reached. */
  private final int[] arc;

  private final long[] loadBps;

  /** Sites that stand here plus used arcs that end here. */
  private final int[] active;

  private final SkyBeams sky;
  private final BeamLoads beams;

  private long cents;

  /** What limited nodes sell, and what they cost for it. */
  private final long[] nodeBps;

  private long nodeCents;

  Trunk(CandidateLinks links, int[] arc, SkyBeams sky, BeamLoads beams) {
    this.links = links;
    this.sky = sky;
    this.beams = beams;
    this.arc = arc.clone();
    media = links.media();
    loadBps = new long[arc.length];
    active = new int[arc.length];
    nodeBps = new long[links.nodes().count()];
  }

  int places() {
    return arc.length;
  }

  /** The arc of every place. */
  int[] arcs() {
    return arc.clone();
  }

  int arc(int place) {
    return arc[place];
  }

  long loadBps(int place) {
    return loadBps[place];
  }

  boolean isUsed(int place) {
    return active[place] > 0;
  }

  /** Cost of all used arcs at their loads, and of the nodes where they end. */
  long cents() {
    return cents + nodeCents;
  }

  /** Of it, what nodes cost that sell more than their limit. */
  long nodeCents() {
    return nodeCents;
  }

  long linkCents(int place) {
    return active[place] == 0 ? 0 : media.cents(links.link(arc[place]), loadBps[place]);
  }

  int parent(int place) {
    return links.head(arc[place]);
  }

  boolean canReach(int place, int newArc) {
    int next = links.head(newArc);
    return next == links.root() || (arc[next] >= 0 && !isBehind(next, place));
  }

  boolean isBehind(int place, int nearer) {
    int at = place;
    while (at != links.root() && at != nearer) {
      at = links.head(arc[at]);
    }
    return at == nearer;
  }

  /**
   * Adds load and use from a place all the way to the network.
   *
   * @param use 1 = one more site at the place, −1 = one less
   */
  void flow(int place, long bps, int use) {
    int change = use;
    int v = place;
    while (v != links.root()) {
      count(v, -1);
      boolean wasUsed = active[v] > 0;
      loadBps[v] += bps;
      active[v] += change;
      boolean isUsed = active[v] > 0;
      count(v, 1);
      change = (isUsed ? 1 : 0) - (wasUsed ? 1 : 0);
      if (bps == 0 && change == 0) {
        return;
      }
      sell(v, bps);
      v = links.head(arc[v]);
    }
  }

  /** Adds what comes over the arc of a place to what the node sells where it ends, if it does. */
  private void sell(int place, long bps) {
    int node = links.nodeAt(place, arc[place]);
    if (node >= 0) {
      nodeCents -= links.nodes().cents(node, nodeBps[node]);
      nodeBps[node] += bps;
      nodeCents += links.nodes().cents(node, nodeBps[node]);
    }
  }

  /** Counts the arc of a place with its cost and what it loads a beam with, or no longer. */
  private void count(int place, int sign) {
    cents += sign * linkCents(place);
    int beam = active[place] == 0 ? -1 : beamAbove(place);
    if (beam >= 0) {
      beams.add(beam, sign * loadBps[place]);
    }
  }

  /** The beam that the arc of a place loads; −1 where it does not go up, or without limit. */
  private int beamAbove(int place) {
    int link = links.link(arc[place]);
    return links.isUp(link) ? sky.above(place, media.medium(link, loadBps[place])) : -1;
  }

  /** True when the beam at the end of a place's way, if there is one, carries so much more. */
  boolean hasRoomAbove(int place, long bps) {
    int v = last(place);
    return arc[v] < 0 || beams.hasRoom(beamAbove(v), bps);
  }

  boolean isFedFromSky(int place) {
    int v = last(place);
    return arc[v] >= 0 && links.isUp(links.link(arc[v]));
  }

  /** The place from which the way of a place leaves for the network, or where it ends. */
  private int last(int place) {
    int v = place;
    while (arc[v] >= 0 && links.head(arc[v]) != links.root()) {
      v = links.head(arc[v]);
    }
    return v;
  }

  /** True when the beam that an arc of a place would load, if any, carries so much more. */
  boolean hasRoomUp(int place, int newArc, long bps) {
    int link = links.link(newArc);
    return !links.isUp(link) || beams.hasRoom(sky.above(place, media.medium(link, bps)), bps);
  }

  void detach(int place) {
    count(place, -1);
    sell(place, -loadBps[place]);
    int parent = parent(place);
    if (parent != links.root()) {
      flow(parent, -loadBps[place], -1);
    }
  }

  void attach(int place) {
    count(place, 1);
    sell(place, loadBps[place]);
    int parent = parent(place);
    if (parent != links.root()) {
      flow(parent, loadBps[place], 1);
    }
  }

  void reparent(int place, int newArc) {
    if (arc[place] == newArc) {
      return;
    }
    boolean used = active[place] > 0;
    if (used) {
      detach(place);
    }
    arc[place] = newArc;
    if (used) {
      attach(place);
    }
  }
}
