package org.kiungo.geodata.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class VectorTileTest {

  private static final List<Field> FIELDS =
      List.of(
          new Field("people", Field.Type.INTEGER),
          new Field("ratio", Field.Type.REAL),
          new Field("served", Field.Type.BOOLEAN),
          new Field("name", Field.Type.TEXT));

  private static Feature row(int row, String wkt, Map<String, Object> cells) {
    try {
      Geometry shape = new WKTReader().read(wkt);
      return new Feature(row, "r" + row, TileAddress.world(shape), cells);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static JtsMvt tile(TileAddress address, List<Feature> rows) throws IOException {
    VectorTile tile = new VectorTile(address);
    tile.add("rows", FIELDS, rows);
    return MvtReader.loadMvt(
        new ByteArrayInputStream(tile.bytes()),
        new GeometryFactory(),
        new TagKeyValueMapConverter(true, "#"));
  }

  @Test
  void cellsKeepTheirKindAndEveryDigit() throws IOException {
    Map<String, Object> cells =
        Map.of("people", 9_007_199_254_740_993L, "ratio", 0.1 + 0.2, "served", true, "name", "é");
    JtsMvt read = tile(new TileAddress(0, 0, 0), List.of(row(7, "POINT(0 0)", cells)));
    Geometry place = read.getLayer("rows").getGeometries().iterator().next();
    assertThat(place.toText()).isEqualTo("POINT (2048 2048)");
    Map<String, Object> expected = new HashMap<>(cells);
    expected.put("id", "r7");
    expected.put("#", 7L);
    assertThat(place.getUserData()).isEqualTo(expected);
  }

  /** Whatever lies on an edge too: so sums over tiles are those of the layer. */
  @Test
  void everyPlaceIsInOneTileOfAZoom() throws IOException {
    List<Feature> rows = new ArrayList<>();
    for (int k = 0; k < 81; k++) {
      rows.add(
          row(k, "POINT(" + (k % 9 * 45 - 180) * 0.999 + " " + (k / 9 - 4) * 20 + ")", Map.of()));
    }
    rows.add(row(81, "POINT(0 0)", Map.of()));
    rows.add(row(82, "POINT(-90 0)", Map.of()));
    for (int zoom = 0; zoom < 5; zoom++) {
      int found = 0;
      for (int k = 0; k < 1 << 2 * zoom; k++) {
        TileAddress at = new TileAddress(zoom, k >> zoom, k & (1 << zoom) - 1);
        JtsLayer layer = tile(at, rows).getLayer("rows");
        found += layer == null ? 0 : layer.getGeometries().size();
      }
      assertThat(found).as("zoom %d", zoom).isEqualTo(rows.size());
    }
  }

  @Test
  void linesAndAreasAreCutAtTheMarginAndStayWhatTheyAre() throws IOException {
    List<Feature> rows =
        List.of(
            row(1, "LINESTRING(-170 -20, 170 -21)", Map.of()),
            row(2, "POLYGON((-170 -80, 170 -80, 170 80, -170 80, -170 -80))", Map.of()),
            row(3, "POLYGON((10 -10, 20 -20, 20 -10, 10 -20, 10 -10))", Map.of()),
            row(4, "GEOMETRYCOLLECTION(POINT(5 -5), LINESTRING(5 -5, 90 -50))", Map.of()));
    JtsMvt read = tile(new TileAddress(1, 1, 1), rows);
    List<String> kinds =
        read.getLayer("rows").getGeometries().stream().map(Geometry::getGeometryType).toList();
    assertThat(kinds)
        .containsExactly("LineString", "Polygon", "MultiPolygon", "Point", "LineString");
    for (Geometry each : read.getLayer("rows").getGeometries()) {
      assertThat(each.isValid()).isTrue();
      assertThat(each.getEnvelopeInternal().getMinX()).isGreaterThanOrEqualTo(-64);
      assertThat(each.getEnvelopeInternal().getMaxX()).isLessThanOrEqualTo(4_160);
    }
    assertThat(read.getLayer(VectorTile.LEFT_OUT)).isNull();
  }

  @Test
  void whatIsLeftOutIsCountedInTheTile() throws IOException {
    List<Feature> rows = new ArrayList<>();
    for (int k = 0; k < 12_000; k++) {
      rows.add(row(k, "POINT(" + k % 100 + " " + k / 200 + ")", Map.of("people", (long) k)));
    }
    rows.add(row(12_000, "LINESTRING(1 1, 1.001 1.001)", Map.of()));
    JtsMvt read = tile(new TileAddress(0, 0, 0), rows);
    List<Geometry> kept = List.copyOf(read.getLayer("rows").getGeometries());
    assertThat(kept).hasSize(3_000);
    assertThat(((Map<?, ?>) kept.get(1).getUserData()).get("people")).isEqualTo(4L);
    Geometry told = read.getLayer(VectorTile.LEFT_OUT).getGeometries().iterator().next();
    assertThat(told.getUserData())
        .isEqualTo(Map.of("#", 1L, "layer", "rows", "matched", 12_001L, "returned", 3_000L));
  }

  @Test
  void nothingIsNoBytes() {
    VectorTile tile = new VectorTile(new TileAddress(1, 0, 0));
    tile.add("rows", FIELDS, List.of(row(1, "POINT(10 -10)", Map.of())));
    assertThat(tile.bytes()).isEmpty();
  }
}
