package org.kiungo.geodata.format.osm;

import java.util.Arrays;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;

/** Where the nodes of wanted ways lie: 16 bytes for each. */
final class OsmNodes {

  /** 12 million nodes take 192 MB: the main roads of any country of Africa several times over. */
  static final int MOST = 12_000_000;

  /** The seventh decimal of degrees is what OpenStreetMap keeps. */
  static final double PER_DEGREE = 1e7;

  private static final long NOWHERE = Long.MIN_VALUE;

  private final SourceFile file;
  private long[] ids = new long[1 << 12];
  private long[] places = {};
  private int size;

  OsmNodes(SourceFile file) {
    this.file = file;
  }

  /** A node that is wanted; before {@link #sort}. */
  void want(long id) {
    if (size == ids.length) {
      if (size == MOST) {
        sort();
        if (size > MOST / 2) {
          throw new InputRefused("osm.tooLarge", "file", file.name(), "limit", MOST);
        }
      }
      ids = Arrays.copyOf(ids, Math.min(MOST, Math.max(2 * size, 1 << 12)));
    }
    ids[size++] = id;
  }

  /** Once all wanted are known. */
  void sort() {
    Arrays.sort(ids, 0, size);
    int kept = 0;
    for (int k = 0; k < size; k++) {
      if (kept == 0 || ids[kept - 1] != ids[k]) {
        ids[kept++] = ids[k];
      }
    }
    size = kept;
  }

  /** Makes room for places. */
  void place() {
    sort();
    places = new long[size];
    Arrays.fill(places, NOWHERE);
  }

  void put(long id, long lon, long lat) {
    int k = Arrays.binarySearch(ids, 0, size, id);
    if (k >= 0) {
      places[k] = lon << 32 | lat & 0xFFFFFFFFL;
    }
  }

  /** Null for one that the extract does not hold. */
  Coordinate find(long id) {
    int k = Arrays.binarySearch(ids, 0, size, id);
    return k < 0 || places[k] == NOWHERE
        ? null
        : new Coordinate((places[k] >> 32) / PER_DEGREE, (int) places[k] / PER_DEGREE);
  }
}
