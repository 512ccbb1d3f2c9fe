package org.kiungo.geodata.judge;

import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.geometry.Places;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;

/**
 * Is one place there twice, as Bohicon and BOHICON, or under two names with as many people? They
 * would count twice.
 */
final class TwinDoubt implements Doubt {

  static final String CODE = "twins";

  /** Rows that lie within 50 m of an earlier one are told so when they are read. */
  static final String FINDING = "placeTwice";

  private final NamedRows names = new NamedRows();
  private final Cases cases;

  TwinDoubt(Judgement judgement) {
    cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    String name = row.name();
    Optional<Finding> near = row.finding(FINDING);
    if (near.isPresent() && row.accepted() != null) {
      long earlier = Long.parseLong(near.get().found());
      if (names.same(earlier, name, row.people())) {
        cases.add(
            row.asCase(
                earlier,
                Map.of(
                    "name",
                    name,
                    "earlierName",
                    names.name(earlier, name),
                    "people",
                    row.people() + "",
                    "earlierPeople",
                    names.people(earlier) + "",
                    "place",
                    Places.text(row.place().lon(), row.place().lat()))));
      }
    }
    names.add(row.number(), name, row.people());
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    Question.Case shown = cases.shown().get(0);
    boolean people = whole.subject().kind() == LayerKind.SETTLEMENTS;
    boolean counted = people && !shown.about().containsValue("NaN");
    Remedy[] one =
        counted
            ? new Remedy[] {Remedy.MERGE, Remedy.MERGE_ALL, Remedy.SUM, Remedy.SUM_ALL}
            : new Remedy[] {Remedy.MERGE, Remedy.MERGE_ALL};
    Question question =
        Question.of(
                CODE,
                Figures.of(
                    "earlierName",
                    shown.about().get("earlierName"),
                    "name",
                    shown.about().get("name"),
                    "earlierRow",
                    shown.other(),
                    "row",
                    shown.row(),
                    "earlierPeople",
                    Double.parseDouble(shown.about().get("earlierPeople")),
                    "people",
                    Double.parseDouble(shown.about().get("people")),
                    "pairs",
                    cases.count(),
                    "counted",
                    counted ? "people" : "rows",
                    "way",
                    shown.about().get("name").isEmpty()
                            || shown.about().get("earlierName").isEmpty()
                        ? "unnamed"
                        : "named",
                    "place",
                    shown.about().get("place")))
            .cases(cases)
            .offer(one)
            .offer(Remedy.KEEP, Remedy.KEEP_ALL);
    return Optional.of(people ? question : question.assume(Remedy.KEEP_ALL));
  }
}
