package org.kiungo.geodata.layer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.RowDecisions;
import org.kiungo.geodata.layer.seen.NearbyPlaces;
import org.kiungo.geodata.layer.seen.SeenIds;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/** Makes one layer's records from its rows. */
sealed interface RecordMaker<T>
    permits SettlementRows, NodeRows, FibreRows, TowerRows, FeatureRows {

  /** Hands on the row's records unless an error is told of it. */
  void make(Row row, Consumer<T> out);

  /** The layer's main quantity in this row, for totals; NaN when it has none. */
  default double quantity(Row row) {
    return Double.NaN;
  }

  /** What all makers share: the claimed country, outlines, ids and places already seen. */
  final class Context {
    /** Characters of an id that a store keeps. */
    static final int LONGEST_ID = 400;

    final String iso3;
    final CountryLookup countries;
    private final SeenIds ids = new SeenIds();
    private final Map<String, Integer> copies = new HashMap<>();
    private final NearbyPlaces places = new NearbyPlaces();
    private final Map<Long, Long> shapes = new HashMap<>();
    private final RowDecisions decisions;

    Context(String iso3, CountryLookup countries, RowDecisions decisions) {
      this.decisions = decisions;
      this.iso3 = iso3 == null ? "" : iso3;
      this.countries = countries;
    }

    /** What rows that say no state are said to be; empty for not known. */
    String state() {
      return decisions.state();
    }

    /** What is told of rows that say no state and are left out for it; empty when they are used. */
    Optional<RowDecisions.LeftOut> leavesStatelessOut() {
      return decisions.leavesStatelessOut();
    }

    /** Whether somebody is asked about what rows do not say. */
    boolean isJudged() {
      return decisions != RowDecisions.NONE;
    }

    /** What facilities are said to be that do not say it; empty for not known. */
    String facility() {
      return decisions.facility();
    }

    /** The row's own id, told as an error when taken; else one made from country and place. */
    String id(Row row, String country, LonLat place) {
      String own = row.ownId();
      if (!own.isEmpty()) {
        return id(row, own);
      }
      String made = String.format(Locale.ROOT, "%s_%.4f_%.4f", country, place.lon(), place.lat());
      String unique = made;
      while (!ids.add(unique)) {
        unique = made + "_" + copies.merge(made, 2, (old, two) -> old + 1);
      }
      return unique;
    }

    /** An id of a part of a row, which no other row or part has. */
    String partId(String id, int part) {
      String made = id + "/" + part;
      String unique = made;
      while (!ids.add(unique)) {
        unique = made + "_" + copies.merge(made, 2, (old, two) -> old + 1);
      }
      return unique;
    }

    /** An id that the row states, told as an error when taken or too long. */
    String id(Row row, String stated) {
      if (stated.length() > LONGEST_ID) {
        row.tell(Severity.ERROR, "idTooLong", "id", stated, LONGEST_ID + "");
      } else if (!ids.add(stated)) {
        row.tell(Severity.ERROR, "idTwice", "id", stated, "");
      }
      return stated;
    }

    /** Warns when an earlier row is drawn with the same vertices. */
    void checkShapeTwice(Row row) {
      if (row.geometry() == null) {
        return;
      }
      long hash = 1;
      for (Coordinate vertex : row.geometry().getCoordinates()) {
        hash = mixed(mixed(hash, vertex.x), vertex.y);
      }
      Long earlier = shapes.putIfAbsent(hash, row.number());
      if (earlier != null) {
        row.tell(Severity.WARNING, "shapeTwice", "", earlier.toString(), "");
      }
    }

    /** Sixty-four bits by which cells of a grid, too, differ; the factor is 2⁶⁴ / φ (Knuth). */
    private static long mixed(long hash, double value) {
      long product = (hash ^ Double.doubleToLongBits(value)) * 0x9E3779B97F4A7C15L;
      return product ^ product >>> 32;
    }

    /** Warns when an earlier row lies within 50 m; lists the row when it is to be that one. */
    void checkNearby(Row row, LonLat place) {
      long earlier = places.findAndAdd(place, row.number());
      String merged = earlier > 0 ? decisions.merges(row.number(), earlier, row.text("name")) : "";
      if (!merged.isEmpty()) {
        row.tell(Severity.ANSWERED, merged, "", Long.toString(earlier), "");
      } else if (earlier > 0) {
        row.tell(Severity.WARNING, "placeTwice", "", Long.toString(earlier), "50");
      }
    }
  }
}
