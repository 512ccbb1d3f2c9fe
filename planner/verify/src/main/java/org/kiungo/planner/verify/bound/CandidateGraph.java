package org.kiungo.planner.verify.bound;

import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.Spans;

/** The sentence in which a certificate says what its bound ranges over, as the proof has it. */
final class CandidateGraph {

  /** Settlements beyond which a question is looked at coarsely. */
  private static final int LARGE_UP_TO = 250_000;

  private CandidateGraph() {}

  static String named(ProofGraph graph, Facts facts, Spans spans) {
    boolean coarse = facts.settlements().size() > LARGE_UP_TO;
    return "places="
        + (graph.standing + facts.roads().places().size())
        + " links="
        + graph.links
        + (facts.roads().roads().isEmpty() ? " (Delaunay, " : " (Delaunay, along roads, ")
        + (coarse ? 5 : 8)
        + " nearest, nearest root"
        + (spans.upward().isEmpty() ? "" : ", satellites")
        + ") sites="
        + graph.siteTotal
        + " options="
        + graph.optionBps.length
        + " (per settlement and site technology: itself, "
        + (coarse ? "1 nearest, 1 most populous, 1" : "5 nearest, 6 most populous, 3")
        + " towers in reach)";
  }
}
