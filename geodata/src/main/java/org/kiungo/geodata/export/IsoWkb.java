package org.kiungo.geodata.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns PostGIS's extended type codes (a flag bit for Z) into ISO ones (1000 added). */
final class IsoWkb {

  private static final int FLAG_Z = 0x80000000;
  private static final int POSITION_BYTES = 24;

  private IsoWkb() {}

  /** Rewrites the type codes of a little-endian, three-dimensional geometry in place. */
  static void fromExtended(byte[] wkb) {
    geometry(ByteBuffer.wrap(wkb).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static void geometry(ByteBuffer in) {
    in.get();
    int at = in.position();
    int type = in.getInt() & ~FLAG_Z;
    in.putInt(at, type + 1000);
    switch (type) {
      case 1 -> in.position(in.position() + POSITION_BYTES);
      case 2 -> path(in);
      case 3 -> {
        for (int rings = in.getInt(); rings > 0; rings--) {
          path(in);
        }
      }
      default -> {
        for (int parts = in.getInt(); parts > 0; parts--) {
          geometry(in);
        }
      }
    }
  }

  private static void path(ByteBuffer in) {
    int points = in.getInt();
    in.position(in.position() + points * POSITION_BYTES);
  }
}
