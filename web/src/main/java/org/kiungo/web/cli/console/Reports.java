package org.kiungo.web.cli.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Words;

/** What became of the rows of an input file, in words on standard error. */
public final class Reports {

  /** Findings of one kind that are spelled out; the others are counted. */
  private static final int SHOWN_OF_A_KIND = 3;

  private Reports() {}

  public static void print(DataReport report, CommonOptions common) {
    Words words = common.words();
    PrintWriter err = common.err();
    err.println(
        words.text(
            "cli.report.rows",
            report.file(),
            report.rowsIn(),
            report.rowsAccepted(),
            report.rowsListed(),
            report.rowsAnswered()));
    printFindings(report, common);
  }

  /** What is told of rows that were counted before. */
  public static void printFindings(DataReport report, CommonOptions common) {
    Words words = common.words();
    PrintWriter err = common.err();
    FindingWords wording = new FindingWords(words);
    Map<String, List<Finding>> byCode =
        report.findings().stream()
            .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
    byCode.forEach(
        (code, findings) -> {
          for (Finding each : findings.subList(0, Math.min(SHOWN_OF_A_KIND, findings.size()))) {
            err.println(problem(each, wording, words));
          }
          long more = report.counts().getOrDefault(code, 0L) - SHOWN_OF_A_KIND;
          if (more > 0) {
            err.println(words.text("cli.report.more", more));
          }
        });
  }

  private static String problem(Finding finding, FindingWords wording, Words words) {
    return words.text(
        "cli.problem",
        words.text("cli.severity." + finding.severity()),
        wording.say(finding, false),
        wording.say(finding, true));
  }
}
