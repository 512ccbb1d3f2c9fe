package org.kiungo.geodata.format.osm;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The blocks of an OpenStreetMap extract, one at a time, none larger than the format allows.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/PBF_Format">PBF format</a>
 */
final class OsmBlocks {

  private static final int LARGEST_HEADER = 64 << 10;
  private static final int LARGEST_BLOB = 32 << 20;
  private static final Set<String> UNDERSTOOD =
      Set.of("OsmSchema-V0.6", "DenseNodes", "LocationsOnWays");

  private final SourceFile file;

  OsmBlocks(SourceFile file) {
    this.file = file;
  }

  /**
   * Reads the file once.
   *
   * @throws InputRefused for one that is cut, damaged, or needs what is not understood
   */
  void forEach(Consumer<Osmformat.PrimitiveBlock> sink) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16))) {
      boolean some = false;
      for (int first = in.read(); first >= 0; first = in.read()) {
        byte[] rest = bytes(in, 3, 3);
        int size = first << 24 | (rest[0] & 255) << 16 | (rest[1] & 255) << 8 | rest[2] & 255;
        Fileformat.BlobHeader header =
            Fileformat.BlobHeader.parseFrom(bytes(in, size, LARGEST_HEADER));
        byte[] blob = bytes(in, header.getDatasize(), LARGEST_BLOB);
        if (header.getType().equals("OSMHeader")) {
          require(Osmformat.HeaderBlock.parseFrom(unpacked(blob)));
        } else if (header.getType().equals("OSMData")) {
          sink.accept(Osmformat.PrimitiveBlock.parseFrom(unpacked(blob)));
          some = true;
        } else {
          // the format lets readers pass over these; nobody writes any, and rows would be lost
          throw new InvalidProtocolBufferException(header.getType());
        }
      }
      if (!some) {
        throw new EOFException("OSMData");
      }
    } catch (EOFException | InvalidProtocolBufferException | DataFormatException wrong) {
      throw damaged(file, wrong);
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }

  static InputRefused damaged(SourceFile file, Exception why) {
    return new InputRefused(
        "file.damaged", "file", file.name(), "place", "OSM PBF", "found", why.getMessage() + "");
  }

  private static byte[] bytes(DataInputStream in, int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new InvalidProtocolBufferException(size + " > " + most);
    }
    byte[] bytes = new byte[size];
    in.readFully(bytes);
    return bytes;
  }

  private ByteString unpacked(byte[] bytes) throws IOException, DataFormatException {
    Fileformat.Blob blob = Fileformat.Blob.parseFrom(bytes);
    if (blob.hasRaw()) {
      return blob.getRaw();
    }
    if (!blob.hasZlibData()) {
      throw new InputRefused("osm.packing", "file", file.name());
    }
    if (blob.getRawSize() < 0 || blob.getRawSize() > LARGEST_BLOB) {
      throw new InvalidProtocolBufferException(blob.getRawSize() + " > " + LARGEST_BLOB);
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
      byte[] data = new byte[blob.getRawSize()];
      int filled = 0;
      while (filled < data.length) {
        int more = inflater.inflate(data, filled, data.length - filled);
        if (more == 0) {
          throw new DataFormatException(filled + " < " + data.length);
        }
        filled += more;
      }
      // the sum of what was packed stands at its very end, and is looked at only there
      if (inflater.inflate(new byte[1]) > 0 || !inflater.finished()) {
        throw new DataFormatException("> " + data.length);
      }
      return ByteString.copyFrom(data);
    } finally {
      inflater.end();
    }
  }

  private void require(Osmformat.HeaderBlock header) {
    for (String each : header.getRequiredFeaturesList()) {
      if (!UNDERSTOOD.contains(each)) {
        throw new InputRefused("osm.feature", "file", file.name(), "found", each);
      }
    }
  }
}
