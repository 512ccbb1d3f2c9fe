package org.kiungo.web.page.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;

/** What may be said of one plan, and how far it is from the best: the same words everywhere. */
record SaidVerdict(PlanVerdict verdict, PlanFolder plan) {

  static SaidVerdict of(Path folder, PlanFolder plan) {
    return new SaidVerdict(Plans.verified(folder, plan.problem().inputs(), input -> folder), plan);
  }

  private String gap(Words words) {
    return GapWords.of(plan.certificate().gapRatio(), plan.scenario(), words);
  }

  /** A page, as HTML. */
  void requirePage(String where, String html, Locale language) {
    Words words = Words.in(language.getLanguage());
    String word = VerdictWords.word(verdict, words);
    assertThat(html)
        .as(where)
        .containsPattern("verdict-" + verdict.verdict() + "\"[^>]*>" + Pattern.quote(word) + "<")
        .contains(gap(words));
    for (String other : new String[] {"proven", "checked", "refused"}) {
      assertThat(html.contains("verdict-" + other + "\""))
          .as("%s says %s", where, other)
          .isEqualTo(verdict.verdict().equals(other));
    }
  }

  /** What is printed or written, in English. */
  void requireText(String where, String text) {
    Words english = Words.in("en");
    String gap =
        plan.certificate().gapRatio() > 0
            ? "at most " + GapWords.percent(plan.certificate().gapRatio(), english)
            : english.text("ui.gap.zero");
    assertThat(plain(text))
        .as(where)
        .containsIgnoringCase(VerdictWords.word(verdict, english))
        .containsIgnoringCase(plain(gap));
  }

  /** However lines and spaces fall. */
  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
  }

  void requireSentence(String where, String text) {
    assertThat(text)
        .as(where)
        .contains(
            VerdictWords.sentence(verdict, plan.certificate(), plan.scenario(), Words.in("en")));
  }

  void requireFacts(String where, Map<String, String> facts) {
    Words english = Words.in("en");
    assertThat(facts)
        .as(where)
        .containsEntry("verdict", VerdictWords.word(verdict, english))
        .containsEntry("gap", gap(english));
    assertThat(facts.getOrDefault("verdictReason", ""))
        .as(where)
        .isEqualTo(VerdictWords.why(verdict, english));
  }
}
