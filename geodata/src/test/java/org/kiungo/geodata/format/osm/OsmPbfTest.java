package org.kiungo.geodata.format.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crosby.binary.Osmformat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.Recorder;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.Imported;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.Tower;

/** What a plan uses of an extract of OpenStreetMap, and what of it cannot be used. */
class OsmPbfTest {

  @TempDir private Path folder;

  private Path extract() throws IOException {
    return new OsmFixture()
        .node(1, -6.2658, 13.4317, "place", "town", "name", "Ségou", "population", "133501")
        .node(2, -6.2, 13.4)
        .node(3, -6.1, 13.4)
        .node(4, -6.1, 13.5)
        .node(5, -6, 13, "man_made", "mast", "height", "45 m", "operator", "Orange")
        .node(6, -6, 13.1, "man_made", "mast", "tower:type", "lighting")
        .node(7, -6, 13.2, "amenity", "school", "name", "École A")
        .node(8, -6, 13.3, "shop", "bakery")
        .node(9, -6, 13.4, "man_made", "mast", "height", "30", "disused", "yes")
        .way(10, new long[] {2, 3, 4}, "highway", "trunk", "name", "RN6")
        .way(11, new long[] {2, 3, 4, 2}, "healthcare", "clinic")
        .way(12, new long[] {2, 99}, "highway", "primary_link")
        .way(13, new long[] {2, 3}, "highway", "footway")
        .relation(20, "amenity", "hospital")
        .write(folder.resolve("mali"));
  }

  @Test
  void eachKindBecomesTheLayerThatAPlanUses() throws IOException {
    Recorder read = Recorder.read(extract());
    assertThat(read.layers)
        .extracting(LayerSchema::name)
        .containsExactly("settlements", "roads", "towers", "facilities");
    assertThat(read.findings).extracting(Finding::code).containsExactly("osmRelations");
    LayerImport imports = new LayerImport(CountryLookup.NONE);
    Imported<LayerFeature> roads = imports.features(extract(), LayerKind.ROADS, "MLI", null);
    assertThat(roads.records()).extracting(LayerFeature::id).containsExactly("way/10");
    assertThat(roads.report().counts()).containsEntry("geometryMissing", 1L);
    Imported<Tower> masts = imports.towers(extract(), "MLI", null);
    assertThat(masts.records()).extracting(Tower::heightM).containsExactly(45.0);
    assertThat(masts.report().counts())
        .containsEntry("stateNotStanding", 1L)
        .as("what is on the map stands")
        .doesNotContainKey("mastUnsaid");
    Imported<LayerFeature> users = imports.features(extract(), LayerKind.FACILITIES, "MLI", null);
    assertThat(users.records())
        .extracting(each -> each.values().get("category"))
        .containsExactly("school", "clinic");
    assertThat(users.report().counts()).containsEntry("osmRelations", 1L);
  }

  @Test
  void cutAndLyingExtractsAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(extract());
    for (int length : List.of(20, whole.length / 2, whole.length - 1)) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Recorder.read(cut)).hasMessageContaining("file.damaged");
    }
  }

  /** Lists that belong together: where a place has no id, a node was lost. */
  @Test
  void listsOfUnequalLengthAreRefused() {
    Osmformat.DenseNodes.Builder nodes =
        Osmformat.DenseNodes.newBuilder().addId(1).addLat(10).addLon(20).addLon(1);
    assertThatThrownBy(() -> OsmObjects.read(block(nodes), new OsmObjects.Sink() {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    nodes.addId(1).addLat(1).addKeysVals(0);
    assertThatThrownBy(() -> OsmObjects.read(block(nodes), new OsmObjects.Sink() {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    nodes.addKeysVals(0);
    OsmObjects.read(block(nodes), new OsmObjects.Sink() {});
  }

  private static Osmformat.PrimitiveBlock block(Osmformat.DenseNodes.Builder nodes) {
    return Osmformat.PrimitiveBlock.newBuilder()
        .setStringtable(Osmformat.StringTable.getDefaultInstance())
        .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
        .build();
  }

  /** The sum of a block stands at its end, which one that claims to be shorter would hide. */
  @Test
  void aBlockThatHoldsMoreThanItSaysIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(extract());
    String bytes = new String(whole, StandardCharsets.ISO_8859_1);
    int size = bytes.indexOf("OSMData") + "OSMData".length() + 4;
    assertThat(whole[size - 1]).as("tag of the size").isEqualTo((byte) 16);
    int all = whole[size] & 127 | whole[size + 1] << 7;
    for (int less = all - 1; less >= 128; less--) {
      whole[size] = (byte) (less & 127 | 128);
      whole[size + 1] = (byte) (less >> 7);
      Path file = Files.write(folder.resolve("short"), whole);
      assertThatThrownBy(() -> Recorder.read(file)).hasMessageContaining("file.damaged");
    }
  }
}
