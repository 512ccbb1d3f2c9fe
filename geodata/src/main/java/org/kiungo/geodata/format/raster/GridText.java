package org.kiungo.geodata.format.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The cells of an ASCII grid, word by word from any byte of the file, through one buffer; decimals
 * after a point or, as French systems write them, after a comma. Numbers of up to fifteen digits
 * are built without text, exactly: a whole number below 2⁵³ times or over a power of ten up to 10²²
 * is rounded once (Clinger 1990, doi:10.1145/93542.93557).
 */
final class GridText implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_WORD = 64;
  private static final double[] TEN = powersOfTen();

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final byte[] word = new byte[LONGEST_WORD];
  private final byte[] block = new byte[BUFFER_BYTES];
  private int length;
  private int next;
  private int end;
  private long blockStart;

  GridText(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.READ);
  }

  /** Goes to a byte of the file. */
  void seek(long position) {
    blockStart = position;
    next = 0;
    end = 0;
  }

  /** Byte that is read next. */
  long position() {
    return blockStart + next;
  }

  private int read() throws IOException {
    if (next == end) {
      blockStart += end;
      next = 0;
      buffer.clear();
      int got = file.read(buffer, blockStart);
      end = Math.max(0, got);
      if (got <= 0) {
        return -1;
      }
      buffer.flip();
      buffer.get(block, 0, end);
    }
    return block[next++];
  }

  /**
   * Moves to the next word.
   *
   * @return false at the end of the file
   */
  boolean nextWord() throws IOException {
    int b = read();
    while (b != -1 && b <= ' ' && b >= 0) {
      b = read();
    }
    length = 0;
    while (b > ' ' || b < -1) {
      if (length < LONGEST_WORD) {
        word[length++] = (byte) b;
      }
      b = read();
    }
    return length > 0;
  }

  /** The word as text. */
  String word() {
    return new String(word, 0, length, StandardCharsets.ISO_8859_1);
  }

  /**
   * The word as a number.
   *
   * @throws NumberFormatException if it is none
   */
  double number() {
    int k = 0;
    boolean negative = word[0] == '-';
    if (negative || word[0] == '+') {
      k++;
    }
    long digits = 0;
    int count = 0;
    int afterPoint = 0;
    boolean point = false;
    for (; k < length; k++) {
      int c = word[k];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
        afterPoint += point ? 1 : 0;
      } else if ((c == '.' || c == ',') && !point) {
        point = true;
      } else {
        return slowNumber();
      }
    }
    if (count == 0 || count > 15) {
      return slowNumber();
    }
    double value = digits / TEN[afterPoint];
    return negative ? -value : value;
  }

  private double slowNumber() {
    String text = word().replace(',', '.');
    return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
  }

  private static double[] powersOfTen() {
    double[] powers = new double[16];
    for (int k = 0; k < powers.length; k++) {
      powers[k] = Double.parseDouble("1e" + k);
    }
    return powers;
  }

  /** Moves to the next word, which must be there. */
  void needWord() throws IOException {
    if (!nextWord()) {
      throw new EOFException();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
