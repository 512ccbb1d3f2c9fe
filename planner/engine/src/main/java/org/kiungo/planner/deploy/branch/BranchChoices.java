package org.kiungo.planner.deploy.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.prices.BoundTree;
import org.kiungo.planner.deploy.question.Question;

/**
 * What a branch may be split by: settlements worth most of which plans disagree whether they are
 * served, dear options and dear links of a plan that have others beside them; where none is left,
 * anything that is not decided on.
 */
final class BranchChoices {

  /** Of each kind. */
  private static final int TRIED = 2;

  private final Question branch;
  private final AccessOptions options;
  private final CandidateLinks links;
  private final List<Draft> plans;
  private final Draft at;
  private final List<Choice> found = new ArrayList<>();

  /** A decision and the two branches that come of it. */
  record Choice(BoundTree.Decision decision, Question yes, Question no) {}

  private BranchChoices(ExactBranch node, Draft best) {
    branch = node.question;
    options = branch.options();
    links = branch.links();
    plans = new ArrayList<>(node.drafts);
    at = plans.isEmpty() ? best : plans.get(plans.size() - 1);
    plans.add(best);
  }

  /**
   * Those worth trying; empty where all is decided.
   *
   * @param best plan known
   */
  static List<Choice> of(ExactBranch node, Draft best) {
    BranchChoices choices = new BranchChoices(node, best);
    choices.services();
    choices.options();
    choices.links();
    if (choices.found.isEmpty()) {
      choices.anyOption();
    }
    if (choices.found.isEmpty()) {
      choices.anyLink();
    }
    return choices.found;
  }

  private int left(int settlement) {
    int left = 0;
    for (int o = options.first(settlement); o < options.end(settlement); o++) {
      left += branch.isOut(o) ? 0 : 1;
    }
    return left;
  }

  private long worth(int settlement) {
    long worth = 0;
    for (int o = options.first(settlement); o < options.end(settlement); o++) {
      worth = branch.isOut(o) ? worth : Math.max(worth, options.value(o));
    }
    return worth;
  }

  private int arcs(int place) {
    int arcs = 0;
    for (int e = links.first(place); e < links.end(place); e++) {
      arcs += branch.isArcOut(e) ? 0 : 1;
    }
    return arcs;
  }

  private boolean isDoubtful(int settlement) {
    long serving = plans.stream().filter(plan -> plan.choice(settlement) >= 0).count();
    return serving > 0 && serving < plans.size();
  }

  private void services() {
    IntStream.range(0, branch.places().settlements())
        .filter(i -> !options.isDemanded(i) && worth(i) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> isDoubtful(i) ? 0 : 1)
                .thenComparingLong(i -> -worth(i)))
        .limit(TRIED)
        .forEach(
            i ->
                found.add(
                    new Choice(
                        new BoundTree.Serves(i),
                        branch.deciding(i, true),
                        branch.deciding(i, false))));
  }

  private void options() {
    IntStream.range(0, branch.places().settlements())
        .filter(i -> at.choice(i) >= 0 && !branch.isOut(at.choice(i)) && left(i) > 1)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -shareCents(i)))
        .limit(TRIED)
        .forEach(i -> take(at.choice(i)));
  }

  /** What a settlement costs the plan: itself and its share of the site. */
  private long shareCents(int settlement) {
    int site = options.site(at.choice(settlement));
    return at.ownCents(settlement) + (site < 0 ? 0 : at.siteCents(site) / at.siteUsers(site));
  }

  private void take(int option) {
    found.add(
        new Choice(
            new BoundTree.Takes(option),
            branch.taking(option, true),
            branch.taking(option, false)));
  }

  private void links() {
    IntStream.range(0, at.places())
        .filter(v -> at.isUsed(v) && !branch.isArcOut(at.arc(v)) && arcs(v) > 1)
        .boxed()
        .sorted(Comparator.comparingLong(v -> -at.linkCents(v)))
        .limit(TRIED)
        .forEach(v -> lead(v, at.arc(v)));
  }

  private void lead(int place, int arc) {
    found.add(
        new Choice(
            new BoundTree.Leads(place, arc),
            branch.leading(place, arc, true),
            branch.leading(place, arc, false)));
  }

  private void anyOption() {
    for (int o = 0; o < options.count(); o++) {
      if (!branch.isOut(o) && left(options.owner(o)) > 1) {
        take(o);
        return;
      }
    }
  }

  private void anyLink() {
    for (int v = 0; v < branch.places().count(); v++) {
      for (int e = links.first(v); e < links.end(v) && arcs(v) > 1; e++) {
        if (!branch.isArcOut(e)) {
          lead(v, e);
          return;
        }
      }
    }
  }
}
