package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.List;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.formula.LinkPrice;
import org.kiungo.planner.verify.formula.SkyLinks;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.Spans;

/**
 * The candidate links of a proof: between places, to the network, and up to satellites. Seen from a
 * place, what lies at the other end has a number: 0 = satellites, 1 … {@link #MOST_ROOTS} = its
 * roots in their order, then 1 + {@link #MOST_ROOTS} + place.
 *
 * @param names of all places; takes those of the links
 * @param standing number of places where something stands or may
 */
record ProofLinks(Facts facts, ProofNames names, int standing) {

  /** Of one place: at home and abroad. */
  static final int MOST_ROOTS = 2;

  /** Reads them as arcs; their number. */
  int read(ProofReader proof, ProofArcs arcs, LinkChecks ends) throws IOException {
    int count = 0;
    Spans spans = new Spans(facts);
    List<LinkPrice> upward = spans.upward().stream().map(LinkPrice::up).toList();
    for (int v = 0; v < names.places(); v++) {
      int later = proof.number(names.places());
      int u = v;
      for (int k = 0; k < later; k++) {
        u += proof.number(names.places() - 1 - u);
        double km = facts.roads().km(names.id(v), names.at(v), names.id(u), names.at(u));
        List<LinkPrice> spanning = spans.spanning(names.id(v), names.id(u), km);
        arcs.addLink(1 + u, 1 + v, 1 + MOST_ROOTS + u, km, spanning);
        arcs.addLink(1 + v, 1 + u, 1 + MOST_ROOTS + v, km, spanning);
        names.link(names.id(v), names.id(u));
        names.link(names.id(u), names.id(v));
        count++;
      }
      int roots = proof.number(MOST_ROOTS);
      for (int k = 0; k < roots; k++) {
        String root = proof.text(proof.number(1 << 16));
        LonLat at = ends.root(root);
        if (at == null) {
          throw new IllegalStateException(root + " is no network node or tap");
        }
        double km = names.at(v).distanceKm(at);
        arcs.addLink(0, 1 + v, 1 + k, km, spans.spanning(names.id(v), root, km));
        names.root(v, 1 + k, root);
        names.link(names.id(v), root);
        count++;
      }
      if (v < standing && !upward.isEmpty()) {
        arcs.addLink(0, 1 + v, 0, 0, upward);
        for (LinkPrice up : upward) {
          names.link(names.id(v), SkyLinks.end(up.medium()));
        }
        count++;
      }
    }
    return count;
  }
}
