package org.kiungo.geodata.format.osm;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Writes small extracts of OpenStreetMap: dense nodes, ways and relations, packed. */
public final class OsmFixture {

  private final List<String> strings = new ArrayList<>(List.of(""));
  private final Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder rest = Osmformat.PrimitiveGroup.newBuilder();
  private final long[] last = new long[3];

  private int text(String text) {
    int known = strings.indexOf(text);
    if (known >= 0) {
      return known;
    }
    strings.add(text);
    return strings.size() - 1;
  }

  public OsmFixture node(long id, double lon, double lat, String... tags) {
    long[] now = {id, Math.round(lat * 1e7), Math.round(lon * 1e7)};
    nodes.addId(now[0] - last[0]).addLat(now[1] - last[1]).addLon(now[2] - last[2]);
    System.arraycopy(now, 0, last, 0, 3);
    for (String each : tags) {
      nodes.addKeysVals(text(each));
    }
    nodes.addKeysVals(0);
    return this;
  }

  public OsmFixture way(long id, long[] refs, String... tags) {
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(id);
    long before = 0;
    for (long each : refs) {
      way.addRefs(each - before);
      before = each;
    }
    for (int k = 0; k < tags.length; k += 2) {
      way.addKeys(text(tags[k])).addVals(text(tags[k + 1]));
    }
    rest.addWays(way);
    return this;
  }

  public OsmFixture relation(long id, String key, String value) {
    rest.addRelations(
        Osmformat.Relation.newBuilder().setId(id).addKeys(text(key)).addVals(text(value)));
    return this;
  }

  public Path write(Path file) throws IOException {
    Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
    strings.forEach(each -> table.addS(ByteString.copyFromUtf8(each)));
    Osmformat.PrimitiveBlock block =
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(Osmformat.PrimitiveGroup.newBuilder().setDense(nodes))
            .addPrimitivegroup(rest)
            .build();
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    add(out, "OSMHeader", header.toByteArray());
    add(out, "OSMData", block.toByteArray());
    return Files.write(file, bytes.toByteArray());
  }

  private static void add(DataOutputStream out, String type, byte[] data) throws IOException {
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
