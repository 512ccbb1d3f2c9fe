package org.kiungo.geodata.format.table;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.TextEncoding;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The rows of a dBase file. Text is decoded by the character set of the .cpg part or of a user,
 * else by the language byte of the header, else UTF-8 where it is valid and Windows-1252 where not.
 */
public final class DbfTable implements AutoCloseable {

  private static final int MOST_COLUMNS = 2_046;

  /** A column: its type letter and where its bytes stand in a row. */
  private record Column(String name, char type, int from, int length, int decimals) {}

  private final SourceFile file;
  private final DataInputStream in;
  private final long rows;
  private final byte[] row;
  private final List<Column> columns = new ArrayList<>();
  private final Set<String> undecodable = new HashSet<>();
  private final Charset charset;
  private final boolean encodingGuessed;
  private long read;
  private long deleted;
  private long firstDeleted;

  private DbfTable(SourceFile file, String declared, DataInputStream in) throws IOException {
    this.file = file;
    this.in = in;
    ByteBuffer header = ByteBuffer.wrap(bytes(32)).order(ByteOrder.LITTLE_ENDIAN);
    this.rows = header.getInt(4) & 0xffffffffL;
    int headerBytes = header.getShort(8) & 0xffff;
    int rowBytes = header.getShort(10) & 0xffff;
    int language = header.get(29) & 0xff;
    if (headerBytes < 33 || rowBytes < 1) {
      throw damaged("header", headerBytes + "/" + rowBytes);
    }
    byte[] descriptors = bytes(headerBytes - 32);
    List<byte[]> names = columns(descriptors);
    int needed = columns.stream().mapToInt(c -> c.from() + c.length()).max().orElse(1);
    if (needed > rowBytes) {
      throw damaged("header", needed + " > " + rowBytes);
    }
    this.row = new byte[rowBytes];
    Charset stated = declared.isEmpty() ? DbfLanguages.charset(language) : null;
    this.encodingGuessed = declared.isEmpty() && stated == null;
    this.charset =
        !declared.isEmpty()
            ? TextEncoding.named(declared, file.name())
            : stated != null ? stated : TextEncoding.ofWhole(file, headerBytes);
    rename(names);
  }

