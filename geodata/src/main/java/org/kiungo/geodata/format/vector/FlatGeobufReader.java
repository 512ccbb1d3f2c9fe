package org.kiungo.geodata.format.vector;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Crs;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf, feature after feature; its index is skipped.
 *
 * @see <a href="https://flatgeobuf.org/">FlatGeobuf</a>
 */
public final class FlatGeobufReader implements VectorReader {

  private static final int LARGEST_HEADER = 8 << 20;
  private static final int LARGEST_FEATURE = 256 << 20;

  /** Collections within collections. */
  private static final int DEEPEST = 50;

  @Override
  public String format() {
    return "FlatGeobuf";
  }

  @Override
  public Evidence evidence() {
    return Evidence.SIGNATURE;
  }

  @Override
  public boolean recognises(SourceFile file) {
    return file.startsWith('f', 'g', 'b', 3, 'f', 'g', 'b');
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16))) {
      in.skipNBytes(8);
      Rows rows = rows(block(in, file, "header", LARGEST_HEADER), file, options, out);
      if (options.wants(rows.layer)) {
        rows.read(in);
      }
    } catch (EOFException cut) {
      throw truncated(file, "header");
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  private static Rows rows(
      ByteBuffer bytes, SourceFile file, ReadOptions options, FeatureConsumer out) {
    try {
      Header header = Header.getRootAsHeader(bytes);
      String name = header.name() == null || header.name().isBlank() ? file.stem() : header.name();
      return new Rows(file, name, header, options, out);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException lying) {
      throw damaged(file, "header", lying);
    }
  }

  private static ByteBuffer block(DataInputStream in, SourceFile file, String place, int most)
      throws IOException {
    int size = Integer.reverseBytes(in.readInt());
    if (size < 0 || size > file.sizeBytes()) {
      throw truncated(file, place);
    }
    if (size > most) {
      throw SourceFile.tooMuch(file.name(), place, size, most);
    }
    byte[] bytes = new byte[size];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static InputRefused truncated(SourceFile file, String place) {
    return new InputRefused(
        "file.truncated",
        "file",
        file.name(),
        "place",
        place,
        "found",
        file.sizeBytes() + "",
        "expected",
        "> " + file.sizeBytes());
  }

  private static InputRefused damaged(SourceFile file, String place, Exception cause) {
    InputRefused refused =
        new InputRefused(
            "file.damaged",
            "file",
            file.name(),
            "place",
            place,
            "found",
            String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }

  /** Reads the features behind header and index. */
  private static final class Rows {
    private final SourceFile file;
    private final String layer;
    private final Header header;
    private final ReadOptions options;
    private final FeatureConsumer out;
    private final String[] columns;
    private final CoordinateSystem crs;
    private final long expected;
    private final long indexBytes;

    Rows(SourceFile file, String layer, Header header, ReadOptions options, FeatureConsumer out) {
      this.file = file;
      this.layer = layer;
      this.header = header;
      this.options = options;
      this.out = out;
      // what a file says of lengths is not believed before it is compared with its bytes
      int count = header.columnsLength();
      if (count < 0 || count > header.getByteBuffer().capacity() / 4) {
        throw new IllegalArgumentException(count + " columns");
      }
      columns = new String[count];
      Arrays.setAll(columns, this::name);
      crs = crs();
      expected = header.featuresCount();
      indexBytes = indexBytes();
    }

    private String name(int k) {
      String name = header.columns(k).name();
      return name == null ? "column" + (k + 1) : name;
    }

    void read(DataInputStream in) throws IOException {
      out.layer(new LayerSchema(layer, crs, "UTF-8", false, List.of(columns)));
      in.skipNBytes(indexBytes);
      long row = 0;
      try {
        while (row < expected || in.available() > 0) {
          ByteBuffer bytes = block(in, file, "feature " + (row + 1), LARGEST_FEATURE);
          row++;
          emit(row, bytes);
        }
      } catch (EOFException cut) {
        throw truncated(file, "feature " + (row + 1));
      }
    }

    /** Size of the packed Hilbert R-tree: levels of nodes of 40 bytes. */
    private long indexBytes() {
      long items = header.featuresCount();
      int node = header.indexNodeSize();
      if (node < 2 || items == 0) {
        return 0;
      }
      long nodes = items;
      long all = items;
      while (nodes > 1) {
        nodes = (nodes + node - 1) / node;
        all += nodes;
      }
      if (all * 40 > file.sizeBytes() || all < 0) {
        throw truncated(file, "index");
      }
      return all * 40;
    }

    private CoordinateSystem crs() {
      org.wololo.flatgeobuf.generated.Crs stated = header.crs();
      CoordinateSystem found = null;
      if (stated != null && stated.code() > 0) {
        String authority = stated.org() == null ? "EPSG" : stated.org();
        found = CoordinateSystem.findByCode(authority + ":" + stated.code()).orElse(null);
      }
      if (found == null && stated != null && stated.wkt() != null) {
        found = CoordinateSystem.findByWkt(stated.wkt()).orElse(null);
      }
      boolean declared = found == null && !options.crs().isEmpty();
      return declared ? Crs.declared(file, options.crs()) : found;
    }

    private void emit(long row, ByteBuffer bytes) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      for (String column : columns) {
        attributes.put(column, null);
      }
      Geometry geometry = null;
      try {
        Feature feature = Feature.getRootAsFeature(bytes);
        properties(feature, attributes);
        if (feature.geometry() != null) {
          int type = header.geometryType();
          int own = type == 0 ? feature.geometry().type() : type;
          requireFits(feature.geometry(), feature.getByteBuffer().capacity(), 0);
          geometry = GeometryConversions.deserialize(feature.geometry(), own);
        }
      } catch (RuntimeException lying) {
        out.finding(
            Finding.of(Severity.ERROR, "geometryBroken", file, layer)
                .withRow(row)
                .withValue(String.valueOf(lying.getMessage()), ""));
      }
      out.feature(new org.kiungo.geodata.format.Feature(row, "", geometry, attributes));
    }

    private static void requireFits(
        org.wololo.flatgeobuf.generated.Geometry geometry, int bytes, int depth) {
      boolean fits =
          depth < DEEPEST
              && isWithin(geometry.xyLength(), Double.BYTES, bytes)
              && isWithin(geometry.zLength(), Double.BYTES, bytes)
              && isWithin(geometry.endsLength(), Integer.BYTES, bytes)
              && isWithin(geometry.partsLength(), Integer.BYTES, bytes);
      if (!fits) {
        throw new IllegalArgumentException("more than " + bytes + " B");
      }
      for (int k = 0; k < geometry.partsLength(); k++) {
        requireFits(geometry.parts(k), bytes, depth + 1);
      }
    }

    private static boolean isWithin(int length, int each, int bytes) {
      return length >= 0 && (long) length * each <= bytes;
    }

    private void properties(Feature feature, Map<String, Object> attributes) {
      ByteBuffer bytes = feature.propertiesAsByteBuffer();
      if (bytes == null) {
        return;
      }
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      while (bytes.remaining() >= 2) {
        int index = bytes.getShort() & 0xffff;
        boolean declared = index < columns.length;
        Column column = declared ? header.columns(index) : feature.columns(index);
        String name = declared ? columns[index] : column.name();
        attributes.put(name, value(bytes, column.type()));
      }
    }

    private static Object value(ByteBuffer bytes, int type) {
      return switch (type) {
        case ColumnType.Bool -> bytes.get() != 0;
        case ColumnType.Byte -> (long) bytes.get();
        case ColumnType.UByte -> (long) (bytes.get() & 0xff);
        case ColumnType.Short -> (long) bytes.getShort();
        case ColumnType.UShort -> (long) (bytes.getShort() & 0xffff);
        case ColumnType.Int -> (long) bytes.getInt();
        case ColumnType.UInt -> bytes.getInt() & 0xffffffffL;
        case ColumnType.Long, ColumnType.ULong -> bytes.getLong();
        case ColumnType.Float -> (double) bytes.getFloat();
        case ColumnType.Double -> bytes.getDouble();
        default -> {
          int size = bytes.getInt();
          if (!isWithin(size, 1, bytes.remaining())) {
            throw new IllegalArgumentException(size + " > " + bytes.remaining() + " B");
          }
          byte[] raw = new byte[size];
          bytes.get(raw);
          yield type == ColumnType.Binary
              ? "BLOB " + raw.length
              : new String(raw, StandardCharsets.UTF_8);
        }
      };
    }
  }
}
