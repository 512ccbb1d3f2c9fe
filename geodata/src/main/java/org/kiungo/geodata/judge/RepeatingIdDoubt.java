package org.kiungo.geodata.judge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/** Is the column of ids one? A code of the district keeps one row of each and loses the others. */
final class RepeatingIdDoubt implements Doubt {

  static final String CODE = "id";

  /** Rows in which columns are compared; memory is bounded by them. */
  private static final int ROWS_COMPARED = 20_000;

  private static final int MOST_COLUMNS = 12;
  private static final int MOST_OFFERED = 3;

  /** Fewer are slips of a hand, which the report lists, but for masts. */
  private static final int FEWEST = 3;

  private static final double LEAST_RATIO = 0.1;

  private final Map<String, Set<String>> different = new LinkedHashMap<>();
  private boolean begun;
  private int compared;

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    if (compared == ROWS_COMPARED) {
      return;
    }
    compared++;
    if (!begun) {
      begun = true;
      row.feature().attributes().keySet().stream()
          .limit(MOST_COLUMNS)
          .forEach(column -> different.put(column, new HashSet<>()));
    }
    different
        .entrySet()
        .removeIf(
            each -> {
              Object value = row.feature().attributes().get(each.getKey());
              boolean fit = value instanceof String || value instanceof Long;
              return !fit || !each.getValue().add(value.toString().strip());
            });
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    long repeating = whole.count("idTwice");
    long rows = whole.report().rowsIn();
    boolean slip = repeating < FEWEST || repeating < rows * LEAST_RATIO;
    // of masts each one counts, and who is asked knows whether one was entered twice
    boolean mast = slip && repeating > 0 && whole.subject().kind() == LayerKind.TOWERS;
    if (slip && !mast) {
      return Optional.empty();
    }
    String column = whole.mapping().column("id");
    List<String> better =
        different.keySet().stream()
            .filter(each -> !each.equals(column) && !isQuantity(each, whole))
            .sorted(Comparator.comparing(each -> !looksLikeId(each)))
            .limit(MOST_OFFERED)
            .toList();
    Question question =
        Question.of(
            CODE,
            Figures.of(
                "lost",
                repeating,
                "rows",
                rows,
                "column",
                column.isEmpty() ? "id" : column,
                "different",
                rows - repeating,
                "better",
                better.isEmpty() ? "" : better.get(0),
                "way",
                better.isEmpty() ? "none" : "better"));
    if (mast) {
      return Optional.of(
          question.offer(Remedy.KEEP_FIRST, Remedy.NUMBER_ROWS).assume(Remedy.KEEP_FIRST));
    }
    for (String each : better) {
      question = question.offer(Remedy.USE_COLUMN, each);
    }
    return Optional.of(question.offer(Remedy.NUMBER_ROWS, Remedy.KEEP_FIRST));
  }

  /** Counts, places and areas may differ in every row and are no ids. */
  private static boolean isQuantity(String column, Whole whole) {
    return whole.mapping().columns().entrySet().stream()
            .anyMatch(each -> each.getValue().equals(column) && !each.getKey().equals("name"))
        || List.of("lon", "lat", "longitude", "latitude", "x", "y")
            .contains(column.toLowerCase(Locale.ROOT));
  }

  private static boolean looksLikeId(String column) {
    String lower = column.toLowerCase(Locale.ROOT);
    return lower.contains("id") || lower.contains("code") || lower.contains("num");
  }
}
