package org.kiungo.web.doubt;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.doubt.Regrets;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;

/** What to choose, and what to sign now, where figures may be wrong. */
public final class DoubtSentences {

  private DoubtSentences() {}

  /** The plan of each objective, one a line. */
  public static List<String> choices(Doubt.Choices choices, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(
        words.text(
            "cli.doubt.choices",
            choices.judgedOn(),
            choices.meanBound(),
            choices.worstTenthBound()));
    for (Doubt.Choice each : choices.picked()) {
      String line =
          words.text(
              "cli.doubt.choice",
              words.text("doubt.objective." + each.objective()),
              plan(each.id(), words),
              each.value().mean(),
              each.worstTenth(),
              each.regret().mean(),
              each.regret().halfWidth95(),
              each.regret().worst());
      lines.add(each.id().equals(Doubt.PLAN) ? line : line + " " + over(each, words));
    }
    return lines;
  }

  private static String over(Doubt.Choice choice, Words words) {
    double more = choice.overPlan().mean();
    String key = choice.differs() ? more > 0 ? "more" : "fewer" : "alike";
    return words.text(
        "cli.doubt.over-" + key,
        choice.differs() ? Math.abs(more) : more,
        choice.overPlan().halfWidth95());
  }

  private static String plan(String id, Words words) {
    return switch (id) {
      case Doubt.PLAN -> words.text("cli.doubt.of-plan");
      case Doubt.SURE -> words.text("cli.doubt.of-sure");
      default -> words.text("cli.doubt.of-future", id);
    };
  }

  /**
   * What to sign with a first part of the budget, and what that loses beside the plan signed at
   * once: against the same plan that may choose what is left of its money later, and then where
   * nothing may be chosen any more.
   *
   * @param futures those with all layers, in their order
   */
  public static List<String> firstPhase(
      Doubt.FirstPhase first, List<FutureRow> futures, Words words) {
    Doubt.Turn turn = first.turn();
    boolean turns = !turn.layer().isEmpty();
    Doubt.Regret later = Regrets.judged(futures, FutureRow::refilled);
    return List.of(
        words.text(
            "cli.doubt.first-now",
            first.usd(),
            first.places(),
            first.costUsd(),
            plan(first.id(), words),
            first.people(),
            first.sureInPlans(),
            first.wholeIn(),
            futures.size()),
        words.text(
            "cli.doubt.first-later",
            first.judgedOn(),
            first.regret().mean(),
            first.regret().halfWidth95(),
            GapWords.percent(first.regret().ofBoundRatio(), words),
            first.regret().worst(),
            later.mean(),
            later.halfWidth95(),
            GapWords.percent(later.ofBoundRatio(), words),
            later.worst()),
        words.text(
            "cli.doubt.first-once",
            first.oneShot().mean(),
            first.oneShot().halfWidth95(),
            GapWords.percent(first.oneShot().ofBoundRatio(), words),
            first.oneShot().worst()),
        words.text(
            turns ? "cli.doubt.first-turn" : "cli.doubt.first-turn-none",
            turns ? words.text("doubt.layer." + turn.layer()) : "",
            turn.rightRatio(),
            turn.plainRatio(),
            turn.places()));
  }
}
