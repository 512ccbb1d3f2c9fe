package org.kiungo.geodata.judge.question;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What a user answers to a question.
 *
 * @param question its code
 * @param remedy label of a {@link Remedy}
 * @param row for which it holds, as the file counts; 0 for all of the pattern
 * @param text a reason or a column; empty when the remedy takes none
 * @param cells of an edited row: declared column, {@code lon} or {@code lat}, to what is to stand
 *     there
 */
public record Answer(
    String question, String remedy, long row, String text, Map<String, String> cells) {

  private static final int LONGEST_TEXT = 2000;

  public Answer {
    question = question == null ? "" : question;
    remedy = remedy == null ? "" : remedy;
    text = text == null ? "" : text.strip();
    cells = cells == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /**
   * Reads {@code question=remedy}, {@code question=remedy:text}, {@code question=remedy:row} and
   * {@code question=edit:row:lon=2.4,lat=6.4}.
   *
   * @throws InputRefused {@code judge.answerUnreadable} for anything else
   */
  public static Answer parse(String written) {
    int equals = written.indexOf('=');
    if (equals < 1) {
      throw new InputRefused("judge.answerUnreadable", "answer", written);
    }
    String question = written.substring(0, equals).strip();
    String[] parts = written.substring(equals + 1).split(":", 2);
    String more = parts.length > 1 ? parts[1].strip() : "";
    boolean ofRow = Remedy.named(parts[0].strip()).map(Remedy::ofRow).orElse(false);
    if (!ofRow) {
      return new Answer(question, parts[0].strip(), 0, more, Map.of());
    }
    String[] rowAndCells = more.split(":", 2);
    Map<String, String> cells = new LinkedHashMap<>();
    try {
      for (String cell : rowAndCells.length > 1 ? rowAndCells[1].split(",") : new String[0]) {
        String[] pair = cell.split("=", 2);
        cells.put(pair[0].strip(), pair[1].strip());
      }
      long row = Long.parseLong(rowAndCells[0].strip());
      return new Answer(question, parts[0].strip(), row, "", cells);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
      throw new InputRefused("judge.answerUnreadable", "answer", written);
    }
  }

  /** Refuses a question or remedy that there is none of, and one without what it needs. */
  void require(Collection<String> codes) {
    if (!codes.contains(question)) {
      throw new InputRefused(
          "judge.questionUnknown", "found", question, "allowed", String.join(", ", codes));
    }
    Remedy meant =
        Remedy.named(remedy)
            .orElseThrow(
                () ->
                    new InputRefused("judge.remedyUnknown", "found", remedy, "question", question));
    if (meant.ofRow() != row > 0) {
      String code = meant.ofRow() ? "judge.rowMissing" : "judge.rowUnfit";
      throw new InputRefused(code, "remedy", remedy, "question", question);
    }
    if (meant.needsText() && text.isEmpty()) {
      throw new InputRefused("judge.textMissing", "remedy", remedy, "question", question);
    }
    if (text.length() > LONGEST_TEXT) {
      throw new InputRefused(
          "field.tooLong", "field", "answers", "found", text.length(), "limit", LONGEST_TEXT);
    }
  }

  /** As it is written on a command line. */
  public String label() {
    StringBuilder label = new StringBuilder(question + "=" + remedy);
    label.append(row > 0 ? ":" + row : "");
    label.append(text.isEmpty() ? "" : ":" + text);
    if (!cells.isEmpty()) {
      label.append(':');
      label.append(
          String.join(
              ",",
              cells.entrySet().stream()
                  .map(each -> each.getKey() + "=" + each.getValue())
                  .toList()));
    }
    return label.toString();
  }
}
