package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.verify.formula.Coverage;

/**
 * What a branch of a proof charges for sites by settlement: a share each, of which no set of
 * settlements pays more than the units cost that the set takes. Whoever has no share takes units as
 * well, which makes nothing cheaper, so the sets of those with shares are all that need a look.
 */
final class ProofShares {

  /** More settlements with shares at one site are refused: every set of them is looked at. */
  private static final int MOST = 16;

  private final ProofGraph graph;
  private final ProofPrices prices;

  /** Options with shares, by vertex of their site; the amounts beside. */
  private final Map<Integer, List<Integer>> options = new HashMap<>();

  private final Map<Integer, List<Long>> amounts = new HashMap<>();

  /**
   * @throws IllegalStateException when a share is at no site that several options use, given twice,
   *     or when a set of settlements pays too much
   */
  ProofShares(ProofGraph graph, ProofReader proof, ProofPrices prices) throws IOException {
    this.graph = graph;
    this.prices = prices;
    int count = proof.number(graph.optionBps.length);
    int o = 0;
    for (int k = 0; k < count; k++) {
      o += proof.number(graph.optionBps.length - 1L - o);
      long share = proof.number();
      if (share <= 0 || share >= ProofCharges.NEVER || !graph.isAtSharedSite(o)) {
        throw new IllegalStateException("a share of a site that is not shared");
      }
      add(o, share);
    }
    options.keySet().forEach(this::check);
  }

  private void add(int option, long share) {
    List<Integer> sharing =
        options.computeIfAbsent(graph.optionTail[option], v -> new ArrayList<>());
    int owner = graph.owner(option);
    if (sharing.size() == MOST || sharing.stream().anyMatch(o -> graph.owner(o) == owner)) {
      throw new IllegalStateException("too many shares of one site");
    }
    sharing.add(option);
    amounts.computeIfAbsent(graph.optionTail[option], v -> new ArrayList<>()).add(share);
  }

  private void check(int site) {
    List<Integer> sharing = options.get(site);
    double price = prices.ofPlace(graph.place(sharing.get(0)));
    long[] taken = new long[1 << sharing.size()];
    long[] paid = new long[taken.length];
    for (int set = 1; set < taken.length; set++) {
      int k = Integer.numberOfTrailingZeros(set);
      taken[set] = taken[set & set - 1] + graph.optionTaken[sharing.get(k)];
      paid[set] = paid[set & set - 1] + amounts.get(site).get(k);
      double cents = graph.siteCents(sharing.get(k), Coverage.units(taken[set]));
      if (paid[set] > Math.floor(price * cents)) {
        throw new IllegalStateException("shares of a site are more than its units cost");
      }
    }
  }

  /** True where a site is charged by shares alone. */
  boolean isShared(int vertex) {
    return options.containsKey(vertex);
  }

  /** What a settlement pays for the site of an option; 0 without a share. */
  long of(int option) {
    int owner = graph.owner(option);
    List<Integer> sharing = options.get(graph.optionTail[option]);
    for (int k = 0; k < sharing.size(); k++) {
      if (graph.owner(sharing.get(k)) == owner) {
        return amounts.get(graph.optionTail[option]).get(k);
      }
    }
    return 0;
  }
}
