package org.kiungo.geodata.judge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/**
 * Do rows lie in another country, all of them? Places do not count there, nor do areas; lines may
 * lead on to the country's own.
 */
final class OutsideDoubt implements Doubt {

  static final String CODE = "outside";
  static final String FINDING = "outsideCountry";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Of fewer rows a column or a hand may have slipped. */
  private static final int FEWEST_ROWS = 5;

  private final Cases cases;
  private final Map<String, Long> rowsByCountry = new TreeMap<>();

  OutsideDoubt(Judgement judgement) {
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    Optional<Finding> found = row.finding(FINDING);
    if (found.isEmpty() || row.finding(Decisions.LEFT_OUT).isPresent()) {
      return;
    }
    if (!found.get().found().equals("–")) {
      rowsByCountry.merge(found.get().found(), 1L, Long::sum);
    }
    Question.Case plain =
        row.asCase(0, Map.of("lies", found.get().found(), "place", found.get().place()));
    Map<String, String> cells = new LinkedHashMap<>(plain.cells());
    Matcher numbers = NUMBER.matcher(found.get().place());
    for (String axis : new String[] {"lon", "lat"}) {
      if (numbers.find()) {
        cells.put(axis, numbers.group());
      }
    }
    Question.Case placed = new Question.Case(plain.row(), 0, cells, plain.about());
    cases.add(placed);
  }

  /** The one other country in which most rows lie; empty for none. */
  private Optional<String> other(long rows) {
    return rowsByCountry.entrySet().stream()
        .filter(each -> rows >= FEWEST_ROWS && 2 * each.getValue() > rows)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Question.Case shown = cases.shown().get(0);
    long rows = whole.report().rowsIn() - whole.report().rowsAnswered();
    Optional<String> other = other(rows);
    long there = other.map(rowsByCountry::get).orElse(0L);
    Question question =
        Question.of(
                CODE,
                Figures.of(
                    "row",
                    shown.row(),
                    "lies",
                    other.orElse(shown.about().get("lies")),
                    "place",
                    shown.about().get("place"),
                    "country",
                    whole.subject().country(),
                    "rows",
                    cases.count(),
                    "there",
                    there,
                    "of",
                    rows,
                    "way",
                    other.isEmpty() ? "some" : there == rows ? "all" : "most"))
            .cases(cases);
    if (whole.subject().kind().shape() == LayerKind.Shape.PLACE) {
      return Optional.of(
          question
              .offer(Remedy.EDIT, Remedy.LEAVE_OUT, Remedy.LEAVE_OUT_ALL)
              .assume(Remedy.LEAVE_OUT_ALL));
    }
    boolean out = Decisions.leavesOutsideOut(whole.subject().kind());
    return Optional.of(
        question
            .offer(Remedy.LEAVE_OUT, Remedy.LEAVE_OUT_ALL, Remedy.KEEP, Remedy.KEEP_ALL)
            .assume(out ? Remedy.LEAVE_OUT_ALL : Remedy.KEEP_ALL));
  }
}
