package org.kiungo.planner.deploy.question;

import java.util.Arrays;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;

/** Options and arcs that a branch of a question does without. */
final class RuledOut {

  private final boolean[] option;
  private final boolean[] arc;

  private RuledOut(boolean[] option, boolean[] arc) {
    this.option = option;
    this.arc = arc;
  }

  /** None. */
  static final RuledOut NONE = new RuledOut(new boolean[0], new boolean[0]);

  boolean option(int o) {
    return o < option.length && option[o];
  }

  boolean arc(int e) {
    return e < arc.length && arc[e];
  }

  /** An option alone of its settlement's, or all but that one. */
  RuledOut with(AccessOptions options, int chosen, boolean isTaken) {
    boolean[] more = copy(option, options.count());
    int i = options.owner(chosen);
    for (int o = options.first(i); o < options.end(i); o++) {
      more[o] |= (o == chosen) != isTaken;
    }
    return new RuledOut(more, arc);
  }

  /** All options of a settlement. */
  RuledOut with(AccessOptions options, int settlement) {
    boolean[] more = copy(option, options.count());
    Arrays.fill(more, options.first(settlement), options.end(settlement), true);
    return new RuledOut(more, arc);
  }

  /** An arc of a place alone, or all but that one. */
  RuledOut with(CandidateLinks links, int place, int chosen, boolean isTaken) {
    boolean[] more = copy(arc, links.arcs());
    for (int e = links.first(place); e < links.end(place); e++) {
      more[e] |= (e == chosen) != isTaken;
    }
    return new RuledOut(option, more);
  }

  private static boolean[] copy(boolean[] out, int size) {
    boolean[] copy = new boolean[size];
    System.arraycopy(out, 0, copy, 0, out.length);
    return copy;
  }
}
