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

  /** Where so many cells are grouped, one that has decimals is a slip. */
  private static final int GROUPED_PER_SLIP = 4;

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
    if (cell instanceof String noted) {
      String text = NumberText.withoutFootnote(noted.strip());
      boolean one = ONE_GROUP.matcher(text).matches();
      groups += one ? 1 : 0;
      sure += !one && GROUPS.matcher(text).matches() ? 1 : 0;
      example = one && example.isEmpty() ? text : example;
      decimals += isSlip(text) ? 1 : 0;
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    boolean declared = !whole.mapping().options().decimalMark().isEmpty();
    boolean few = groups == 0 || groups + sure < LEAST_RATIO * filled;
    if (declared || few || GROUPED_PER_SLIP * decimals > groups + sure) {
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
                    read(example, true),
                    "decimal",
                    read(example, false),
                    "rows",
                    groups))
            .offer(Remedy.GROUPED, Remedy.DECIMAL, Remedy.LEAVE_FILE));
  }

  /** A cell as answered; NaN for one without such a mark. */
  static double read(Object cell, boolean grouped) {
    String plain = cell instanceof String text ? NumberText.withoutFootnote(text.strip()) : "";
    if (!GROUPS.matcher(plain).matches()) {
      return Double.NaN;
    }
    return NumberText.of(grouped ? plain.replaceAll("[.,]", "") : plain.replace(',', '.'), false)
        .value();
  }

  /** The same where the user says which mark is the decimal one. */
  static double read(Object cell, String decimalMark) {
    return read(cell, !String.valueOf(cell).contains(decimalMark));
  }

  /** Whether a cell has decimals, which no cell of a column has whose marks part thousands. */
  static boolean isSlip(Object cell) {
    return cell instanceof String text
        && DECIMALS.matcher(NumberText.withoutFootnote(text.strip())).matches();
  }
}
