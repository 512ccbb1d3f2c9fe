package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.TextEncoding;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Text tables: CSV, TSV and their cousins. Character set, separator, comment lines, header row and
 * decimal mark are detected.
 */
public final class CsvReader implements VectorReader {

  static final int LONGEST_CELL = 1 << 20;

  /** Well-known text of one shape: a country's coverage polygon has millions of characters. */
  static final int LONGEST_SHAPE = 16 << 20;

  private static final int LONGEST_RECORD = 17 << 20;

  @Override
  public String format() {
    return "CSV";
  }

  @Override
  public Evidence evidence() {
    return Evidence.LIKENESS;
  }

  @Override
  public boolean recognises(SourceFile file) {
    String head = TextEncoding.detect(file, "").head(file);
    long control = head.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();
    boolean named = file.hasExtension("csv", "tsv", "tab", "txt");
    if (control > (named ? head.length() / 200 : 0) || head.isBlank()) {
      return false;
    }
    String body = head.strip();
    if (body.startsWith("<") || body.startsWith("%PDF")) {
      return false;
    }
    boolean whole = file.sizeBytes() <= SourceFile.HEAD_BYTES;
    return named || CsvDialect.detect(head, whole, file, ReadOptions.DETECT).columns().size() > 1;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    TextEncoding encoding = TextEncoding.detect(file, options.encoding());
    boolean whole = file.sizeBytes() <= SourceFile.HEAD_BYTES;
    CsvDialect dialect = CsvDialect.detect(encoding.head(file), whole, file, options);
    if (!options.wants(file.stem())) {
      return;
    }
    try (RecordLimit text = new RecordLimit(encoding.open(file), LONGEST_RECORD)) {
      text.skipCharacters(dialect.skippedCharacters());
      // blank lines are counted, as a spreadsheet numbers its rows, and passed over
      CSVFormat format =
          CsvDialect.csv(dialect.separator()).builder().setIgnoreEmptyLines(false).get();
      CSVParser parser = CSVParser.parse(text, format);
      new Rows(file, options, encoding, dialect, out).read(parser, text);
    } catch (UncheckedIOException cut) {
      throw broken(file, cut.getCause());
    } catch (IOException unreadable) {
      throw broken(file, unreadable);
    }
  }

  private static RuntimeException broken(SourceFile file, IOException problem) {
    if (problem instanceof RecordLimit.Exceeded) {
      return SourceFile.tooMuch(file.name(), "record", LONGEST_RECORD, LONGEST_RECORD);
    }
    if (!(problem instanceof CSVException)) {
      // no fault of the table, but of where it is read from or where its rows go
      return new UncheckedIOException(problem);
    }
    String message = String.valueOf(problem.getMessage());
    String line = message.replaceFirst("(?s).*?(\\d+).*", "$1");
    InputRefused refused =
        new InputRefused(
            "file.quoteUnclosed", "file", file.name(), "line", line.matches("\\d+") ? line : "?");
    refused.initCause(problem);
    return refused;
  }

  /** The rows of one table. */
  private static final class Rows {
    private static final int SAMPLE = 200;

    private final SourceFile file;
    private final ReadOptions options;
    private final TextEncoding encoding;
    private final CsvDialect dialect;
    private final FeatureConsumer out;
    private CoordinateColumns coordinates;
    private TableRows table;

    Rows(
        SourceFile file,
        ReadOptions options,
        TextEncoding encoding,
        CsvDialect dialect,
        FeatureConsumer out) {
      this.file = file;
      this.options = options;
      this.encoding = encoding;
      this.dialect = dialect;
      this.out = out;
      this.coordinates = CoordinateColumns.find(dialect.columns(), options, file);
    }

    void read(CSVParser parser, RecordLimit limit) {
      List<CSVRecord> sample = new ArrayList<>();
      boolean skipHeader = dialect.hasHeader();
      for (CSVRecord row : parser) {
        limit.recordEnds();
        if (row.size() == 1 && row.get(0).isEmpty()) {
          continue;
        }
        if (skipHeader) {
          skipHeader = false;
          continue;
        }
        if (table == null) {
          sample.add(row);
          if (sample.size() == SAMPLE) {
            begin(sample);
          }
        } else {
          emit(row);
        }
      }
      if (table == null) {
        begin(sample);
      }
    }

    private void begin(List<CSVRecord> sample) {
      List<List<String>> cells = sample.stream().map(CSVRecord::toList).toList();
      coordinates = coordinates.orByCells(cells);
      boolean detected = decimalComma(sample, dialect.separator() != ',');
      boolean comma = options.decimalComma(detected);
      CoordinateSystem crs = TableCrs.of(file, options, coordinates, cells, comma);
      out.layer(
          new LayerSchema(
              file.stem(),
              crs,
              encoding.charset().name(),
              comma,
              dialect.columns(),
              coordinates.any()));
      table =
          new TableRows(
              file,
              file.stem(),
              dialect.columns(),
              coordinates,
              crs,
              UtmZones.find(dialect.columns(), cells),
              comma,
              options.repair(),
              out);
      String layout = KnownLayouts.name(dialect.columns());
      if (!layout.isEmpty()) {
        table.tell(Severity.INFO, "layoutKnown", 0, "", layout, "");
      }
      if (encoding.isGuessed()) {
        table.tell(Severity.INFO, "encodingGuessed", 0, "", encoding.charset().name(), "");
      }
      String words = dialect.skippedText() + " / " + dialect.columns();
      table.tellDatum(TableCrs.datum(options, crs, words));
      if (!dialect.skippedText().isEmpty()) {
        table.tellSkipped(dialect.skippedText(), dialect.skippedLines());
      }
      for (String name : dialect.duplicates()) {
        table.tell(Severity.WARNING, "columnTwice", 0, name, "", "");
      }
      boolean tags = !sample.isEmpty() && isTagRow(sample.get(0));
      if (tags) {
        table.tell(Severity.INFO, "tagRowSkipped", 0, "", sample.get(0).get(0), "");
      }
      for (CSVRecord row : tags ? sample.subList(1, sample.size()) : sample) {
        emit(row);
      }
    }

    private void emit(CSVRecord row) {
      table.emit(row.toList(), row.getRecordNumber() + dialect.skippedLines());
    }

    /** HXL puts a second header row of #tags below the first. */
    private static boolean isTagRow(CSVRecord row) {
      boolean any = false;
      for (String cell : row) {
        if (!cell.isBlank() && !cell.strip().matches("#[\\p{L}\\p{N}_+ ]+")) {
          return false;
        }
        any |= !cell.isBlank();
      }
      return any;
    }

    /** In a file separated by commas only quoted coordinates tell: other cells may be lists. */
    private boolean decimalComma(List<CSVRecord> sample, boolean everywhere) {
      int commas = 0;
      for (CSVRecord row : sample) {
        for (int k = 0; k < row.size(); k++) {
          boolean coordinate = k == coordinates.lon() || k == coordinates.lat();
          String cell = row.get(k);
          if (coordinate && cell.contains(".")) {
            return false;
          }
          boolean thousands = cell.strip().matches("[-+]?\\d{1,3},\\d{3}") && !coordinate;
          boolean tells = everywhere || coordinate;
          commas += tells && !thousands && NumberText.hasDecimalComma(cell) ? 1 : 0;
        }
      }
      return commas > 0;
    }
  }
}
