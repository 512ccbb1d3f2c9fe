package org.kiungo.geodata.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.judge.ground.InhabitedGround;
import org.kiungo.geodata.judge.ground.OtherZone;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Answers as they change what is read. */
final class Decisions implements RowDecisions {

  /** Findings of rows that are listed because somebody answered so. */
  static final String LEFT_OUT = "leftOutAsAnswered";

  /** Of rows that are listed unless somebody answers otherwise. */
  static final String OUTSIDE = "leftOutOutside";

  static final String MERGED = "mergedAsAnswered";
  static final String SUMMED = "summedAsAnswered";

  private final Judgement judgement;
  private final LayerKind kind;
  private final InhabitedGround ground;
  private final Map<Long, Answer> ofRows = new HashMap<>();
  private final Set<Long> unmet = new HashSet<>();
  private final NamedRows names = new NamedRows();
  private final boolean numbered;

  /** What people are multiplied by. */
  private final double times;

  /** Persons of a household; 1 where people are counted. */
  private final double size;

  private final boolean percent;
  private final boolean persons;
  private final boolean grouped;
  private final boolean decimal;
  private final boolean exchanged;
  private final boolean mirrored;
  private final boolean otherZone;
  private final String vintage;
  private final boolean doublesOut;
  private final String state;
  private final boolean statelessOut;
  private final String country;
  private final boolean outsideOut;
  private final boolean outsideUnasked;
  private final boolean farOut;
  private final boolean mergeAll;
  private final boolean sumAll;

  /** What an earlier reading found to be parts of others. */
  private final Parts parts;

  /** The same, as this reading finds them. */
  private final Parts found = new Parts(new HashMap<>(), new HashSet<>());

  /** Rows that are another one, and which. */
  private final Map<Long, Long> into = new HashMap<>();

  private final Subject subject;
  private String facility = "";
  private Map<String, String> columns = Map.of();
  private boolean decimalComma;
  private String decimalMark = "";
  private GroupingDoubt.Settled marks = new GroupingDoubt.Settled(null, ReadOptions.DETECT, "");
  private String crs = "";

  /** The file's column of districts, empty for none; null until a row tells. */
  private String districts;

  private OtherZone zones = new OtherZone("", null, null);

  /**
   * @param parts as {@link #found()} tells them of an earlier reading
   */
  Decisions(Subject subject, Judgement judgement, Parts parts) {
    this.parts = parts;
    this.judgement = judgement;
    this.subject = subject;
    this.kind = subject.kind();
    this.ground = new InhabitedGround(subject.country());
    for (Answer each : judgement.answers()) {
      if (each.row() > 0) {
        ofRows.merge(each.row(), each, Decisions::stronger);
        unmet.add(each.row());
      }
    }
    numbered = judgement.has(RepeatingIdDoubt.CODE, Remedy.NUMBER_ROWS);
    times = CountedDoubt.times(judgement);
    size = HouseholdsDoubt.size(judgement);
    otherZone = judgement.has(ZoneDoubt.CODE, Remedy.OTHER_ZONE);
    vintage =
        Stream.of(Remedy.BEFORE, Remedy.SINCE)
            .filter(each -> judgement.has(VintageDoubt.CODE, each))
            .map(Remedy::label)
            .findFirst()
            .orElse("");
    doublesOut = judgement.has(TotalDoubt.Stated.CODE, Remedy.LEAVE_OUT_ALL);
    percent =
        Stream.of(PercentDoubt.CODE, PercentDoubt.Persons.CODE)
            .anyMatch(each -> judgement.has(each, Remedy.PERCENT));
    persons = judgement.has(PercentDoubt.Persons.CODE, Remedy.PERSONS);
    grouped = judgement.has(GroupingDoubt.CODE, Remedy.GROUPED);
    decimal = judgement.has(GroupingDoubt.CODE, Remedy.DECIMAL);
    exchanged = judgement.has(MistypedDoubt.EXCHANGED, Remedy.EXCHANGE_ALL);
    mirrored = judgement.has(MistypedDoubt.SIGN, Remedy.MIRROR_ALL);
    boolean works =
        Stream.of(StateDoubt.CODE, StateDoubt.Masts.CODE)
            .anyMatch(each -> judgement.has(each, Remedy.WORKS));
    boolean planned = judgement.has(StateDoubt.CODE, Remedy.PLANNED);
    state = works ? "operational" : planned ? "planned" : "";
    statelessOut = judgement.has(StateDoubt.Masts.CODE, Remedy.LEAVE_OUT_ALL);
    country = subject.country();
    outsideOut = judgement.has(OutsideDoubt.CODE, Remedy.LEAVE_OUT_ALL);
    outsideUnasked = judgement.whole(OutsideDoubt.CODE).isEmpty() && leavesOutsideOut(kind);
    farOut = judgement.has(FarDoubt.CODE, Remedy.LEAVE_OUT_ALL);
    mergeAll = judgement.has(TwinDoubt.CODE, Remedy.MERGE_ALL);
    sumAll = judgement.has(TwinDoubt.CODE, Remedy.SUM_ALL);
  }

