package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.read.Facts;

/** The candidate links of a proof: between places, to the network, and up to satellites. */
final class ProofLinks {

  /** Of one place: at home and abroad. */
  private static final int MOST_ROOTS = 2;

  private final Facts facts;
  private final List<String> ids;
  private final List<LonLat> places;
  private final int standing;
  private final Set<String> linkIds = new HashSet<>();

  /**
   * @param ids of all places
   * @param standing number of those where something stands or may
   */
  ProofLinks(Facts facts, List<String> ids, List<LonLat> places, int standing) {
    this.facts = facts;
    this.ids = ids;
    this.places = places;
    this.standing = standing;
  }

  /** Reads them as arcs; their number. */
  int read(ProofReader proof, ProofArcs arcs, LinkChecks ends) throws IOException {
    int count = 0;
    List<Medium> upward = facts.upward();
    for (int v = 0; v < places.size(); v++) {
      int later = proof.number(places.size());
      int u = v;
      for (int k = 0; k < later; k++) {
        u += proof.number(places.size() - 1 - u);
        double km = facts.roads().km(ids.get(v), places.get(v), ids.get(u), places.get(u));
        List<Medium> spanning = facts.spanning(ids.get(v), ids.get(u), km);
        arcs.addLink(1 + u, 1 + v, km, spanning);
        arcs.addLink(1 + v, 1 + u, km, spanning);
        linkIds.add(ids.get(v) + ">" + ids.get(u));
        linkIds.add(ids.get(u) + ">" + ids.get(v));
        count++;
      }
      int roots = proof.number(MOST_ROOTS);
      for (int k = 0; k < roots; k++) {
        String root = proof.text(proof.number(1 << 16));
        LonLat at = ends.root(root);
        if (at == null) {
          throw new IllegalStateException(root + " is no network node or tap");
        }
        double km = places.get(v).distanceKm(at);
        arcs.addLink(0, 1 + v, km, facts.spanning(ids.get(v), root, km));
        linkIds.add(ids.get(v) + ">" + root);
        count++;
      }
      if (v < standing && !upward.isEmpty()) {
        arcs.addLink(0, 1 + v, 0, upward);
        for (Medium medium : upward) {
          linkIds.add(ids.get(v) + ">" + SkyWays.id(medium));
        }
        count++;
      }
    }
    return count;
  }

  boolean has(String fromId, String toId) {
    return linkIds.contains(fromId + ">" + toId);
  }
}
