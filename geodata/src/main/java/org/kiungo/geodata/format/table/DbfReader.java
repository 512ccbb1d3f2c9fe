package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;

/** A dBase table on its own: rows without geometry unless its columns hold coordinates. */
public final class DbfReader implements VectorReader {

  @Override
  public String format() {
    return "dBase";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SYNTAX;
  }

  @Override
  public boolean recognises(SourceFile file) {
    byte[] head = file.head();
    if (!file.startsWith(3) && !file.startsWith(0x30) && !file.startsWith(0x83)) {
      return false;
    }
    if (head.length < 33) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = header.getShort(8) & 0xffff;
    boolean date = head[2] >= 0 && head[2] <= 12 && head[3] >= 0 && head[3] <= 31;
    boolean ends = headerBytes <= head.length && headerBytes >= 33;
    return date && ends && (headerBytes - 33) % 32 <= 1;
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    if (!options.wants(file.stem())) {
      return;
    }
    try (DbfTable table = DbfTable.open(file, options.encoding())) {
      List<String> columns = table.columns();
      CoordinateColumns where = CoordinateColumns.find(columns, options, file);
      CoordinateSystem crs = TableCrs.of(file, options, where, List.of(), false);
      out.layer(
          new LayerSchema(file.stem(), crs, table.charset().name(), false, columns, where.any()));
      TableRows rows =
          new TableRows(file, file.stem(), columns, where, crs, null, false, options.repair(), out);
      if (table.isEncodingGuessed()) {
        rows.tell(Severity.INFO, "encodingGuessed", 0, "", table.charset().name(), "");
      }
      long record = 0;
      Map<String, Object> row = table.next();
      for (; row != null; row = table.next()) {
        record++;
        if (!table.isDeleted()) {
          for (String column : table.undecodable()) {
            rows.tell(Severity.WARNING, "textUndecodable", record, column, "", record + "");
          }
          rows.emit(cells(columns, row), record);
        }
      }
      if (table.deleted() > 0) {
        String first = table.firstDeleted() + "";
        rows.tell(Severity.INFO, "rowsDeleted", 0, "", table.deleted() + "", first);
      }
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  private static List<Object> cells(List<String> columns, Map<String, Object> row) {
    List<Object> cells = new java.util.ArrayList<>();
    columns.forEach(column -> cells.add(row.get(column)));
    return cells;
  }
}
