package org.kiungo.geodata.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;

/**
 * The .dbf part: UTF-8, numbers as text of up to 24 characters so that they read back exactly.
 *
 * @see <a href="https://www.loc.gov/preservation/digital/formats/fdd/fdd000326.shtml">dBase table
 *     format</a>
 */
final class DbfFile implements AutoCloseable {

  private static final int LONGEST_NAME = 10;
  private static final int LONGEST_TEXT = 254;

  /** Characters of the longest number: -1.2345678901234567E-300. */
  private static final int LONGEST_NUMBER = 24;

  private final ExportLayer layer;
  private final Path file;
  private final List<String> names;
  private final OutputStream bytes;
  private int rows;

  DbfFile(ExportLayer layer, Path file) throws IOException {
    this.layer = layer;
    this.file = file;
    this.names = names(layer.fields());
    this.bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    bytes.write(header());
  }

  /** The columns' names as the format can hold them: ten bytes, each its own. */
  static List<String> names(List<Field> fields) {
    List<String> names = new ArrayList<>();
    for (Field field : fields) {
      String name = cut(field.name(), LONGEST_NAME);
      for (int copy = 2; contains(names, name); copy++) {
        String number = "_" + copy;
        name = cut(field.name(), LONGEST_NAME - number.length()) + number;
      }
      names.add(name);
    }
    return names;
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** The longest beginning of whole characters that fits. */
  private static String cut(String text, int most) {
    String fits = text;
    while (fits.getBytes(StandardCharsets.UTF_8).length > most) {
      fits = fits.substring(0, fits.offsetByCodePoints(fits.length(), -1));
    }
    return fits;
  }

  private static int width(Field field) {
    return switch (field.type()) {
      case TEXT -> LONGEST_TEXT;
      case BOOLEAN -> 1;
      default -> LONGEST_NUMBER;
    };
  }

  private byte[] header() {
    int columns = Math.max(1, names.size());
    int length = 32 + 32 * columns + 1;
    int row = 1 + layer.fields().stream().mapToInt(DbfFile::width).sum();
    row += names.isEmpty() ? 1 : 0;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    // a fixed date: the same layer gives the same bytes
    header.put((byte) 3).put((byte) 80).put((byte) 1).put((byte) 1).putInt(0);
    header.putShort((short) length).putShort((short) row).position(32);
    if (names.isEmpty()) {
      column(header, "none", 'L', 1); // a table has at least one column
    }
    for (int k = 0; k < names.size(); k++) {
      Field field = layer.fields().get(k);
      char type =
          switch (field.type()) {
            case TEXT -> 'C';
            case BOOLEAN -> 'L';
            case INTEGER -> 'N';
            case REAL -> 'F';
          };
      column(header, names.get(k), type, width(field));
    }
    return header.put((byte) 13).array();
  }

  private static void column(ByteBuffer header, String name, char type, int width) {
    int at = header.position();
    header.put(name.getBytes(StandardCharsets.UTF_8)).position(at + 11);
    header.put((byte) type).position(at + 16);
    header.put((byte) width).position(at + 32);
  }

  /** Adds a row. */
  void add(Feature feature) throws IOException {
    rows++;
    bytes.write(' ');
    if (names.isEmpty()) {
      bytes.write('?');
    }
    for (Field field : layer.fields()) {
      Object value = feature.attributes().get(field.name());
      byte[] cell = new byte[width(field)];
      Arrays.fill(cell, (byte) ' ');
      byte[] text = text(field, value).getBytes(StandardCharsets.UTF_8);
      if (text.length > cell.length) {
        throw ShapefileWriter.limit(
            layer, field.name(), text.length + " bytes", cell.length + " bytes");
      }
      boolean number = field.type() == Field.Type.INTEGER || field.type() == Field.Type.REAL;
      System.arraycopy(text, 0, cell, number ? cell.length - text.length : 0, text.length);
      bytes.write(cell);
    }
  }

  private static String text(Field field, Object value) {
    if (value == null) {
      return field.type() == Field.Type.BOOLEAN ? "?" : "";
    }
    return field.type() == Field.Type.BOOLEAN
        ? Boolean.TRUE.equals(value) ? "T" : "F"
        : value.toString();
  }

  @Override
  public void close() throws IOException {
    bytes.write(26);
    bytes.close();
    try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
      whole.seek(4);
      whole.writeInt(Integer.reverseBytes(rows));
    }
  }
}
