package org.kiungo.geodata.terrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Open heights of the whole of Africa, in files of one degree by one. Names as in <a
 * href="https://registry.opendata.aws/copernicus-dem/">Copernicus DEM on AWS</a>, by the south-west
 * corner; there is none of the open sea.
 */
public enum ElevationSource {
  /** Copernicus GLO-90: about 90 m. */
  GLO_90(3, "Copernicus_DSM_COG_30_%s%02d_00_%s%03d_00_DEM", "copernicus-dem-90m"),
  /** Copernicus GLO-30: about 30 m, nine times the bytes. */
  GLO_30(1, "Copernicus_DSM_COG_10_%s%02d_00_%s%03d_00_DEM", "copernicus-dem-30m");

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final int arcSeconds;
  private final String pattern;
  private final String bucket;

  ElevationSource(int arcSeconds, String pattern, String bucket) {
    this.arcSeconds = arcSeconds;
    this.pattern = pattern;
    this.bucket = bucket;
  }

  /**
   * A file.
   *
   * @param name without its extension
   * @param address from which anybody may fetch it
   */
  public record Tile(String name, String address) {}

  /** As people write it: GLO-90. */
  public String label() {
    return name().replace('_', '-');
  }

  /** Side of a cell from south to north, seconds of arc. */
  public int arcSeconds() {
    return arcSeconds;
  }

  /**
   * The one that people name.
   *
   * @throws InputRefused {@code elevation.source} for any other
   */
  public static ElevationSource named(String label) {
    for (ElevationSource each : values()) {
      if (each.label().equals(label.strip().toUpperCase(Locale.ROOT).replace('_', '-'))) {
        return each;
      }
    }
    throw new InputRefused(
        "elevation.source", "found", label, "allowed", GLO_90.label() + ", " + GLO_30.label());
  }

  /** Files that areas in longitude and latitude touch, from west to east and south to north. */
  public List<Tile> tiles(List<Geometry> areas) {
    List<PreparedGeometry> prepared = areas.stream().map(PreparedGeometryFactory::prepare).toList();
    Envelope box = new Envelope();
    areas.forEach(each -> box.expandToInclude(each.getEnvelopeInternal()));
    List<Tile> tiles = new ArrayList<>();
    for (int lon : degrees(box.getMinX(), box.getMaxX())) {
      for (int lat : degrees(box.getMinY(), box.getMaxY())) {
        Envelope square = new Envelope(new Coordinate(lon, lat), new Coordinate(lon + 1, lat + 1));
        Geometry drawn = GEOMETRY.toGeometry(square);
        if (prepared.stream().anyMatch(each -> each.intersects(drawn))) {
          tiles.add(tile(lon, lat));
        }
      }
    }
    return tiles;
  }

  private static int[] degrees(double from, double to) {
    return IntStream.rangeClosed((int) Math.floor(from), (int) Math.floor(to)).toArray();
  }

  private Tile tile(int lon, int lat) {
    String name =
        String.format(
            Locale.ROOT,
            pattern,
            lat < 0 ? "S" : "N",
            Math.abs(lat),
            lon < 0 ? "W" : "E",
            Math.abs(lon));
    return new Tile(name, "https://" + bucket + ".s3.amazonaws.com/" + name + "/" + name + ".tif");
  }
}
