package org.kiungo.web.policy;

import org.kiungo.planner.model.institution.GoalOutcome;
import org.kiungo.web.language.Words;

/** What a plan does for a goal among institutions, as a sentence. */
public final class GoalWords {

  /** Sums of shares of institutions: what is this close to a whole one is one. */
  private static final double ROUNDING = 1e-6;

  private GoalWords() {}

  /** How many of how many are connected, whether that is enough, and what one counts as. */
  public static String of(GoalOutcome goal, Words words) {
    String kind = "institution.all." + goal.kindId();
    String name = words.has(kind) ? words.text(kind) : goal.kindId();
    String by = goal.byYear() == 0 ? "" : words.text("institution.goal.by", goal.byYear() + "");
    double connected = Math.floor(goal.connected() + ROUNDING);
    double missing = Math.ceil(goal.missing() - ROUNDING);
    boolean asked = goal.shareRatio() > 0;
    String code = !asked ? "weighed" : goal.reached() ? "reached" : "missed";
    String sentence =
        words.text(
            "institution.goal." + code,
            connected,
            goal.institutions(),
            name,
            by,
            goal.shareRatio(),
            missing);
    return Double.isNaN(goal.weightPeople())
        ? sentence
        : sentence + " " + words.text("institution.goal.weight", goal.weightPeople());
  }
}
