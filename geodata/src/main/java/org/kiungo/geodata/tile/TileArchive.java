package org.kiungo.geodata.tile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive of vector tiles in one file that programs read part by part, PMTiles 3. Tiles wait in
 * a file of their own until all are there; they are written in the order of their numbers, so that
 * what lies near in the file lies near on the ground. Closing it deletes what waits.
 *
 * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles 3</a>
 */
public final class TileArchive implements AutoCloseable {

  private static final int HEADER = 127;

  /** Header and root directory together are no longer, so that one read fetches both. */
  private static final int MOST_ROOT = 16_384 - HEADER;

  private static final byte GZIP = 2;
  private static final byte VECTOR_TILES = 1;

  /** Degrees to whole numbers. */
  private static final double PER_DEGREE = 1e7;

  /** Where a tile, or a directory, lies. */
  private record Entry(long number, long offset, int length, int run) {}

  private final Path waiting;
  private final RandomAccessFile tiles;
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private int mostZoom;

  /**
   * @param folder in which tiles wait
   */
  public TileArchive(Path folder) throws IOException {
    waiting = Files.createTempFile(folder, "tiles", ".part");
    tiles = new RandomAccessFile(waiting.toFile(), "rw");
  }

  /** Takes a tile; each once, in any order. */
  public void add(TileAddress address, byte[] tile) throws IOException {
    byte[] packed = packed(tile);
    Entry entry = new Entry(address.number(), tiles.getFilePointer(), packed.length, 1);
    if (entries.putIfAbsent(entry.number(), entry) != null) {
      throw new IllegalArgumentException(address + " is there already");
    }
    tiles.write(packed);
    mostZoom = Math.max(mostZoom, address.zoom());
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /**
   * Writes the archive of all tiles so far; at least one.
   *
   * @param ground that they show, longitude and latitude
   * @param metadata with {@code vector_layers}
   */
  public void write(Path out, Envelope ground, Map<String, Object> metadata) throws IOException {
    List<Entry> ordered = new ArrayList<>();
    long offset = 0;
    for (Entry each : entries.values()) {
      ordered.add(new Entry(each.number(), offset, each.length(), 1));
      offset += each.length();
    }
    byte[] told =
        packed(JsonMapper.shared().writeValueAsString(metadata).getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    byte[] root = root(ordered, leaves);
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    long at = HEADER;
    for (long length : new long[] {root.length, told.length, leaves.size(), offset}) {
      header.putLong(at).putLong(length);
      at += length;
    }
    for (int k = 0; k < 3; k++) { // tiles, entries and contents: one each
      header.putLong(ordered.size());
    }
    header.put((byte) 1).put(GZIP).put(GZIP).put(VECTOR_TILES).put((byte) 0).put((byte) mostZoom);
    place(header, new Coordinate(ground.getMinX(), ground.getMinY()));
    place(header, new Coordinate(ground.getMaxX(), ground.getMaxY()));
    header.put((byte) zoomOf(ground));
    place(header, ground.centre());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
      file.write(header.array());
      file.write(root);
      file.write(told);
      leaves.writeTo(file);
      for (Entry each : entries.values()) {
        byte[] tile = new byte[each.length()];
        tiles.seek(each.offset());
        tiles.readFully(tile);
        file.write(tile);
      }
    }
    tiles.seek(tiles.length());
  }

  private static void place(ByteBuffer header, Coordinate at) {
    header.putInt((int) Math.round(at.x * PER_DEGREE)).putInt((int) Math.round(at.y * PER_DEGREE));
  }

  /** The deepest zoom at which one tile is as wide as the ground. */
  private int zoomOf(Envelope ground) {
    double degrees = Math.max(ground.getWidth(), ground.getHeight());
    int zoom = 0;
    while (zoom < mostZoom && 360.0 / TileAddress.side(zoom + 1) >= degrees) {
      zoom++;
    }
    return zoom;
  }

  /** The root directory; where it were too long, it names leaves that hold equally many tiles. */
  private static byte[] root(List<Entry> entries, ByteArrayOutputStream leaves) throws IOException {
    byte[] root = directory(entries);
    for (int size = 4_096; root.length > MOST_ROOT; size *= 2) {
      leaves.reset();
      List<Entry> named = new ArrayList<>();
      for (int from = 0; from < entries.size(); from += size) {
        byte[] leaf = directory(entries.subList(from, Math.min(entries.size(), from + size)));
        named.add(new Entry(entries.get(from).number(), leaves.size(), leaf.length, 0));
        leaves.write(leaf);
      }
      root = directory(named);
    }
    return root;
  }

  /**
   * @see <a href="https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md">PMTiles 3,
   *     A.1</a>
   */
  private static byte[] directory(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    number(bytes, entries.size());
    long last = 0;
    for (Entry each : entries) {
      number(bytes, each.number() - last);
      last = each.number();
    }
    for (Entry each : entries) {
      number(bytes, each.run());
    }
    for (Entry each : entries) {
      number(bytes, each.length());
    }
    long next = -1;
    for (Entry each : entries) {
      number(bytes, each.offset() == next ? 0 : each.offset() + 1);
      next = each.offset() + each.length();
    }
    return packed(bytes.toByteArray());
  }

  /** Seven bits a byte, the lowest first. */
  private static void number(ByteArrayOutputStream bytes, long number) {
    long rest = number;
    while (rest > 0x7f) {
      bytes.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  @Override
  public void close() throws IOException {
    tiles.close();
    Files.deleteIfExists(waiting);
  }
}
