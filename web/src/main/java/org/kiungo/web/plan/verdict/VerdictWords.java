package org.kiungo.web.plan.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Open;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.InputWords;
import org.kiungo.web.language.Words;

/** What may be said of a plan, in words: pages, commands and every file that leaves use these. */
public final class VerdictWords {

  /** Rules that a redacted copy cannot be held to, told in one sentence. */
  private static final String UNCHECKED = "redaction.unchecked";

  /** A name at the beginning, behind what it is part of, or behind another part. */
  private static final Pattern PART = Pattern.compile("(?<=^|; |› )[a-z]\\w*(?= )");

  private VerdictWords() {}

  /** The word alone: proven, checked or refused. */
  public static String word(PlanVerdict verdict, Words words) {
    return words.text("verdict." + verdict.verdict());
  }

  /** Why it is that, a sentence each; what was taken as given comes last. */
  public static List<String> reasons(PlanVerdict verdict, Words words) {
    List<String> reasons = new ArrayList<>();
    if (verdict.changedFile() != null) {
      reasons.add(words.text("verdict.changed", verdict.changedFile()));
    }
    for (Check each : verdict.broken()) {
      reasons.add(
          words.text(
              broken(each),
              words.text("verify." + each.code()),
              each.wrong(),
              each.examined(),
              each.where(),
              parts(each.expected(), words),
              parts(each.found(), words)));
    }
    if (!verdict.isRefused()) {
      List<String> unchecked = new ArrayList<>();
      for (Open each : verdict.open()) {
        if (each.code().equals(UNCHECKED)) {
          unchecked.add(words.text("verify." + each.what()));
        } else {
          reasons.add(words.text("verdict.open." + each.code(), each.what()));
        }
      }
      if (!unchecked.isEmpty()) {
        String all =
            unchecked.stream()
                .reduce((one, next) -> words.text("verdict.open.redaction.and", one, next))
                .orElseThrow();
        reasons.add(words.text("verdict.open." + UNCHECKED, all));
      }
      if (!verdict.given().isEmpty()) {
        reasons.add(words.text("verdict.given", given(verdict, words)));
      }
    }
    return reasons;
  }

  /** What differs of two of a kind, its parts by the names that readers know. */
  private static String parts(String told, Words words) {
    return PART.matcher(told)
        .replaceAll(
            part -> {
              String key = "verify.part." + part.group();
              return Matcher.quoteReplacement(words.has(key) ? words.text(key) : part.group());
            });
  }

  /** Of a study its columns of plans that were not picked, which nobody computes again. */
  private static String given(PlanVerdict verdict, Words words) {
    return verdict.given().stream()
        .map(
            each ->
                each.startsWith(DoubtFolder.FUTURES)
                    ? words.text("verdict.given.futures")
                    : named(each, words))
        .collect(Collectors.joining(", "));
  }

  /** An input that nobody gave a name bears its layer's, which is said in words. */
  private static String named(String given, Words words) {
    int file = given.indexOf(" (");
    String role = file < 0 ? given : given.substring(0, file);
    return InputWords.isLayer(role, words)
        ? InputWords.layer(role, words) + given.substring(role.length())
        : given;
  }

  /** Of files all that are others are named, of all else the first place, if it is one. */
  private static String broken(Check check) {
    if (check.code().equals(SealChecks.SEALED)) {
      return "verdict.broken.files";
    }
    return check.where().isEmpty() ? "verdict.broken.whole" : "verdict.broken";
  }

  /** The same in one line; empty where there is nothing to say. */
  public static String why(PlanVerdict verdict, Words words) {
    return String.join(" ", reasons(verdict, words));
  }

  /**
   * The verdict with the distance from the best that the certificate states, in one sentence; of a
   * refused plan no distance is told.
   */
  public static String sentence(
      PlanVerdict verdict, Certificate certificate, Scenario asked, Words words) {
    return words.text(
        "verdict.told." + verdict.verdict(), GapWords.of(certificate.gapRatio(), asked, words));
  }
}
