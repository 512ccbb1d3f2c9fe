package org.kiungo.web.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.language.Words;
import org.kiungo.web.policy.LeverWords;
import org.kiungo.web.policy.LeverWords.SettingWords;
import org.kiungo.web.policy.MarketTermWords;
import org.kiungo.web.policy.Readiness;
import picocli.CommandLine;

/** Levers that a scenario can pull; of a country, its market terms and regulatory readiness too. */
@CommandLine.Command(name = "policy")
class PolicyCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(
      arity = "0..1",
      paramLabel = "ISO3",
      descriptionKey = "kiungo.policy.country")
  private String country;

  /**
   * The answer of {@code --json}.
   *
   * @param marketTerms today's, known or asked for; empty without a country
   * @param readiness null without a country
   */
  record Answer(List<LeverWords> levers, List<MarketTermWords> marketTerms, Readiness readiness) {}

  @Override
  public Integer call() {
    Words words = common.words();
    Reference reference = Reference.builtIn();
    if (country != null
        && reference.countries().stream().noneMatch(each -> each.iso3().equals(country))) {
      throw new InputRefused("country.unknown", "country", country);
    }
    Answer answer =
        new Answer(
            LeverWords.all(words),
            country == null ? List.of() : MarketTermWords.of(reference, country, words),
            country == null
                ? null
                : Readiness.of(reference, country, LocalDate.now(ZoneOffset.UTC)));
    common.answer(answer, sentences(answer, words));
    return ExitCode.DONE;
  }

  private static String sentences(Answer answer, Words words) {
    List<String> lines = new ArrayList<>();
    for (LeverWords lever : answer.levers()) {
      for (SettingWords s : lever.settings()) {
        lines.add(
            words.text(
                "cli.policy.lever",
                lever.id(),
                number(s.example()),
                lever.changes(),
                s.unit(),
                number(s.low()),
                number(s.high())));
      }
    }
    for (MarketTermWords term : answer.marketTerms()) {
      lines.add(
          term.known()
              ? words.text(
                  "cli.policy.term",
                  term.term(),
                  number(term.value()),
                  number(term.low()),
                  number(term.high()),
                  term.unit(),
                  String.valueOf(term.year()),
                  term.confidence())
              : words.text("cli.policy.asked", term.term(), term.label()));
    }
    for (Readiness.Item item :
        answer.readiness() == null ? List.<Readiness.Item>of() : answer.readiness().items()) {
      String name = words.text("readiness." + item.field());
      lines.add(
          words.text(
              "cli.policy.fact",
              name,
              item.isGap()
                  ? words.text("told.not-looked")
                  : (words.source(item.value()) + " " + Readiness.others(item, true, words))
                      .strip()));
    }
    return String.join("\n", lines);
  }

  /** As it is typed: no grouping, whatever the language. */
  private static String number(double value) {
    String plain = String.valueOf((float) value);
    return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
  }
}
