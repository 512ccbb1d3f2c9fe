package org.kiungo.geodata.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Counts rows, gathers findings and hands records on as the rows stream by. */
final class RowCollector<T> implements FeatureConsumer {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  final DataReport.Builder report;
  private final LayerKind kind;
  private final RecordMaker<T> maker;
  private final Consumer<AcceptedRow> sink;
  private final RowWatcher watcher;
  private final RowDecisions decisions;
  private final SourceFile file;
  private final List<Finding> ofRow = new ArrayList<>();
  private ColumnMapping mapping;
  private List<String> columns;
  private Wgs84Stage stage;
  private LayerSchema schema;
  private UnusedColumns unused;
  private Finding about;
  private long badRow;
  private long answeredRow;

  RowCollector(
      SourceFile file,
      LayerKind kind,
      RecordMaker<T> maker,
      Consumer<AcceptedRow> sink,
      RowWatcher watcher,
      RowDecisions decisions) {
    this.file = file;
    this.report = new DataReport.Builder(file.name());
    this.kind = kind;
    this.maker = maker;
    this.sink = sink;
    this.watcher = watcher;
    this.decisions = decisions;
  }

  /**
   * @param completed every declared column with its own
   * @param present columns of the file
   * @param options how the file is read
   * @param check looks at each row's place on its way in
   */
  void begin(
      ColumnMapping completed, List<String> present, ReadOptions options, FeatureCheck check) {
    mapping = completed;
    columns = present;
    stage = new Wgs84Stage(file, options, check, this);
    unused = new UnusedColumns(present, completed, file);
  }

  /** Whether somebody is asked about rows that cannot be as they are. */
  boolean isJudged() {
    return decisions != RowDecisions.NONE;
  }

  /** Says what was assumed, and names the columns that nothing used, once all rows are in. */
  void tellWhole() {
    decisions.assumptions(file, schema.name()).forEach(report::add);
    if (!unused.names().isEmpty()) {
      report.add(
          Finding.of(Severity.INFO, "columnsUnused", file, schema.name())
              .withValue(unused.names(), ""));
    }
  }

  void requireUnitsFit() {
    stage.requireUnitsFit();
  }

  /** Where the reader's rows come in: they pass the stage, then the watcher sees them. */
  FeatureConsumer entry() {
    return new FeatureConsumer() {
      @Override
      public void layer(LayerSchema begun) {
        stage.layer(begun);
        decisions.begin(mapping.columns(), mapping.options(), begun.decimalComma());
        watcher.begin(begun, columns);
      }

      @Override
      public void finding(Finding finding) {
        // where the row lies is said anew: what the file says of it counts no more
        boolean placed = finding.code().startsWith("coordinate") && isPlaced(finding.row());
        if (!placed) {
          stage.finding(finding);
        }
      }

      @Override
      public void feature(Feature feature) {
        Feature amended = decisions.amended(feature);
        Optional<LonLat> place = decisions.place(feature.line());
        if (place.isPresent()) {
          stage.placed(amended.withGeometry(point(place.get())));
        } else {
          stage.feature(amended);
        }
        watcher.row(amended, ofRow);
        ofRow.clear();
      }
    };
  }

  private boolean isPlaced(long row) {
    return row > 0 && decisions.place(row).isPresent();
  }

  private static Point point(LonLat place) {
    return GEOMETRIES.createPoint(new Coordinate(place.lon(), place.lat()));
  }

  @Override
  public void layer(LayerSchema begun) {
    schema = begun;
    about = new Finding(Severity.INFO, "", file.name(), begun.name(), 0, "", "", "", "", "");
  }

  @Override
  public void finding(Finding finding) {
    if (finding.code().equals("dbfMissing") && !mapping.options().shapesOnly()) {
      throw new InputRefused("file.dbfMissing", "file", finding.file());
    }
    report.add(finding);
    if (finding.row() > 0) {
      ofRow.add(finding);
      badRow = finding.severity() == Severity.ERROR ? finding.row() : badRow;
      answeredRow = finding.severity() == Severity.ANSWERED ? finding.row() : answeredRow;
    }
  }

  @Override
  public void feature(Feature feature) {
    unused.see(feature);
    Row row = new Row(feature, mapping, schema.decimalComma(), about, this::finding);
    decisions
        .leavesOut(feature, ofRow)
        .ifPresent(
            left -> row.tell(left.severity(), left.code(), left.role(), row.text(left.role()), ""));
    boolean usable = badRow != feature.line() && row.isUsable();
    if (usable) {
      maker.make(
          row,
          record ->
              sink.accept(
                  new AcceptedRow(
                      record, row.values(kind), row.otherAttributes(), row.geometry())));
      usable = row.isUsable();
    }
    report.quantity(maker.quantity(row), usable);
    report.row(usable, answeredRow == feature.line());
  }
}
