package org.kiungo.geodata.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.judge.ground.CellLook;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Question;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.layer.RowWatcher;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Watches an import row by row, then asks whether the whole can be true. What was answered before
 * is applied while the rows are read ({@link #decisions}).
 */
public final class Judge implements RowWatcher {

  /** Codes of all questions, in the order in which they are asked. */
  public static final Set<String> CODES =
      doubts(new Subject(null, LayerKind.SETTLEMENTS, "", Standing.NOTHING), Judgement.NONE)
          .stream()
          .map(Doubt::code)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  /** Asks whether areas of coverage are those of the whole country. */
  static final String COVERAGE = "coverage";

  private final Subject subject;
  private final Judgement judgement;
  private final Decisions decisions;
  private final List<Doubt> doubts;
  private AcceptedRow accepted;
  private boolean answers;

  /**
   * @throws InputRefused for answers that mean nothing
   */
  public Judge(Subject subject, Judgement judgement) {
    this(subject, judgement, Decisions.Parts.NONE, doubts(subject, judgement));
  }

  private Judge(Subject subject, Judgement judgement, Decisions.Parts parts, List<Doubt> doubts) {
    judgement.require(CODES);
    this.subject = subject;
    this.judgement = judgement;
    this.decisions = new Decisions(subject, judgement, parts);
    this.doubts = doubts;
  }

  /** Whether areas of coverage that hold few people were said to be the whole country's. */
  public static boolean isWholeCoverage(Judgement judgement) {
    return judgement.has(COVERAGE, Remedy.RIGHT);
  }

  /** The name of the dataset that it is to become beside what another source said. */
  public static Optional<String> ownName(Judgement judgement) {
    return Stream.of(OriginDoubt.CODE, OthersDoubt.CODE)
        .flatMap(code -> judgement.whole(code).stream())
        .filter(each -> each.remedy().equals(Remedy.OWN_NAME.label()))
        .findFirst()
        .map(Answer::text);
  }

  /** Asks of nothing but places that are there twice. */
  public static Judge ofTwins(Subject subject, Judgement judgement) {
    return new Judge(subject, judgement, Decisions.Parts.NONE, List.of(new TwinDoubt(judgement)));
  }

  /**
   * Whether the file is to be read twice: rows get the people of later ones that are parts of them,
   * which a first reading finds.
   */
  public boolean readsTwice() {
    return decisions.adds();
  }

  /** The judge of the second reading. */
  public Judge again() {
    boolean twins = doubts.size() == 1;
    List<Doubt> anew = twins ? List.of(new TwinDoubt(judgement)) : doubts(subject, judgement);
    return new Judge(subject, judgement, decisions.found(), anew);
  }

  /** The columns as answered: another id, another year. */
  public static ColumnMapping amended(ColumnMapping mapping, Judgement judgement) {
    Map<String, String> columns = new LinkedHashMap<>(mapping.columns());
    judgement.column(RepeatingIdDoubt.CODE).ifPresent(column -> columns.put("id", column));
    judgement.column(HouseholdsDoubt.CODE).ifPresent(column -> columns.put("population", column));
    judgement.column(YearDoubt.CODE).ifPresent(column -> columns.put("population", column));
    if (judgement.has(RepeatingIdDoubt.CODE, Remedy.NUMBER_ROWS)) {
      columns.put("id", "");
    }
    return new ColumnMapping(columns, mapping.options());
  }

  /** The one place to add a question. */
  private static List<Doubt> doubts(Subject subject, Judgement judgement) {
    return List.of(
        new SameDoubt(),
        new OriginDoubt(),
        new OthersDoubt(subject),
        new PictureDoubt(),
        new LayerDoubt(),
        new DegreesDoubt(),
        new GroupingDoubt(),
        new StateDoubt(),
        new StateDoubt.Masts(),
        new FacilityDoubt(),
        new ConstantDoubt(),
        MistypedDoubt.exchanged(judgement),
        MistypedDoubt.sign(judgement),
        new ZoneDoubt(subject, judgement),
        new DistrictDoubt(subject, judgement),
        new VintageDoubt(),
        new DistrictDoubt.Unmatched(subject, judgement),
        new TotalDoubt.Stated(judgement),
        new HouseholdsDoubt(judgement),
        new SumDoubt(subject, judgement),
        new CoverageDoubt.Tests(),
        new CoverageDoubt(subject),
        new ThousandsDoubt(),
        new CountedDoubt(),
        new PercentDoubt(),
        new PercentDoubt.Persons(),
        new YearDoubt(),
        new StandingDoubt(),
        new RepeatingIdDoubt(),
        new StrayAnswerDoubt(subject, judgement),
        new TwoAnswersDoubt(judgement),
        new KeptDoubt(),
        new ExtentDoubt(),
        new TotalDoubt(judgement),
        new OutsideDoubt(judgement),
        new FarDoubt(subject, judgement),
        new TwinDoubt(judgement));
  }

  /** What the answers change of the rows. */
  public RowDecisions decisions() {
    return decisions;
  }

  /** Sees a row that is used, before {@link #row} sees it as it stands in the file. */
  public void accepted(AcceptedRow row) {
    accepted = row;
    doubts.forEach(each -> each.accepted(row));
    answers |= row.record() instanceof Settlement place && SurveyAnswers.is(place);
  }

  @Override
  public void begin(LayerSchema schema, List<String> columns) {}

  @Override
  public void areas(List<String> choices) {
    doubts.forEach(each -> each.areas(choices));
  }

  @Override
  public void row(Feature row, List<Finding> findings) {
    SeenRow seen = new SeenRow(row, accepted, findings, decisions);
    doubts.forEach(each -> each.row(seen));
    accepted = null;
  }

  /**
   * What is to be asked, answered or not.
   *
   * @throws InputRefused {@code judge.rowUnknown} for an answer about a row that the file has not,
   *     {@code judge.remedyUnfit} for one that its question does not offer
   */
  public List<Question> questions(Imported<?> read) {
    decisions.requireMet();
    CellLook look =
        subject.kind() == LayerKind.POPULATION_RASTER ? CellLook.of(subject.file()) : null;
    Whole whole = new Whole(subject, read.report(), read.mapping(), look, answers);
    List<Question> asked = new ArrayList<>();
    for (Doubt each : doubts) {
      each.ask(whole).map(this::answered).ifPresent(asked::add);
    }
    return asked;
  }

  private Question answered(Question question) {
    Optional<Answer> whole = judgement.whole(question.code());
    if (whole.isPresent()) {
      String remedy = whole.get().remedy();
      if (question.offers().stream().noneMatch(offer -> offer.remedy().equals(remedy))) {
        throw new InputRefused(
            "judge.remedyUnfit",
            "found",
            remedy,
            "question",
            question.code(),
            "allowed",
            String.join(
                ", ", question.offers().stream().map(Question.Offer::remedy).distinct().toList()));
      }
      boolean stores =
          !remedy.equals(Remedy.LEAVE_FILE.label())
              && !remedy.equals(Remedy.AS_LAYER.label())
              && !remedy.equals(Remedy.OWN_NAME.label()); // asked in spite of it: it has a version
      return question.answered(stores ? remedy : "");
    }
    return question;
  }
}
