package org.kiungo.geodata.format.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader when one record grows beyond bounds, before it fills the memory. */
final class RecordLimit extends FilterReader {

  /** One record is longer than allowed. */
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final int most;
  private int count;

  RecordLimit(Reader in, int most) {
    super(new BufferedReader(in, 1 << 16));
    this.most = most;
  }

  void recordEnds() {
    count = 0;
  }

  /** Skips exactly as many characters. */
  void skipCharacters(long characters) throws IOException {
    long left = characters;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped <= 0) {
        return;
      }
      left -= skipped;
    }
  }

  @Override
  public int read() throws IOException {
    check(1);
    return in.read();
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int read = in.read(into, from, length);
    check(read);
    return read;
  }

  private void check(int read) throws IOException {
    count += read;
    if (count > most) {
      throw new Exceeded();
    }
  }
}
