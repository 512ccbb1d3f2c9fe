package org.kiungo.web.scenario;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;

/** Extracts of OpenStreetMap as Geofabrik gives them: dense nodes, then ways, packed. */
final class OsmExtracts {

  private final List<String> strings = new ArrayList<>(List.of(""));
  private final Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
  private final long[] last = new long[2];
  private long id;

  private OsmExtracts() {}

  /** A mast beside every place. */
  static byte[] masts(List<Settlement> places) throws IOException {
    OsmExtracts extract = new OsmExtracts();
    for (Settlement each : places) {
      LonLat at = each.location();
      extract.node(at.lon() + 0.004, at.lat(), "man_made", "mast", "height", "45");
    }
    return extract.bytes();
  }

  /** A road through all places, by turns a school and a clinic in each, and what nobody plans. */
  static byte[] roadsAndFacilities(List<Settlement> places) throws IOException {
    OsmExtracts extract = new OsmExtracts();
    Osmformat.Way.Builder road = extract.way("highway", "primary", "name", "N1");
    long before = 0;
    for (int k = 0; k < places.size(); k++) {
      LonLat at = places.get(k).location();
      long here = extract.node(at.lon(), at.lat());
      road.addRefs(here - before);
      before = here;
      String called = "At " + places.get(k).name();
      if (k % 2 == 0) {
        extract.node(at.lon(), at.lat() + 0.001, "amenity", "school", "name", called);
      } else {
        extract.node(at.lon(), at.lat() + 0.001, "amenity", "clinic", "name", called);
      }
      extract.node(at.lon(), at.lat() + 0.002, "amenity", "bench");
    }
    extract.ways.addWays(road);
    return extract.bytes();
  }

  private int text(String text) {
    int known = strings.indexOf(text);
    if (known < 0) {
      strings.add(text);
    }
    return known < 0 ? strings.size() - 1 : known;
  }

  private long node(double lonDegrees, double latDegrees, String... tags) {
    long lat = Math.round(latDegrees * 1e7);
    long lon = Math.round(lonDegrees * 1e7);
    nodes.addId(1).addLat(lat - last[0]).addLon(lon - last[1]);
    last[0] = lat;
    last[1] = lon;
    for (String each : tags) {
      nodes.addKeysVals(text(each));
    }
    nodes.addKeysVals(0);
    return ++id;
  }

  private Osmformat.Way.Builder way(String... tags) {
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(1);
    for (int k = 0; k < tags.length; k += 2) {
      way.addKeys(text(tags[k])).addVals(text(tags[k + 1]));
    }
    return way;
  }

  private byte[] bytes() throws IOException {
    Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
    strings.forEach(each -> table.addS(ByteString.copyFromUtf8(each)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    block(
        out,
        "OSMHeader",
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .build()
            .toByteArray());
    block(
        out,
        "OSMData",
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
            .addPrimitivegroup(ways)
            .build()
            .toByteArray());
    return bytes.toByteArray();
  }

  private static void block(DataOutputStream out, String type, byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(data);
    }
    byte[] blob =
        Fileformat.Blob.newBuilder()
            .setRawSize(data.length)
            .setZlibData(ByteString.copyFrom(packed.toByteArray()))
            .build()
            .toByteArray();
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    out.writeInt(header.length);
    out.write(header);
    out.write(blob);
  }
}
