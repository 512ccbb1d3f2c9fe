package org.kiungo.geodata.format.vector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ParquetCodecs;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.geodata.format.table.CellGeometry;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;

/**
 * Parquet files with GeoParquet's metadata, 1.0 and 1.1, shapes as well-known binary or points as
 * pairs of numbers; without the metadata, a table whose columns say where its rows lie. One group
 * of rows is in memory at a time.
 *
 * @see <a href="https://geoparquet.org/releases/v1.1.0/">GeoParquet 1.1.0</a>
 */
public final class GeoParquetReader implements VectorReader {

  private static final int MOST_COLUMNS = 2_000;

  @Override
  public String format() {
    return "GeoParquet";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SIGNATURE;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return file.startsWith('P', 'A', 'R', '1');
  }

  /** Refuses memory that no page of a right file takes. */
  private static final class Allocator extends HeapByteBufferAllocator {
    @Override
    public java.nio.ByteBuffer allocate(int size) {
      if (size < 0 || size > ParquetCodecs.MOST_BYTES) {
        throw new ParquetCodecs.TooLarge();
      }
      return super.allocate(size);
    }
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    long row = 0;
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            new LocalInputFile(file.path()),
            ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ParquetCodecs())
                .withAllocator(new Allocator())
                .build())) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      if (schema.getFieldCount() > MOST_COLUMNS) {
        throw SourceFile.tooMuch(file.name(), "columns", schema.getFieldCount(), MOST_COLUMNS);
      }
      GeoColumn geo = GeoColumn.of(file, options, reader.getFooter().getFileMetaData());
      List<Type> columns =
          schema.getFields().stream().filter(each -> geo.isAttribute(each.getName())).toList();
      List<String> names = columns.stream().map(Type::getName).toList();
      CellGeometry cells = geo.name().isEmpty() ? CellGeometry.typed(file, options, names) : null;
      out.layer(
          new LayerSchema(
              file.stem(), cells == null ? geo.crs() : cells.crs(), "UTF-8", false, names));
      MessageColumnIO io = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore rows = reader.readNextRowGroup();
          rows != null;
          rows = reader.readNextRowGroup()) {
        RecordReader<Group> records = io.getRecordReader(rows, new GroupRecordConverter(schema));
        for (long k = 0; k < rows.getRowCount(); k++) {
          row++;
          emit(file, options, geo, cells, columns, records.read(), row, out);
        }
      }
      if (row != reader.getRecordCount()) {
        throw new IOException(row + " rows of " + reader.getRecordCount());
      }
      if (row == 0) {
        throw new InputRefused("file.empty", "file", file.name());
      }
    } catch (InputRefused refused) {
      throw refused;
    } catch (ParquetCodecs.TooLarge tooLarge) {
      throw SourceFile.tooMuch(
          file.name(), "Parquet", "> " + ParquetCodecs.MOST_BYTES, ParquetCodecs.MOST_BYTES);
    } catch (IOException | RuntimeException damaged) {
      InputRefused refused =
          new InputRefused(
              "file.damaged",
              "file",
              file.name(),
              "place",
              "row " + (row + 1),
              "found",
              String.valueOf(damaged.getMessage()).replaceAll("\\s+", " "));
      refused.initCause(damaged);
      throw refused;
    }
  }

  private static void emit(
      SourceFile file,
      ReadOptions options,
      GeoColumn geo,
      CellGeometry cells,
      List<Type> columns,
      Group record,
      long row,
      FeatureConsumer out) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Type column : columns) {
      attributes.put(column.getName(), ParquetValues.of(record, column));
    }
    Geometry geometry = null;
    List<Object> values = new ArrayList<>(attributes.values());
    try {
      geometry = cells == null ? geo.geometry(record, options.repair()) : cells.of(values);
    } catch (RawGeometry.Unusable unusable) {
      String column =
          cells == null
              ? geo.name()
              : columns.get(cells.columnAtFault(values, unusable.code)).getName();
      out.finding(
          Finding.of(Severity.ERROR, unusable.code, file, file.stem())
              .withRow(row)
              .withColumn(column)
              .withValue(unusable.found, "")
              .withPlace(row + ""));
    }
    out.feature(new Feature(row, "", geometry, attributes));
  }
}
