package org.kiungo.web.joint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;

/** What planning together is worth, in the sentences of page and command line. */
public final class JointSentences {

  private JointSentences() {}

  /** How many people each way serves, and whether that can be told apart from nothing. */
  public static List<String> worth(JointWorth joint, Words words) {
    String told =
        joint.distinguishable()
            ? "more"
            : joint.crosses() ? "not-distinguishable" : "nothing-crosses";
    return List.of(
        words.text(
            "cli.joint.head",
            joint.jointPeople(),
            joint.separatePeople(),
            GapWords.percent(joint.certificate().gapRatio(), words),
            joint.corridors().size()),
        words.text(
            "cli.joint.worth." + told,
            joint.gainedPeople(),
            joint.separateBoundPeople() - joint.separatePeople(),
            joint.certificate().bound() - joint.separatePeople()));
  }

  /**
   * A sentence for each country, and one more for each that loses.
   *
   * @param names what a country is called, by ISO 3166-1 alpha-3
   */
  public static List<String> countries(JointWorth joint, UnaryOperator<String> names, Words words) {
    double unserved =
        joint.countries().stream().mapToDouble(JointPair.Country::unservedPeople).sum();
    List<String> lines = new ArrayList<>();
    for (JointPair.Country each : joint.countries()) {
      String name = names.apply(each.country());
      lines.add(
          words.text(
              "cli.joint.country",
              name,
              each.jointPeople(),
              each.separatePeople(),
              each.jointUsd(),
              each.separateUsd(),
              each.jointUsd() / Math.max(1, joint.totals().lifetimeCostUsd()),
              each.unservedPeople() / Math.max(1, unserved)));
      if (each.gainedPeople() < 0) {
        lines.add(words.text("cli.joint.loses", name, -each.gainedPeople()));
      }
    }
    return lines;
  }
}
