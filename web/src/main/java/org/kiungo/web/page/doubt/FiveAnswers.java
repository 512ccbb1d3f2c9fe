package org.kiungo.web.page.doubt;

import java.util.List;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;

/** What whoever signs asks, each with an answer in a sentence where it was studied. */
final class FiveAnswers {

  private final Figures n;
  private final Words words;

  FiveAnswers(Figures figures, Words words) {
    this.n = figures;
    this.words = words;
  }

  /**
   * A question with its answer.
   *
   * @param id of both, as words have them
   * @param at id of the section that tells more
   * @param study that answers it: doubt or alternatives
   * @param text null where that was not made
   */
  record Answer(String id, String at, String study, String text) {}

  /**
   * All five, in their order.
   *
   * @param doubt null where the plan was not put in doubt
   * @param others null where no other plans were searched for
   */
  List<Answer> of(DoubtView doubt, AlternativesView others) {
    return List.of(
        new Answer(
            "sign", "now", "doubt", doubt == null ? null : n.gains().signNow(doubt.signNow())),
        new Answer("wait", "now", "doubt", doubt == null ? null : waits(doubt)),
        new Answer("fact", "worth", "doubt", doubt == null ? null : n.gains().fact(doubt.doubt())),
        new Answer("lose", "sides", "doubt", doubt == null ? null : loses(doubt)),
        new Answer("else", "others", "alternatives", others == null ? null : room(others)));
  }

  private String text(String key, Object... arguments) {
    return words.text("ui.in-doubt.five." + key, arguments);
  }

  private String waits(DoubtView doubt) {
    DoubtView.Kind depends = doubt.kinds().get(2);
    DoubtView.Kind never = doubt.kinds().get(3);
    int places = depends.planned() + never.planned();
    if (places == 0) {
      return text("wait-none");
    }
    return text(
        never.planned() == 0 ? "wait" : "wait-never",
        places,
        n.whole(places),
        n.brief(depends.people() + never.people()),
        never.planned(),
        n.whole(never.planned()));
  }

  private String loses(DoubtView doubt) {
    DoubtView.Side side = doubt.sides().get(0);
    Doubt.Regret signed = side.regret();
    return text(
        "lose",
        n.gapPercent(signed.ofBoundRatio()),
        n.brief(signed.mean()),
        n.brief(signed.worst()),
        n.brief(signed.halfWidth95()),
        n.brief(side.leastValue()),
        n.brief(side.mostValue()));
  }

  private String room(AlternativesView others) {
    Alternatives found = others.alternatives();
    int plans = found.alternatives().size();
    return plans == 0
        ? text("else-none", n.percent(found.withinRatio()))
        : text(
            "else",
            plans,
            n.whole(plans),
            n.percent(found.withinRatio()),
            n.leastPercent(others.roomRatio()));
  }
}
