package org.kiungo.planner.verify.bound;

import java.io.IOException;

/**
 * Goes through the branches of a proof. A branch is decided by one thing after the other: whether a
 * settlement is served, whether it is served by one option, whether a place leads to the network
 * over one link. Each splits the plans into those that do, then those that do not (who does not use
 * a link may be in both). So every plan belongs to some branch, and what holds in all of them holds
 * for every plan.
 */
final class ProofBranch {

  /** No search decides on so many things one after the other. */
  private static final int DEEPEST = 1_000;

  /** What may follow in place of a bound or a decision. */
  private static final int PRICED = 0;

  private static final int WORTHLESS = 1;
  private static final int FORCED = 2;
  private static final int FIRST = 3;

  /** What may be decided on. */
  private static final int SERVED = 0;

  private static final int OPTION = 1;
  private static final int KINDS = 3;

  private final ProofReader proof;
  private final Shape shape;

  /** How often a settlement is to be served, and is left out, in the branch gone through. */
  private final int[] served;

  private final int[] leftOut;

  /** How often an option or an arc is ruled out. */
  private final int[] optionOut;

  private final int[] arcOut;

  /**
   * What may be decided on.
   *
   * @param first options of settlement i: {@code first[i] … first[i + 1] − 1}
   * @param places that may lead to the network
   * @param in arcs of place v: {@code in[1 + v] … in[2 + v] − 1}
   * @param end where the link of an arc ends; empty where links are not decided on
   */
  record Shape(int[] first, int places, int[] in, int[] end) {

    static Shape of(ProofGraph graph) {
      return new Shape(graph.first, graph.names.places(), graph.in, graph.ends.end);
    }

    private int owner(int option) {
      int i = 0;
      while (first[i + 1] <= option) {
        i++;
      }
      return i;
    }
  }

  ProofBranch(ProofReader proof, Shape shape) {
    this.proof = proof;
    this.shape = shape;
    served = new int[shape.first.length - 1];
    leftOut = new int[served.length];
    optionOut = new int[shape.first[served.length]];
    arcOut = new int[shape.in[shape.in.length - 1]];
  }

  /** What is found of the branches that are decided on no further. */
  interface Ends {

    /**
     * Reads a bound at a price.
     *
     * @return null when it is valid, else what is wrong
     */
    String priced(ProofBranch branch) throws IOException;

    /**
     * Takes the branch for one of plans that are worth no more than what they may serve.
     *
     * @return as {@link #priced}
     */
    String worthless(ProofBranch branch);

    /**
     * Takes the branch for one of plans that cost no less than what their decisions force.
     *
     * @return as {@link #priced}
     */
    String forced(ProofBranch branch);
  }

  /** True when the settlement must be served in the branch gone through. */
  boolean serves(int settlement) {
    return served[settlement] > 0;
  }

  /** True when an option may not be chosen. */
  boolean isOptionOut(int option) {
    return optionOut[option] > 0;
  }

  /** True when no plan of the branch has the link of an arc that way. */
  boolean isArcOut(int arc) {
    return arcOut[arc] > 0;
  }

  /**
   * Reads all branches to the end of the proof.
   *
   * @return null when every bound is valid, else what is wrong with the first that is not
   */
  String readAll(Ends ends) throws IOException {
    String wrong = read(ends, 0);
    return wrong != null || proof.atEnd() ? wrong : "the proof goes on after its end";
  }

  private String read(Ends ends, int depth) throws IOException {
    long kind = proof.number();
    if (kind < FIRST) {
      return switch ((int) kind) {
        case PRICED -> ends.priced(this);
        case WORTHLESS -> ends.worthless(this);
        default -> ends.forced(this);
      };
    }
    if (depth == DEEPEST) {
      return "the branches decide on too many things";
    }
    long index = (kind - FIRST) / KINDS;
    return switch ((int) ((kind - FIRST) % KINDS)) {
      case SERVED -> onService(ends, depth, within(index, served.length));
      case OPTION -> onOption(ends, depth, within(index, optionOut.length));
      default -> onLink(ends, depth, within(index, shape.places));
    };
  }

  private static int within(long index, int count) {
    if (index >= count) {
      throw new IllegalStateException("a branch decides on what is not there");
    }
    return (int) index;
  }

  private String onService(Ends ends, int depth, int i) throws IOException {
    if (served[i] > 0 || leftOut[i] > 0) {
      return "the branches decide on a settlement twice";
    }
    served[i]++;
    String wrong = read(ends, depth + 1);
    served[i]--;
    if (wrong == null) {
      leftOut[i]++;
      others(i, -1, 1);
      wrong = read(ends, depth + 1);
      others(i, -1, -1);
      leftOut[i]--;
    }
    return wrong;
  }

  private String onOption(Ends ends, int depth, int o) throws IOException {
    int i = shape.owner(o);
    served[i]++;
    others(i, o, 1);
    String wrong = read(ends, depth + 1);
    others(i, o, -1);
    served[i]--;
    if (wrong == null) {
      optionOut[o]++;
      wrong = read(ends, depth + 1);
      optionOut[o]--;
    }
    return wrong;
  }

  /** Rules out all options of a settlement but one, or no longer. */
  private void others(int i, int kept, int more) {
    for (int o = shape.first[i]; o < shape.first[i + 1]; o++) {
      optionOut[o] += o == kept ? 0 : more;
    }
  }

  private String onLink(Ends ends, int depth, int v) throws IOException {
    int end = proof.number(1L + ProofLinks.MOST_ROOTS + shape.places);
    if (shape.end.length == 0) {
      return "the branches of a large graph decide on links";
    }
    links(v, end, false, 1);
    String wrong = read(ends, depth + 1);
    links(v, end, false, -1);
    if (wrong == null) {
      links(v, end, true, 1);
      wrong = read(ends, depth + 1);
      links(v, end, true, -1);
    }
    return wrong;
  }

  /** Rules out the links of a place that go to an end, or all others, or no longer. */
  private void links(int v, int end, boolean toEnd, int more) {
    for (int a = shape.in[1 + v]; a < shape.in[2 + v]; a++) {
      arcOut[a] += (shape.end[a] == end) == toEnd ? more : 0;
    }
  }
}
