package org.kiungo.planner.verify.bound;

import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.Spans;

/** The sentence in which a certificate says what its bound ranges over, as the proof has it. */
final class CandidateGraph {

  /** Settlements beyond which a question is looked at coarsely. */
  private static final int LARGE_UP_TO = 250_000;

  private CandidateGraph() {}

  /**
   * How many candidates each place has.
   *
   * @param neighbours nearest places that it may be linked with
   * @param nearest settlements where a site that serves it may stand, beside its own
   * @param populous likewise those in reach with most people who lack service
   * @param towers likewise the nearest towers
   */
  record Counts(int neighbours, int nearest, int populous, int towers) {
    static Counts of(Facts facts) {
      boolean coarse = facts.settlements().size() > LARGE_UP_TO;
      return coarse ? new Counts(5, 1, 1, 1) : new Counts(8, 5, 6, 3);
    }
  }

  static String named(ProofGraph graph, Facts facts, Spans spans) {
    Counts counts = Counts.of(facts);
    return "places="
        + (graph.standing + facts.roads().places().size())
        + " links="
        + graph.links
        + (facts.roads().roads().isEmpty() ? " (Delaunay, " : " (Delaunay, along roads, ")
        + counts.neighbours
        + " nearest, nearest root"
        + (spans.upward().isEmpty() ? "" : ", satellites")
        + ") sites="
        + graph.siteTotal
        + " options="
        + graph.optionBps.length
        + " (per settlement and site technology: itself, "
        + counts.nearest
        + " nearest, "
        + counts.populous
        + " most populous, "
        + counts.towers
        + " towers in reach)";
  }
}
