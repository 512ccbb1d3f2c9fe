package org.kiungo.geodata.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small shapefiles of named points, part by part. */
final class ShapeFixture {

  static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
          + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  /** A named point with people. */
  record Village(String name, int population, double lon, double lat) {}

  private final Path folder;
  private final String stem;

  ShapeFixture(Path folder, String stem) {
    this.folder = folder;
    this.stem = stem;
  }

  Path part(String extension) {
    return folder.resolve(stem + "." + extension);
  }

  /** All parts but .cpg; returns the .shp. */
  Path write(List<Village> villages, Charset charset, int language) throws IOException {
    int bytes = 100 + 28 * villages.size();
    ByteBuffer shp = header(bytes);
    ByteBuffer shx = header(100 + 8 * villages.size());
    for (int k = 0; k < villages.size(); k++) {
      shx.order(ByteOrder.BIG_ENDIAN).putInt(shp.position() / 2).putInt(10);
      shp.order(ByteOrder.BIG_ENDIAN).putInt(k + 1).putInt(10);
      shp.order(ByteOrder.LITTLE_ENDIAN).putInt(1);
      shp.putDouble(villages.get(k).lon()).putDouble(villages.get(k).lat());
    }
    Files.write(part("shp"), shp.array());
    Files.write(part("shx"), shx.array());
    Files.write(part("dbf"), dbf(villages, charset, language));
    Files.writeString(part("prj"), WGS84);
    return part("shp");
  }

  private static ByteBuffer header(int bytes) {
    ByteBuffer header = ByteBuffer.allocate(bytes).putInt(9994).position(24).putInt(bytes / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(1);
    header.putDouble(-18).putDouble(-35).putDouble(52).putDouble(38);
    return header.position(100);
  }

  private static byte[] dbf(List<Village> villages, Charset charset, int language) {
    int row = 1 + 20 + 10;
    ByteBuffer dbf = ByteBuffer.allocate(32 + 64 + 1 + row * villages.size() + 1);
    dbf.order(ByteOrder.LITTLE_ENDIAN);
    dbf.put((byte) 3).put(new byte[] {124, 1, 1}).putInt(villages.size());
    dbf.putShort((short) 97).putShort((short) row).put(29, (byte) language).position(32);
    column(dbf, "name", 'C', 20);
    column(dbf, "population", 'N', 10);
    dbf.put((byte) 13);
    for (Village village : villages) {
      dbf.put((byte) ' ');
      dbf.put(padded(village.name().getBytes(charset), 20));
      dbf.put(String.format("%10d", village.population()).getBytes(StandardCharsets.US_ASCII));
    }
    return dbf.put((byte) 26).array();
  }

  private static void column(ByteBuffer dbf, String name, char type, int length) {
    int at = dbf.position();
    dbf.put(name.getBytes(StandardCharsets.US_ASCII)).position(at + 11);
    dbf.put((byte) type).position(at + 16);
    dbf.put((byte) length).position(at + 32);
  }

  private static byte[] padded(byte[] text, int length) {
    byte[] padded = new byte[length];
    java.util.Arrays.fill(padded, (byte) ' ');
    System.arraycopy(text, 0, padded, 0, Math.min(text.length, length));
    return padded;
  }
}
