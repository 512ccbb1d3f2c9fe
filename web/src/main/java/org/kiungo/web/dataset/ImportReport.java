package org.kiungo.web.dataset;

import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.web.dataset.asked.AskedQuestion;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.QuestionWords;
import org.kiungo.web.language.Words;

/**
 * The validation report of an import in one language. Rows in = rows accepted + rows answered +
 * rows listed.
 *
 * @param importId identity of the import
 * @param file name of the file
 * @param sha256 of the kept original
 * @param kind layer it was read as
 * @param country claimed, ISO 3166-1 alpha-3
 * @param format recognised
 * @param layer of the file
 * @param encoding character set of its text
 * @param crs code or name of its coordinate system, empty when it has none
 * @param columns declared column to the file's column
 * @param version stored, 0 when nothing was
 * @param rowsIn rows of data
 * @param rowsAccepted rows used
 * @param rowsAnswered rows left out, or one with another row, because somebody answered so
 * @param rowsListed rows refused, each with the reason among the problems
 * @param totalBefore sum of the main quantity over all readable rows; NaN without one
 * @param totalAfter the same over accepted rows
 * @param counts code to number of findings, all of them
 * @param problems findings in file order, in words
 * @param waitsForAnswers true while nothing is stored because questions are open
 * @param questions whether the whole can be true
 * @param judgement what was answered
 */
public record ImportReport(
    String importId,
    String file,
    String sha256,
    String kind,
    String country,
    String format,
    String layer,
    String encoding,
    String crs,
    Map<String, String> columns,
    int version,
    long rowsIn,
    long rowsAccepted,
    long rowsAnswered,
    long rowsListed,
    double totalBefore,
    double totalAfter,
    Map<String, Long> counts,
    List<Problem> problems,
    boolean waitsForAnswers,
    List<AskedQuestion> questions,
    Judgement judgement) {

  /**
   * A finding in words.
   *
   * @param severity ERROR: the row is refused; SUM: it adds up others; ANSWERED: it is left out, or
   *     one with another, as answered; WARNING and INFO: it is used
   * @param code key of the message bundles
   * @param row its number as the file counts: row of a table or sheet, header and lines above it
   *     counted, else number of the feature; 0 for the whole file
   * @param column name, empty when none is meant
   * @param found the value that stands there
   * @param expected what would do, empty when the sentence says it
   * @param place coordinates, or line in the file
   * @param fix what a screen may offer, empty when nothing
   * @param message why
   * @param remedy what to do
   */
  public record Problem(
      Finding.Severity severity,
      String code,
      long row,
      String column,
      String found,
      String expected,
      String place,
      String fix,
      String message,
      String remedy) {}

  /**
   * The report of an import.
   *
   * @param most findings to spell out; the counts cover all
   */
  public static ImportReport of(PastImport past, Words words, int most) {
    FindingWords wording = new FindingWords(words);
    return new ImportReport(
        past.id(),
        past.fileName(),
        past.sha256(),
        past.kind().label(),
        past.country(),
        past.format(),
        past.layer(),
        past.encoding(),
        past.crs(),
        past.mapping().columns(),
        past.version(),
        past.report().rowsIn(),
        past.report().rowsAccepted(),
        past.report().rowsAnswered(),
        past.report().rowsListed(),
        past.report().totalBefore(),
        past.report().totalAfter(),
        past.report().counts(),
        past.report().findings().stream().limit(most).map(each -> problem(each, wording)).toList(),
        past.waitsForAnswers(),
        past.questions().stream()
            .map(each -> AskedQuestion.of(each, new QuestionWords(words)))
            .toList(),
        past.judgement());
  }

  private static Problem problem(Finding finding, FindingWords wording) {
    return new Problem(
        finding.severity(),
        finding.code(),
        finding.row(),
        finding.column(),
        finding.found(),
        finding.expected(),
        finding.place(),
        finding.fix(),
        wording.say(finding, false),
        wording.say(finding, true));
  }
}
