package org.kiungo.geodata.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The central directory of a ZIP archive, checked before anything is unpacked: names that leave the
 * folder, links, encryption, overlapping or repeated entries and lying sizes are refused.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3</a>
 */
public final class ZipDirectory {

  static final int MOST_ENTRIES = 2_000;

  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int MODE_MASK = 0xF000;
  private static final int SYMBOLIC_LINK = 0xA000;

  /**
   * An entry of the archive.
   *
   * @param name as the archive spells it
   * @param offset of its local header
   * @param packedBytes size in the archive
   */
  public record Entry(String name, long offset, long packedBytes) {

    /** Folders, hidden files and what a Mac adds on its own. */
    boolean isJunk() {
      String last = name.substring(name.lastIndexOf('/') + 1);
      return last.isEmpty() || last.startsWith(".") || name.startsWith("__MACOSX/");
    }

    /** Its name without folders. */
    String plainName() {
      return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Its name without folders and without what follows the last point. */
    String stem() {
      int dot = plainName().lastIndexOf('.');
      return dot > 0 ? plainName().substring(0, dot) : plainName();
    }

    /** Its folders as one name tells them; empty for none. */
    String folder() {
      return name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', ' ');
    }

    boolean hasExtension(String extension) {
      return name.toLowerCase(Locale.ROOT).endsWith("." + extension);
    }
  }

  private final SourceFile file;
  private final FileChannel channel;

  private ZipDirectory(SourceFile file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Entries in directory order, all safe to unpack under names of our own. */
  public static List<Entry> read(SourceFile file) {
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
      return new ZipDirectory(file, channel).entries();
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
      if (broken instanceof InputRefused refused) {
        throw refused;
      }
      throw broken(file, file.sizeBytes() + " B", broken); // its directory stands at the end
    }
  }

  /**
   * @param place the entry that is damaged, or bytes from the beginning
   */
  public static InputRefused broken(SourceFile file, String place, Exception cause) {
    InputRefused refused = new InputRefused("file.zipBroken", "file", file.name(), "place", place);
    refused.initCause(cause);
    return refused;
  }

  private List<Entry> entries() throws IOException {
    int tail = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
    ByteBuffer end = bytes(channel.size() - tail, tail);
    int last = tail - END_BYTES;
    while (last >= 0 && end.getInt(last) != 0x06054b50) {
      last--;
    }
    if (last < 0) {
      throw new IOException("no end of central directory");
    }
    int count = end.getShort(last + 10) & 0xffff;
    long size = end.getInt(last + 12) & 0xffffffffL;
    long start = end.getInt(last + 16) & 0xffffffffL;
    if (count > MOST_ENTRIES) {
      throw SourceFile.tooMuch(file.name(), "ZIP", count, MOST_ENTRIES);
    }
    ByteBuffer directory = bytes(start, (int) Math.min(size, 64 << 20));
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int next = 0;
    for (int k = 0; k < count; k++) {
      int at = next;
      Entry entry = entry(directory, at);
      if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
        throw refused(entry.name());
      }
      entries.add(entry);
      next += 46;
      next += length(directory, at, 28) + length(directory, at, 30) + length(directory, at, 32);
    }
    checkOverlaps(entries);
    return entries;
  }

  private static int length(ByteBuffer directory, int entry, int field) {
    return directory.getShort(entry + field) & 0xffff;
  }

  private Entry entry(ByteBuffer directory, int at) throws IOException {
    if (directory.getInt(at) != 0x02014b50) {
      throw new IOException("no directory entry at " + at);
    }
    int flags = directory.getShort(at + 8);
    byte[] raw = new byte[length(directory, at, 28)];
    directory.get(at + 46, raw);
    boolean utf8 = (flags & 0x800) != 0;
    String name = new String(raw, utf8 ? StandardCharsets.UTF_8 : Charset.forName("IBM437"));
    int mode = directory.getInt(at + 38) >>> 16 & MODE_MASK;
    boolean encrypted = (flags & 1) != 0;
    if (encrypted) {
      throw new InputRefused("file.zipBroken", "file", file.name(), "place", name);
    }
    if (mode == SYMBOLIC_LINK || isUnsafe(name)) {
      throw refused(name);
    }
    long packed = directory.getInt(at + 20) & 0xffffffffL;
    return new Entry(name, directory.getInt(at + 42) & 0xffffffffL, packed);
  }

  /** Names that would leave the folder, or that show something else than they are. */
  private static boolean isUnsafe(String name) {
    boolean absolute = name.startsWith("/") || name.matches("[A-Za-z]:.*");
    boolean climbs = List.of(name.split("/", -1)).contains("..");
    boolean hidden =
        name.codePoints()
            .anyMatch(
                c -> {
                  int type = Character.getType(c);
                  return type == Character.CONTROL || type == Character.FORMAT;
                });
    return absolute || climbs || hidden || name.indexOf('\\') >= 0 || name.isEmpty();
  }

  private void checkOverlaps(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(java.util.Comparator.comparingLong(Entry::offset));
    for (int k = 1; k < sorted.size(); k++) {
      Entry before = sorted.get(k - 1);
      if (before.offset() + 30 + before.packedBytes() > sorted.get(k).offset()) {
        throw refused(sorted.get(k).name());
      }
    }
  }

  private InputRefused refused(String name) {
    String shown = name.replaceAll("[\\p{Cc}\\p{Cf}]", "�");
    return new InputRefused("file.zipEntry", "file", file.name(), "entry", shown);
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("cut");
      }
    }
    return buffer.flip();
  }
}
