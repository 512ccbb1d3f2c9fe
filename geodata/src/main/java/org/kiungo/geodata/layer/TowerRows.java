package org.kiungo.geodata.layer;

import java.util.function.Consumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.TowerBuilder;
import org.kiungo.planner.model.value.LonLat;

/**
 * Rows of towers or cells. Cell lists (OpenCelliD) hold one row per cell: cells of one network
 * within 50 m are told, not merged, since a mast may carry several.
 */
final class TowerRows implements RecordMaker<Tower> {

  /** The tallest guyed mast ever built stood 646 m; anything above is a mistaken unit. */
  private static final double HIGHEST_M = 650;

  /** Code of a row that does not say whether its mast works. */
  private static final String UNSAID = "mastUnsaid";

  private final Context context;

  TowerRows(Context context) {
    this.context = context;
  }

  @Override
  public void make(Row row, Consumer<Tower> out) {
    LonLat place = row.place();
    if (place == null) {
      return;
    }
    String country = row.country(context.iso3, context.countries);
    String cell = cellId(row);
    String id = cell.isEmpty() ? context.id(row, country, place) : context.id(row, cell);
    double heightM = row.number("heightM", false);
    if (heightM <= 0 || heightM > HIGHEST_M) {
      row.tell(Severity.WARNING, "heightOutOfRange", "heightM", heightM + "", "1–650");
      heightM = row.unknown("heightM");
    }
    boolean unsaid = !saysState(row, !cell.isEmpty());
    if (unsaid && row.isUsable()) {
      leaveUnsaidOut(row);
    }
    if (!row.isUsable()) {
      return;
    }
    context.checkNearby(row, place);
    if (!row.isUsable()) {
      return;
    }
    if (unsaid) {
      tellUnsaid(row);
    }
    String operator = row.name("operator");
    String network = row.text("mcc") + "-" + row.text("net");
    boolean coded = operator.isEmpty() && network.length() > 1;
    double mmPerHour = row.atLeastZero("rainMmPerHour");
    out.accept(
        TowerBuilder.builder()
            .id(id)
            .location(place)
            .country(country)
            .heightM(heightM)
            .operator(coded ? network : operator)
            .rainMmPerHour(mmPerHour)
            .build());
  }

  /**
   * Lists a row that says it does not work, or where nobody is asked what nobody can read. One that
   * is planned stays, and says so.
   *
   * @param heard whether phones heard it, so that it works
   * @return false when nothing says whether it works
   */
  private boolean saysState(Row row, boolean heard) {
    String said = row.text("status");
    if (StatusWords.of(said) == StatusWords.State.PLANNED) {
      row.tell(Severity.WARNING, "mastPlanned", "status", said, "");
      row.restate("status", AcceptedRow.PLANNED);
    } else if (context.isJudged() && StatusWords.isUnread(said)) {
      // kept in the list as what nobody knows, so that no mast is lost for a word
      row.tell(Severity.WARNING, "mastStateUnread", "status", said, StatusWords.ALLOWED);
      row.restate("status", AcceptedRow.UNKNOWN);
    } else if (!said.isEmpty()) {
      StatusWords.requireStanding(row);
    }
    return heard || !said.isEmpty();
  }

  private void leaveUnsaidOut(Row row) {
    context
        .leavesStatelessOut()
        .ifPresent(
            left -> {
              tellUnsaid(row);
              row.tell(left.severity(), left.code(), left.role(), "", "");
            });
  }

  /** Where nobody is asked, as on the command line, it is taken to work, and told. */
  private void tellUnsaid(Row row) {
    row.tell(context.isJudged() ? Severity.INFO : Severity.WARNING, UNSAID, "status", "", "");
    if (context.isJudged()) {
      String state = context.state();
      row.restate("status", state.isEmpty() ? AcceptedRow.UNKNOWN : state);
    }
  }

  /** Radio, country, network, area and cell codes together name a cell world-wide. */
  private static String cellId(Row row) {
    if (row.text("cell").isEmpty() || row.text("mcc").isEmpty()) {
      return "";
    }
    return String.join(
        "-",
        row.text("radio"),
        row.text("mcc"),
        row.text("net"),
        row.text("area"),
        row.text("cell"));
  }
}
