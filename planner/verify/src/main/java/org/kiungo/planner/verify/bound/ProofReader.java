package org.kiungo.planner.verify.bound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the numbers of a bound's proof; throws {@link IllegalStateException} where it ends. */
final class ProofReader {

  private final InputStream in;

  ProofReader(InputStream in) {
    this.in = in;
  }

  int octet() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new IllegalStateException("the proof ends early");
    }
    return b;
  }

  /** Unsigned LEB128. */
  long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      int b = octet();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new IllegalStateException("a number of the proof is too long");
  }

  /** A number no larger than a limit. */
  int number(long most) throws IOException {
    long value = number();
    if (value > most) {
      throw new IllegalStateException("a number of the proof is " + value + ", beyond " + most);
    }
    return (int) value;
  }

  double real() throws IOException {
    long bits = 0;
    for (int k = 0; k < 8; k++) {
      bits = bits << 8 | octet();
    }
    return Double.longBitsToDouble(bits);
  }

  String text(int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new IllegalStateException("the proof ends early");
    }
    return new String(read, StandardCharsets.UTF_8);
  }

  boolean atEnd() throws IOException {
    return in.read() < 0;
  }
}
