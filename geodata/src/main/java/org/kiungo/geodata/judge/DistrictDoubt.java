package org.kiungo.geodata.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.judge.ground.NamedDistrict;
import org.kiungo.geodata.judge.question.Cases;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.value.LonLat;

/** Do many rows lie elsewhere than in the district that they name, as read in another system? */
final class DistrictDoubt implements Doubt {

  static final String CODE = "district";

  /** Of so many rows that name one, by chance or by hand fewer lie elsewhere. */
  private static final double LEAST_RATIO = 0.3;

  private static final int FEWEST_ROWS = 5;

  private final Subject subject;
  private final NamedDistrict districts;
  private final Cases cases;
  private long named;

  DistrictDoubt(Subject subject, Judgement judgement) {
    this.subject = subject;
    this.districts = NamedDistrict.of(subject.country());
    this.cases = new Cases(CODE, judgement);
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void row(SeenRow row) {
    LonLat place = row.place();
    if (place == null || subject.kind().shape() != LayerKind.Shape.PLACE) {
      return;
    }
    String said = row.used().district(row.feature());
    Optional<Boolean> there = districts.holds(said, place);
    named += there.isPresent() ? 1 : 0;
    if (there.isPresent() && !there.get()) {
      cases.add(row.asCase(0, Map.of("said", said)));
    }
  }

  @Override
  public Optional<Question> ask(Whole whole) {
    boolean few = cases.count() < FEWEST_ROWS || cases.count() < LEAST_RATIO * named;
    return few
        ? Optional.empty()
        : Optional.of(
            Question.of(
                    CODE,
                    Figures.of(
                        "rows",
                        cases.count(),
                        "of",
                        named,
                        "row",
                        cases.shown().get(0).row(),
                        "said",
                        cases.shown().get(0).about().get("said"),
                        "country",
                        subject.country()))
                .cases(cases)
                .offer(Remedy.LEAVE_FILE, Remedy.RIGHT));
  }

  /** Does a census lose a good part of its rows or people, as no district is called as they are? */
  static final class Unmatched implements Doubt {

    static final String CODE = "unmatched";

    /** Of less, what is left still stands for the country. */
    private static final double MOST_LOST_RATIO = 0.1;

    private static final String CODE_UNKNOWN = "codeUnknown";
    private static final int MOST_EXAMPLES = 3;

    private static final Set<String> UNNAMED = Set.of("districtUnknown", "districtNone");

    private static final Set<String> LOST =
        Set.of(
            CODE_UNKNOWN,
            "districtUnknown",
            "districtNone",
            "districtAmbiguous",
            "districtContradicted",
            "districtReformed",
            "districtTwice");

    private final Subject subject;
    private final Cases cases;
    private long rows;
    private long lostRows;
    private double people;
    private double lostPeople;
    private long lostCodes;
    private long unnamed;
    private final Set<String> unknownCodes = new LinkedHashSet<>();
    private String expectedCodes = "";
    private final Set<String> found = new LinkedHashSet<>();
    private List<String> districts = List.of();

    Unmatched(Subject subject, Judgement judgement) {
      this.subject = subject;
      this.cases = new Cases(CODE, judgement);
    }

    @Override
    public String code() {
      return CODE;
    }

    @Override
    public void areas(List<String> choices) {
      districts = choices;
    }

    @Override
    public void row(SeenRow row) {
      if (subject.kind() != LayerKind.CENSUS
          || row.findings().stream().anyMatch(each -> each.severity() == Finding.Severity.SUM)) {
        return;
      }
      double counted = row.used().people(row.feature().attributes());
      boolean isLong = !row.feature().attributes().containsKey(row.used().column("population"));
      if (!isLong && !(counted > 0)) {
        return; // a heading or a note
      }
      double added = isLong ? 0 : counted;
      rows++;
      people += added;
      boolean used = row.findings().stream().allMatch(each -> each.severity().uses());
      if (used && found.size() < MOST_EXAMPLES) {
        found.add(row.name());
      }
      row.findings().stream()
          .filter(each -> LOST.contains(each.code()))
          .findFirst()
          .ifPresent(
              each -> {
                lostRows++;
                lostPeople += added;
                unnamed += UNNAMED.contains(each.code()) ? 1 : 0;
                boolean code = each.code().equals(CODE_UNKNOWN);
                if (code) {
                  lostCodes++;
                  expectedCodes = each.expected();
                  if (unknownCodes.size() < MOST_EXAMPLES) {
                    unknownCodes.add(each.found());
                  }
                }
                cases.add(row.asCase(0, Map.of("nearest", code ? "" : each.expected())));
              });
    }

    @Override
    public Optional<Question> ask(Whole whole) {
      double lost = Math.max((double) lostRows / rows, people > 0 ? lostPeople / people : 0);
      if (lostRows == 0 || lost <= MOST_LOST_RATIO) {
        return Optional.empty();
      }
      Map<String, Object> figures =
          Figures.of(
              "lost",
              lostRows,
              "rows",
              rows,
              "percent",
              Figures.percent(lostPeople, people > 0 ? people : 1),
              "country",
              subject.country(),
              "file",
              subject.file().name());
      if (lostCodes == lostRows) {
        figures.put("way", "codes");
        figures.put("unknown", String.join(", ", unknownCodes));
        figures.put("expected", expectedCodes);
      }
      boolean smaller = 2 * unnamed > rows && !found.isEmpty();
      if (smaller) {
        figures.put("way", "level");
        figures.put("found", String.join(", ", found));
      }
      if (!districts.isEmpty()) {
        figures.put("districts", districts); // to choose from
      }
      Question asked = Question.of(CODE, figures).cases(cases);
      return Optional.of(
          smaller
              ? asked.offer(Remedy.LEAVE_FILE, Remedy.EDIT, Remedy.KEEP_GOOD)
              : asked.offer(Remedy.EDIT, Remedy.LEAVE_FILE, Remedy.KEEP_GOOD));
    }
  }
}
