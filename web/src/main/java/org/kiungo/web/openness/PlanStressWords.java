package org.kiungo.web.openness;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.openness.stress.PlanStressAnswer;
import org.kiungo.geodata.openness.stress.PlanStressAnswer.Addition;
import org.kiungo.geodata.openness.stress.PlanStressAnswer.Lost;
import org.kiungo.web.language.Words;

/** What a cut does to a plan, in sentences. */
public final class PlanStressWords {

  private static final int SHOWN = 10;
  private static final double MILLION = 1e6;

  private final Words words;

  public PlanStressWords(Words words) {
    this.words = words;
  }

  /** All of it, a line each; of nodes, places and links the first. */
  public String text(PlanStressAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(sum(answer));
    answer.nodes().stream().limit(SHOWN).forEach(each -> lines.add("  " + node(each)));
    answer.places().stream().limit(SHOWN).forEach(each -> lines.add("  " + place(each)));
    more(answer.places().size(), lines);
    lines.add(additions(answer));
    answer.additions().stream().limit(SHOWN).forEach(each -> lines.add("  " + addition(each)));
    more(answer.additions().size(), lines);
    lines.add(words.text("stress.plan.how"));
    return String.join(System.lineSeparator(), lines);
  }

  private void more(int all, List<String> lines) {
    if (all > SHOWN) {
      lines.add("  " + words.text("stress.plan.more", all - SHOWN));
    }
  }

  /** Who loses a way and who keeps one. */
  public String sum(PlanStressAnswer answer) {
    return words.text(
        "stress.plan.sum",
        String.join(", ", answer.cuts()),
        answer.peopleCutOff(),
        answer.peopleServed(),
        answer.places().size(),
        answer.peopleCutOffWithBorders(),
        answer.peopleByAnotherNode(),
        answer.peopleNotKnown());
  }

  /** A node that lost its way. */
  public String node(Lost node) {
    return words.text("stress.plan.node", node.name(), node.people());
  }

  /** A place that lost its way. */
  public String place(Lost place) {
    return words.text("stress.plan.place", place.name(), place.people());
  }

  /** What links would have kept them, and what none could do it for. */
  public String additions(PlanStressAnswer answer) {
    if (answer.additions().isEmpty()) {
      return words.text(
          answer.peopleCutOff() > 0 ? "stress.plan.additions-none" : "stress.plan.additions-idle");
    }
    return words.text(
        "stress.plan.additions",
        answer.shareRatio(),
        answer.additions().size(),
        answer.additionsUsd() / MILLION,
        answer.boundUsd() / MILLION,
        answer.peopleRestored());
  }

  /** One link. */
  public String addition(Addition each) {
    return words.text(
        "stress.plan.addition",
        each.fromName(),
        each.toName(),
        each.cost().km(),
        each.cost().usd(),
        each.people());
  }
}
