package org.kiungo.geodata.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Remedy;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.LonLat;

/** Answers as they change what is read. */
final class Decisions implements RowDecisions {

  /** Findings of rows that are listed because somebody answered so. */
  static final String LEFT_OUT = "leftOutAsAnswered";

  static final String MERGED = "mergedAsAnswered";

  private final Judgement judgement;
  private final LayerKind kind;
  private final InhabitedGround ground;
  private final Map<Long, Answer> ofRows = new HashMap<>();
  private final Set<Long> unmet = new HashSet<>();
  private final NamedRows names = new NamedRows();
  private final boolean numbered;
  private final boolean thousands;
  private final boolean outsideOut;
  private final boolean farOut;
  private final boolean mergeAll;
  private Map<String, String> columns = Map.of();
  private boolean decimalComma;

  Decisions(Subject subject, Judgement judgement) {
    this.judgement = judgement;
    this.kind = subject.kind();
    this.ground = new InhabitedGround(subject.country());
    for (Answer each : judgement.answers()) {
      if (each.row() > 0) {
        ofRows.merge(each.row(), each, Decisions::stronger);
        unmet.add(each.row());
      }
    }
    numbered = judgement.has(RepeatingIdDoubt.CODE, Remedy.NUMBER_ROWS);
    thousands = judgement.has(ThousandsDoubt.CODE, Remedy.TIMES_THOUSAND);
    outsideOut = judgement.has(OutsideDoubt.CODE, Remedy.LEAVE_OUT_ALL);
    farOut = judgement.has(FarDoubt.CODE, Remedy.LEAVE_OUT_ALL);
    mergeAll = judgement.has(TwinDoubt.CODE, Remedy.MERGE_ALL);
  }

  /** Of two answers about one row the one that changes it. */
  private static Answer stronger(Answer one, Answer other) {
    return one.remedy().equals(Remedy.KEEP.label()) ? other : one;
  }

  /** The file's column for a declared one, empty when there is none. */
  String column(String role) {
    return columns.getOrDefault(role, "");
  }

  @Override
  public void begin(Map<String, String> used, boolean comma) {
    columns = used;
    decimalComma = comma;
  }

  @Override
  public Feature amended(Feature row) {
    unmet.remove(row.line());
    Answer edit = edit(row.line());
    if (!numbered && !thousands && edit == null) {
      return row;
    }
    Map<String, Object> cells = new LinkedHashMap<>(row.attributes());
    if (thousands) {
      String column = column("population");
      double people = NumberText.of(cells.get(column), decimalComma).value();
      if (!Double.isNaN(people)) {
        cells.put(column, people * ThousandsDoubt.THOUSAND);
      }
    }
    if (edit != null) {
      edit.cells().forEach((role, value) -> change(cells, edit, role, value));
    }
    String id = numbered ? Long.toString(row.line()) : row.id();
    return new Feature(row.row(), row.line(), id, row.geometry(), cells);
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
  public String leavesOut(Feature placed, List<Finding> findings) {
    Object name = placed.attributes().get(column("name"));
    if (kind.shape() == LayerKind.Shape.PLACE) {
      names.add(
          placed.row(), placed.line(), name == null ? "" : name.toString().strip(), Double.NaN);
    }
    Answer answer = ofRows.get(placed.line());
    boolean alone = answer != null && answer.remedy().equals(Remedy.LEAVE_OUT.label());
    boolean kept = answer != null && !alone && !answer.remedy().equals(Remedy.MERGE.label());
    return alone || !kept && (isOutside(findings) || isFar(placed)) ? LEFT_OUT : "";
  }

  private boolean isOutside(List<Finding> findings) {
    return outsideOut
        && findings.stream().anyMatch(each -> each.code().equals(OutsideDoubt.FINDING));
  }

  private boolean isFar(Feature placed) {
    return farOut
        && placed.geometry() != null
        && !placed.geometry().isEmpty()
        && ground.isFar(LayerFeature.placeIn(placed.geometry()));
  }

  @Override
  public String merges(long row, long earlier, String name) {
    long number = names.number(row);
    Optional<Answer> answer = judgement.answer(TwinDoubt.CODE, number);
    boolean merged =
        answer.isPresent()
            ? answer.get().remedy().equals(Remedy.MERGE.label())
            : mergeAll && names.same(earlier, name);
    return merged ? MERGED : "";
  }

  /** Refuses an answer about a row that the file has not. */
  void requireMet() {
    for (long row : unmet) {
      throw new InputRefused("judge.rowUnknown", "answer", ofRows.get(row).label(), "row", row);
    }
  }
}
