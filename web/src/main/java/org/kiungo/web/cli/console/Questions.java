package org.kiungo.web.cli.console;

import java.io.PrintWriter;
import java.util.List;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.web.dataset.PastImport;
import org.kiungo.web.language.QuestionWords;
import org.kiungo.web.language.Words;

/** What an import asks before it is stored, in words on standard error. */
public final class Questions {

  private Questions() {}

  /** Prints the questions, each with the answers as they are given to {@code --answer}. */
  public static void print(PastImport past, CommonOptions common) {
    Words words = common.words();
    QuestionWords wording = new QuestionWords(words);
    PrintWriter err = common.err();
    for (Question each : past.questions()) {
      err.println(
          words.text(
              each.isOpen() ? "cli.question.open" : "cli.question.settled",
              wording.title(each),
              wording.text(each),
              each.holds()));
      if (each.isOpen() || each.assumed()) {
        each.choices().forEach(offer -> err.println(offer(each, offer, wording, words)));
      }
    }
  }

  private static String offer(
      Question question, Question.Offer offer, QuestionWords wording, Words words) {
    List<Question.Case> cases = question.cases();
    long row = offer.ofRow() && !cases.isEmpty() ? cases.get(0).row() : 0;
    String answer = question.code() + "=" + offer.remedy();
    answer += row > 0 ? ":" + row : "";
    answer += offer.text().isEmpty() ? "" : ":" + offer.text();
    answer += offer.remedy().equals("right") ? ":" + words.text("cli.question.reason") : "";
    answer += offer.remedy().equals("edit") ? ":lon=…,lat=…" : "";
    return words.text("cli.question.offer", answer, wording.remedy(question, offer, row));
  }
}