  /**
   * Rows that are parts of earlier ones, by their numbers as the file counts.
   *
   * @param added people that whole rows get from their parts
   * @param rows those parts
   */
  record Parts(Map<Long, Double> added, Set<Long> rows) {
    static final Parts NONE = new Parts(Map.of(), Set.of());
  }

  /** Of two answers about one row the one that changes it. */
  private static Answer stronger(Answer one, Answer other) {
    return one.remedy().equals(Remedy.KEEP.label()) ? other : one;
  }

  /** The file's column for a declared one, empty when there is none. */
  String column(String role) {
    return columns.getOrDefault(role, "");
  }

  /** Code of the coordinate system that is declared; empty for none. */
  String crs() {
    return crs;
  }

  @Override
  public void begin(Map<String, String> used, ReadOptions options, boolean comma) {
    columns = used;
    decimalMark = options.decimalMark();
    crs = options.crs();
    facility = FacilityDoubt.held(subject, judgement, options);
    zones = otherZone ? OtherZone.of(country, crs) : zones;
    decimalComma = comma;
    marks = new GroupingDoubt.Settled(subject.file(), options, column("population"));
  }

  @Override
  public Feature amended(Feature row) {
    unmet.remove(row.line());
    Answer edit = edit(row.line());
    Double more = parts.added().get(row.line());
    boolean settled =
        decimalMark.isEmpty()
            && !decimal
            && marks.areThousands(row.attributes().get(column("population")));
    boolean parted = grouped || decimal || settled || !decimalMark.isEmpty();
    boolean figures = times > 1 || size > 1 || percent || persons || parted;
    boolean moved = exchanged || mirrored || otherZone;
    if (!numbered && !figures && !moved && edit == null && more == null) {
      return row;
    }
    Map<String, Object> cells = new LinkedHashMap<>(row.attributes());
    if (parted) {
      Object cell = cells.get(column("population"));
      boolean told = grouped || decimal || settled;
      double people =
          told
              ? GroupingDoubt.read(cell, grouped || settled)
              : GroupingDoubt.read(cell, decimalMark);
      if (!Double.isNaN(people)) {
        cells.put(column("population"), people);
      }
    }
    if (times > 1 || size > 1) {
      double people = people(cells) * times;
      if (!Double.isNaN(people)) {
        cells.put(column("population"), size > 1 ? Math.rint(people * size) : people);
      }
    }
    if ((percent || persons) && told(row, PercentDoubt.ROLE) instanceof Double share) {
      double ratio = share / (persons ? people(cells) : PercentDoubt.HUNDRED);
      cells.put(column(PercentDoubt.ROLE), Double.isFinite(ratio) ? (Object) ratio : "");
    }
    if (edit != null) {
      edit.cells().forEach((role, value) -> change(cells, edit, role, value));
    }
    if (more != null) {
      cells.put(column("population"), known(people(cells)) + more);
    }
    String id = numbered ? Long.toString(row.line()) : row.id();
    Geometry shape = mirrored(exchanged(zones.read(row.geometry(), district(row))));
    return new Feature(row.row(), row.line(), id, shape, cells);
  }