  public static DbfTable open(SourceFile file, String declared) {
    try {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16));
      try {
        return new DbfTable(file, declared, in);
      } catch (IOException | RuntimeException refused) {
        in.close();
        throw refused;
      }
    } catch (EOFException cut) {
      throw truncated(file, "header", file.sizeBytes() + 1);
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  private List<byte[]> columns(byte[] descriptors) {
    List<byte[]> names = new ArrayList<>();
    int from = 1;
    for (int at = 0; at + 32 <= descriptors.length && descriptors[at] != 0x0D; at += 32) {
      int length = 0;
      while (length < 11 && descriptors[at + length] != 0) {
        length++;
      }
      names.add(java.util.Arrays.copyOfRange(descriptors, at, at + length));
      char type = (char) descriptors[at + 11];
      int width = descriptors[at + 16] & 0xff;
      int decimals = descriptors[at + 17] & 0xff;
      if (type == 'C') {
        width += decimals << 8; // text longer than 255 uses the second byte
        decimals = 0;
      }
      columns.add(new Column("", type, from, width, decimals));
      from += width;
      if (columns.size() > MOST_COLUMNS) {
        throw SourceFile.tooMuch(file.name(), "columns", columns.size(), MOST_COLUMNS);
      }
    }
    return names;
  }

  private void rename(List<byte[]> names) {
    name(names.stream().map(each -> new String(each, charset).strip()).toList());
  }

  /** Gives columns the names that they had before the format shortened them. */
  public void rename(UnaryOperator<String> full) {
    name(columns.stream().map(each -> full.apply(each.name())).toList());
  }

  private void name(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int k = 0; k < names.size(); k++) {
      String name = names.get(k).isEmpty() ? "column" + (k + 1) : names.get(k);
      String unique = name;
      for (int copy = 2; !seen.add(unique); copy++) {
        unique = name + " (" + copy + ")";
      }
      Column old = columns.get(k);
      columns.set(k, new Column(unique, old.type(), old.from(), old.length(), old.decimals()));
    }
  }

  public List<String> columns() {
    return columns.stream().map(Column::name).toList();
  }

  /** Rows that the header states. */
  public long rows() {
    return rows;
  }

  public Charset charset() {
    return charset;
  }

  public boolean isEncodingGuessed() {
    return encodingGuessed;
  }

  /** True when the current row is marked as deleted. */
  public boolean isDeleted() {
    return row[0] == '*';
  }

  /** Rows marked as deleted so far. */
  public long deleted() {
    return deleted;
  }

  /** The first of them, from 1; 0 when there is none. */
  public long firstDeleted() {
    return firstDeleted;
  }

  /** Columns of the current row whose text the character set does not hold. */
  public Set<String> undecodable() {
    return undecodable;
  }

  /** The next row's values, null after the last. */
  public Map<String, Object> next() throws IOException {
    if (read == rows) {
      return null;
    }
    try {
      in.readFully(row);
    } catch (EOFException cut) {
      throw truncated(file, "row " + (read + 1), file.sizeBytes() + (rows - read) * row.length);
    }
    read++;
    if (isDeleted()) {
      firstDeleted = deleted++ == 0 ? read : firstDeleted;
    }
    undecodable.clear();
    Map<String, Object> values = new LinkedHashMap<>(columns.size() * 2);
    for (Column column : columns) {
      values.put(column.name(), value(column));
    }
    return values;
  }

  private Object value(Column column) {
    if ("IO+@".indexOf(column.type()) >= 0 && (column.length() == 4 || column.length() == 8)) {
      return binary(column);
    }
    boolean text = column.type() == 'C' || column.type() == 'M';
    Charset decoder = text ? charset : StandardCharsets.ISO_8859_1;
    String raw = new String(row, column.from(), column.length(), decoder);
    int end = raw.indexOf('\0');
    String plain = (end < 0 ? raw : raw.substring(0, end)).stripTrailing();
    if (text) {
      if (plain.indexOf('\uFFFD') >= 0) {
        undecodable.add(column.name());
      }
      return plain.isEmpty() ? null : plain;
    }
    plain = plain.strip();
    if (plain.isEmpty() || plain.startsWith("*")) {
      return null;
    }
    return switch (column.type()) {
      case 'N', 'F' -> number(column, plain);
      case 'L' -> logical(plain);
      default -> plain;
    };
  }

  private Object binary(Column column) {
    ByteBuffer bytes =
        ByteBuffer.wrap(row, column.from(), column.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
    if (column.type() == 'O') {
      return column.length() == 8 ? (Object) bytes.getDouble() : null;
    }
    return column.length() == 4 ? (long) bytes.getInt() : bytes.getLong();
  }

  private static Object number(Column column, String plain) {
    boolean whole = column.decimals() == 0 && plain.matches("[-+]?\\d{1,18}");
    if (whole) {
      return Long.parseLong(plain);
    }
    NumberText number = NumberText.of(plain, false);
    return number.problem().isEmpty() ? (Object) number.value() : plain;
  }

  private static Boolean logical(String plain) {
    return switch (plain.charAt(0)) {
      case 'T', 't', 'Y', 'y' -> true;
      case 'F', 'f', 'N', 'n' -> false;
      default -> null;
    };
  }

  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return bytes;
  }

  private InputRefused damaged(String place, String found) {
    return new InputRefused("file.damaged", "file", file.name(), "place", place, "found", found);
  }

  private static InputRefused truncated(SourceFile file, String place, long needed) {
    return new InputRefused(
        "file.truncated",
        "file",
        file.name(),
        "place",
        place,
        "found",
        file.sizeBytes() + "",
        "expected",
        needed + "");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
