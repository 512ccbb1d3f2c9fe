package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.alternative.AlternativeStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.alternative.Alternatives;
import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.ProblemOptions;
import org.kiungo.web.language.GapWords;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Finds other plans that count nearly as many people, and what none can do without. */
@CommandLine.Command(name = "alternatives")
class AlternativesCommand implements Callable<Integer> {

  /** Shares are told in tenths of a per cent. */
  private static final double TOLD_PARTS = 1000;

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private ProblemOptions question;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR")
  private Path plan;

  @CommandLine.Option(names = "--within", paramLabel = "SHARE", defaultValue = "2%")
  private String within;

  @CommandLine.Option(names = "--count", paramLabel = "N", defaultValue = "6")
  private int count;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() throws IOException {
    double withinRatio = ratio(within);
    AlternativeStudy.requireRanges(withinRatio, count);
    AlternativesFolder.requireFree(InputFiles.writable(out));
    Alternatives found = studied(withinRatio).write(out);
    common.answer(found, sentence(found, common.words()));
    return 0;
  }

  /** A share, as 2% or 0.02. */
  private static double ratio(String text) {
    boolean percent = text.endsWith("%");
    try {
      double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      return percent ? value / 100 : value;
    } catch (NumberFormatException e) {
      throw new InputRefused(
          "field.range",
          "field",
          "within",
          "value",
          text,
          "low",
          0,
          "high",
          AlternativeStudy.WIDEST_RATIO);
    }
  }

  private AlternativesFolder studied(double withinRatio) throws IOException {
    try (ProgressLine progress = common.progress()) {
      PlanFolder base = DoubtCommand.base(plan, question, common, progress);
      return AlternativeStudy.of(
          base, withinRatio, count, question.threadsOr(base.scenario().threads()), progress);
    } finally {
      question.close();
    }
  }

  private String sentence(Alternatives found, Words words) {
    List<String> lines = new ArrayList<>();
    Alternatives.Base base = found.base();
    lines.add(
        words.text(
            "cli.alternatives.base",
            base.value(),
            base.places(),
            base.bound(),
            GapWords.percent(base.gapRatio(), words)));
    int all = found.alternatives().size();
    lines.add(
        words.text(
            all < found.count() ? "cli.alternatives.fewer" : "cli.alternatives.found",
            all,
            found.withinRatio(),
            found.count()));
    for (Alternatives.Alternative each : found.alternatives()) {
      lines.add(
          words.text(
              "cli.alternatives.row",
              each.folder(),
              each.value(),
              each.ofBaseRatio() - 1,
              GapWords.percent(each.gapRatio(), words),
              each.likeBaseRatio(),
              each.likestRatio(),
              each.keptPeopleRatio()));
    }
    Alternatives.Apart apart = found.apart();
    lines.add(
        words.text(
            apart.alternatives() < found.count()
                ? "cli.alternatives.alike"
                : "cli.alternatives.apart",
            apart.alternatives(),
            apart.mostAlikeRatio()));
    for (Alternatives.Need each : found.needs()) {
      lines.add(
          words.text(
              "cli.alternatives." + each.verdict(),
              name(each, words),
              // rounded so that what is said is no more than what is proven
              Math.floor(each.fewerAtLeastRatio() * TOLD_PARTS) / TOLD_PARTS,
              Math.ceil(each.fewerAtMostRatio() * TOLD_PARTS) / TOLD_PARTS));
    }
    Alternatives.Places places = found.places();
    lines.add(
        words.text(
            "cli.alternatives.places",
            places.all(),
            places.some(),
            places.base(),
            places.others()));
    if (all > 0) {
      lines.add(
          words.text(
              "cli.alternatives.room", found.withinRatio(), 1 - found.room().keptPeopleRatio()));
    }
    lines.add(words.text("cli.alternatives.written", out.toString()));
    return String.join("\n", lines);
  }

  /** The reader's name of a technology or medium, that of a catalogue of one's own its id. */
  private static String name(Alternatives.Need need, Words words) {
    String key = need.by() + "." + need.id();
    return words.has(key) ? words.text(key) : need.id();
  }
}