  /** The other way round where it lies elsewhere as it is, and in the country so. */
  private Geometry exchanged(Geometry shape) {
    if (!exchanged || !(shape instanceof Point point) || point.isEmpty()) {
      return shape;
    }
    boolean degrees = Math.abs(point.getX()) <= 90 && Math.abs(point.getY()) <= 90;
    boolean fits = degrees && fitsExchanged(new LonLat(point.getX(), point.getY()));
    return fits
        ? point.getFactory().createPoint(new Coordinate(point.getY(), point.getX()))
        : shape;
  }

  /** A place on the coast or a border follows its column. */
  private boolean fitsExchanged(LonLat place) {
    Reference reference = Reference.builtIn();
    LonLat other = new LonLat(place.lat(), place.lon());
    return !reference.contains(country, place)
        && (reference.contains(country, other)
            || !reference.isNear(country, place)
                && reference.mirrored(country, place).isEmpty()
                && reference.isNear(country, other));
  }

  /** On the other side of the equator or of Greenwich where it lies elsewhere as it is. */
  private Geometry mirrored(Geometry shape) {
    if (!mirrored || !(shape instanceof Point point) || point.isEmpty()) {
      return shape;
    }
    boolean degrees = Math.abs(point.getX()) <= 180 && Math.abs(point.getY()) <= 90;
    return !degrees
        ? shape
        : Reference.builtIn()
            .mirrored(country, new LonLat(point.getX(), point.getY()))
            .map(
                at -> (Geometry) point.getFactory().createPoint(new Coordinate(at.lon(), at.lat())))
            .orElse(shape);
  }

  @Override
  public String vintage() {
    return vintage;
  }

  @Override
  public boolean leavesDoublesOut() {
    return doublesOut;
  }

  @Override
  public String state() {
    return state;
  }

  @Override
  public Optional<LeftOut> leavesStatelessOut() {
    return statelessOut
        ? Optional.of(new LeftOut(Finding.Severity.ANSWERED, LEFT_OUT, "status"))
        : Optional.empty();
  }

  @Override
  public List<Finding> assumptions(SourceFile file, String layer) {
    return HouseholdsDoubt.sized(judgement).stream()
        .map(
            size ->
                Finding.of(Finding.Severity.WARNING, "peopleAssumed", file, layer)
                    .withColumn(column("population"))
                    .withValue(size.text(), ""))
        .toList();
  }

  @Override
  public String facility() {
    return facility;
  }

  /** What a row's share says as a number; its cell where it is none. */
  Object told(Feature row, String role) {
    Object cell = row.attributes().get(column(role));
    double value = NumberText.of(cell, decimalComma).value();
    return Double.isNaN(value) ? cell : (Object) value;
  }

  /** The district that a row names, in whatever column; empty for none. */
  String district(Feature row) {
    if (districts == null) {
      String mapped = column("district");
      districts =
          mapped.isEmpty()
              ? ColumnNames.guess(LayerKind.FACILITIES, "district", row.attributes().keySet())
              : mapped;
    }
    Object cell = row.attributes().get(districts);
    return cell == null ? "" : cell.toString().strip();
  }

  private static double known(double people) {
    return Double.isNaN(people) ? 0 : people;
  }

  /** Residents in a row of the file; NaN when it states none. */
  double people(Map<String, Object> cells) {
    Object cell = cells.get(column("population"));
    return cell instanceof Double known ? known : NumberText.of(cell, decimalComma).value();
  }

  private void change(Map<String, Object> cells, Answer edit, String role, String value) {
    if (role.equals("lon") || role.equals("lat")) {
      return;
    }
    String column = column(role);
    if (column.isEmpty()) {
      throw new InputRefused("judge.cellUnknown", "answer", edit.label(), "found", role);
    }
    cells.put(column, value);
  }

