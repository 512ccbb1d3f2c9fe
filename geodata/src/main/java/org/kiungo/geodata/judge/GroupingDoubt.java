package org.kiungo.geodata.judge;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.planner.model.value.InputRefused;

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
    boolean settled = sure > 0 && decimals == 0;
    if (settled || declared || few || GROUPED_PER_SLIP * decimals > groups + sure) {
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

  /** Whether a cell parts thousands and can be nothing else: 1,208,333. */
  static boolean isSure(Object cell) {
    String text = cell instanceof String noted ? NumberText.withoutFootnote(noted.strip()) : "";
    return GROUPS.matcher(text).matches() && !ONE_GROUP.matcher(text).matches();
  }

  /** Whether a mark of a cell may part thousands or decimals: 866,820. */
  static boolean isOpen(Object cell) {
    return cell instanceof String noted
        && ONE_GROUP.matcher(NumberText.withoutFootnote(noted.strip())).matches();
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

  /**
   * Whether a column itself says that its marks part thousands: one of its cells has two, as
   * 1,208,333, and none has decimals. The file is read for it once, when a cell first leaves it
   * open.
   */
  static final class Settled {

    private final SourceFile file;
    private final ReadOptions options;
    private final String column;
    private Boolean grouped;

    /**
     * @param column empty for none
     */
    Settled(SourceFile file, ReadOptions options, String column) {
      this.file = file;
      this.options = options;
      this.column = column;
    }

    /** Whether a cell that leaves it open is one of thousands. */
    boolean areThousands(Object cell) {
      if (column.isEmpty() || !GroupingDoubt.isOpen(cell)) {
        return false;
      }
      if (grouped == null) {
        grouped = look();
      }
      return grouped;
    }

    private boolean look() {
      if (!(LayerReader.of(file) instanceof VectorReader reader)) {
        return false;
      }
      Marks marks = new Marks();
      try {
        reader.stream(file, options, marks);
      } catch (InputRefused refused) {
        return false; // whoever imports it is told
      }
      return marks.sure && !marks.decimals;
    }

    private final class Marks implements FeatureConsumer {
      private boolean sure;
      private boolean decimals;

      @Override
      public void layer(LayerSchema schema) {
        // columns are known
      }

      @Override
      public void feature(Feature feature) {
        Object cell = feature.attributes().get(column);
        sure |= GroupingDoubt.isSure(cell);
        decimals |= GroupingDoubt.isSlip(cell);
      }

      @Override
      public void finding(Finding finding) {
        // told when the rows are read
      }
    }
  }
}
