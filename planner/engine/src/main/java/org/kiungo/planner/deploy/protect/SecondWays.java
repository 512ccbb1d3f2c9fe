package org.kiungo.planner.deploy.protect;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.links.LinkMedia;

/**
 * Second ways beside the forest of a draft, and what they reserve. A link that several ways use, or
 * the forest too, carries all of it and is paid once.
 */
final class SecondWays {

  private final CandidateLinks links;
  private final LinkMedia media;

  /** Arcs from each start to the network. */
  private final SortedMap<Integer, int[]> ways = new TreeMap<>();

  private final SortedMap<Integer, Hubs.Start> starts = new TreeMap<>();

  /** By link. */
  private final SortedMap<Integer, Long> reservedBps = new TreeMap<>();

  SecondWays(CandidateLinks links) {
    this.links = links;
    media = links.media();
  }

  SecondWays copy() {
    SecondWays copy = new SecondWays(links);
    copy.ways.putAll(ways);
    copy.starts.putAll(starts);
    copy.reservedBps.putAll(reservedBps);
    return copy;
  }

  /** Arcs of each way, by the place where it starts. */
  SortedMap<Integer, int[]> ways() {
    return ways;
  }

  long demandBps(int start) {
    return starts.get(start).bps();
  }

  List<Integer> hubs(int start) {
    return starts.get(start).hubs();
  }

  long reservedBps(int link) {
    return reservedBps.getOrDefault(link, 0L);
  }

  void put(Hubs.Start start, int[] arcs) {
    remove(start.place());
    ways.put(start.place(), arcs);
    starts.put(start.place(), start);
    for (int arc : arcs) {
      reservedBps.merge(links.link(arc), start.bps(), Long::sum);
    }
  }

  void remove(int start) {
    int[] arcs = ways.remove(start);
    if (arcs != null) {
      long bps = starts.remove(start).bps();
      for (int arc : arcs) {
        reservedBps.computeIfPresent(
            links.link(arc), (link, all) -> all == bps ? null : (Long) (all - bps));
      }
    }
  }

  /** Load of the forest on the link of an arc from a place; −1 where the forest does not use it. */
  long forestBps(Draft draft, int place, int arc) {
    int link = links.link(arc);
    if (draft.isUsed(place) && links.link(draft.arc(place)) == link) {
      return draft.loadBps(place);
    }
    int other = links.head(arc);
    boolean used =
        other != links.root() && draft.isUsed(other) && links.link(draft.arc(other)) == link;
    return used ? draft.loadBps(other) : -1;
  }

  /** What it costs to send so much more over an arc from a place. */
  long furtherCents(Draft draft, int place, int arc, long bps) {
    int link = links.link(arc);
    long forest = forestBps(draft, place, arc);
    long now = Math.max(0, forest) + reservedBps(link);
    boolean paid = forest >= 0 || reservedBps.containsKey(link);
    return media.cents(link, now + bps) - (paid ? media.cents(link, now) : 0);
  }

  /** What a link costs beyond what the forest pays for it. */
  long linkCents(Draft draft, int place, int arc) {
    int link = links.link(arc);
    long forest = forestBps(draft, place, arc);
    long all = media.cents(link, Math.max(0, forest) + reservedBps(link));
    return forest < 0 ? all : all - media.cents(link, forest);
  }

  /** What all ways cost beyond the forest: links, further systems, and nodes where they end. */
  long cents(Draft draft) {
    SortedMap<Integer, Long> byLink = new TreeMap<>();
    long[] sold = new long[links.nodes().count()];
    ways.forEach(
        (start, arcs) -> {
          int v = start;
          for (int arc : arcs) {
            int place = v;
            byLink.computeIfAbsent(links.link(arc), link -> linkCents(draft, place, arc));
            int node = links.nodeAt(v, arc);
            if (node >= 0) {
              sold[node] += demandBps(start);
            }
            v = links.head(arc);
          }
        });
    long cents = byLink.values().stream().mapToLong(Long::longValue).sum();
    return cents + (sold.length == 0 ? 0 : nodeCents(draft, sold));
  }

  private long nodeCents(Draft draft, long[] sold) {
    long[] all = sold.clone();
    for (int v = 0; v < draft.places(); v++) {
      int node = draft.isUsed(v) ? links.nodeAt(v, draft.arc(v)) : -1;
      if (node >= 0) {
        all[node] += draft.loadBps(v);
      }
    }
    long cents = -draft.nodeCents();
    for (int node = 0; node < all.length; node++) {
      cents += links.nodes().cents(node, all[node]);
    }
    return cents;
  }

  /** The share of each start in what the ways cost: of every link in equal parts. */
  SortedMap<Integer, Long> shares(Draft draft) {
    SortedMap<Integer, Integer> users = new TreeMap<>();
    ways.values().forEach(arcs -> count(users, arcs));
    SortedMap<Integer, Long> shares = new TreeMap<>();
    ways.forEach(
        (start, arcs) -> {
          long cents = 0;
          int v = start;
          for (int arc : arcs) {
            cents += linkCents(draft, v, arc) / users.get(links.link(arc));
            v = links.head(arc);
          }
          shares.put(start, cents);
        });
    return shares;
  }

  private void count(SortedMap<Integer, Integer> users, int[] arcs) {
    for (int arc : arcs) {
      users.merge(links.link(arc), 1, Integer::sum);
    }
  }
}
