package org.kiungo.geodata.judge;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;

/** Do marks in a column of people part thousands, as in 31,356, or decimals? */
final class GroupingDoubt implements Doubt {

  static final String CODE = "grouping";

  private static final Pattern GROUPS = Pattern.compile("[-+]?[1-9]\\d{0,2}([.,]\\d{3})+");
  private static final Pattern ONE_GROUP = Pattern.compile("[-+]?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern DECIMALS =
      Pattern.compile("[-+]?\\d*[.,](?:\\d{1,2}|\\d{4,})|[-+]?0[.,]\\d+");

  /** One alone may be a slip of a hand, unless nothing else can read it. */
  private static final double LEAST_RATIO = 0.2;

  private long filled;
  private long groups;
  private long sure;
  private long decimals;
  private String example = "";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    Object cell = row.feature().attributes().get(row.used().column("population"));
    if (NumberText.isMissing(cell)) {
      return;
    }
    filled++;
    if (cell instanceof String text) {
      boolean one = ONE_GROUP.matcher(text.strip()).matches();
      groups += one ? 1 : 0;
      sure += !one && GROUPS.matcher(text.strip()).matches() ? 1 : 0;
      example = one && example.isEmpty() ? text.strip() : example;
      decimals += DECIMALS.matcher(text.strip()).matches() ? 1 : 0;
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (groups == 0 || groups + sure < LEAST_RATIO * filled || decimals > 0) {
      return Optional.empty();
    }
    return Optional.of(
        Question.of(
                CODE,
                Figures.of(
                    "column",
                    whole.mapping().column("population"),
                    "example",
                    "“" + example + "”",
                    "grouped",
                    read(example, true, false),
                    "decimal",
                    read(example, false, false),
                    "rows",
                    groups))
            .offer(Remedy.GROUPED, Remedy.DECIMAL, Remedy.LEAVE_FILE));
  }

  /** A cell as answered; NaN for one without such a mark. */
  static double read(Object cell, boolean grouped, boolean decimalComma) {
    if (!(cell instanceof String text) || !GROUPS.matcher(text.strip()).matches()) {
      return Double.NaN;
    }
    String plain = text.strip();
    return NumberText.of(grouped ? plain.replaceAll("[.,]", "") : plain.replace(',', '.'), false)
        .value();
  }
}