  @Override
  public Optional<LonLat> place(long row) {
    Answer edit = edit(row);
    if (edit == null || !edit.cells().containsKey("lon") && !edit.cells().containsKey("lat")) {
      return Optional.empty();
    }
    double lon = degrees(edit, "lon", 180);
    double lat = degrees(edit, "lat", 90);
    return Optional.of(new LonLat(lon, lat));
  }

  private static double degrees(Answer edit, String axis, double most) {
    double value = NumberText.of(edit.cells().getOrDefault(axis, ""), false).value();
    if (!(Math.abs(value) <= most)) {
      throw new InputRefused(
          "judge.degrees", "answer", edit.label(), "found", axis, "limit", (int) most);
    }
    return value;
  }

  private Answer edit(long row) {
    Answer answer = ofRows.get(row);
    return answer != null && answer.remedy().equals(Remedy.EDIT.label()) ? answer : null;
  }

  @Override
  public Optional<LeftOut> leavesOut(Feature placed, List<Finding> findings) {
    Object name = placed.attributes().get(column("name"));
    if (kind.shape() == LayerKind.Shape.PLACE) {
      names.add(
          placed.line(), name == null ? "" : name.toString().strip(), people(placed.attributes()));
    }
    Answer answer = ofRows.get(placed.line());
    boolean alone = answer != null && answer.remedy().equals(Remedy.LEAVE_OUT.label());
    boolean kept = answer != null && !alone && !isOneWithAnother(answer);
    boolean outside = findings.stream().anyMatch(each -> each.code().equals(OutsideDoubt.FINDING));
    if (alone || !kept && (outsideOut && outside || isFar(placed))) {
      return Optional.of(new LeftOut(Finding.Severity.ANSWERED, LEFT_OUT, ""));
    }
    if (grouped && GroupingDoubt.isSlip(placed.attributes().get(column("population")))) {
      return Optional.of(new LeftOut(Finding.Severity.ERROR, "numberAmbiguous", "population"));
    }
    return !kept && outsideUnasked && outside
        ? Optional.of(new LeftOut(Finding.Severity.ERROR, OUTSIDE, ""))
        : Optional.empty();
  }

  /** Whether rows of a kind that lie in another country are left out where nobody is asked. */
  static boolean leavesOutsideOut(LayerKind kind) {
    return kind.shape() == LayerKind.Shape.AREA;
  }

  private boolean isFar(Feature placed) {
    return farOut
        && placed.geometry() != null
        && !placed.geometry().isEmpty()
        && ground.isFar(LayerFeature.placeIn(placed.geometry()));
  }

  @Override
  public String merges(long row, long earlier, String name) {
    if (parts.rows().contains(row)) {
      return SUMMED;
    }
    Optional<Answer> answer = judgement.answer(TwinDoubt.CODE, row);
    boolean same = answer.isEmpty() && names.same(earlier, name, names.people(row));
    boolean summed = answer.map(Decisions::isSum).orElse(sumAll && same);
    boolean merged =
        answer.map(each -> each.remedy().equals(Remedy.MERGE.label())).orElse(mergeAll && same);
    if (!summed && !merged) {
      return "";
    }
    long whole = into.getOrDefault(earlier, earlier);
    into.put(row, whole);
    if (summed) {
      found.rows().add(row);
      found.added().merge(whole, Math.max(0, known(names.people(row))), Double::sum);
    }
    return summed ? SUMMED : MERGED;
  }

  private static boolean isOneWithAnother(Answer answer) {
    return answer.remedy().equals(Remedy.MERGE.label()) || isSum(answer);
  }

  /** Whether people of some rows are added to others, which needs a reading beforehand. */
  boolean adds() {
    return sumAll || ofRows.values().stream().anyMatch(Decisions::isSum);
  }

  private static boolean isSum(Answer answer) {
    return answer.remedy().equals(Remedy.SUM.label());
  }

  /** What this reading found to be added to rows. */
  Parts found() {
    return found;
  }

  /** Refuses an answer about a row that the file has not. */
  void requireMet() {
    for (long row : unmet) {
      throw new InputRefused("judge.rowUnknown", "answer", ofRows.get(row).label(), "row", row);
    }
  }
}
