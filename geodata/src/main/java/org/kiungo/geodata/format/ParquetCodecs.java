package org.kiungo.geodata.format;

import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Packs and unpacks pages of Parquet files in Java alone: SNAPPY, ZSTD, GZIP and none, each page up
 * to {@link #MOST_BYTES}.
 */
public final class ParquetCodecs implements CompressionCodecFactory {

  /** Largest page and largest piece of memory, 256 MB. */
  public static final int MOST_BYTES = 256 << 20;

  /** Thrown inside the library for a page that is larger. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Unpacking(codec);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new Packing(codec);
  }

  @Override
  public void release() {}

  private static byte[] bytes(BytesInput page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) page.size());
    page.writeAllTo(bytes);
    return bytes.toByteArray();
  }

  private record Packing(CompressionCodecName codec) implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      byte[] whole = bytes(page);
      if (codec != CompressionCodecName.ZSTD && codec != CompressionCodecName.SNAPPY) {
        return BytesInput.from(whole);
      }
      boolean zstd = codec == CompressionCodecName.ZSTD;
      var packer = zstd ? new ZstdCompressor() : new SnappyCompressor();
      byte[] packed = new byte[packer.maxCompressedLength(whole.length)];
      int length = packer.compress(whole, 0, whole.length, packed, 0, packed.length);
      return BytesInput.from(packed, 0, length);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
    }

    @Override
    public void release() {}
  }

  private record Unpacking(CompressionCodecName codec) implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput page, int size) throws IOException {
      return BytesInput.from(unpack(bytes(page), size));
    }

    @Override
    public void decompress(ByteBuffer in, int packed, ByteBuffer out, int size) throws IOException {
      byte[] bytes = new byte[packed];
      in.get(bytes);
      out.put(unpack(bytes, size));
    }

    private byte[] unpack(byte[] packed, int size) throws IOException {
      if (size < 0 || size > MOST_BYTES) {
        throw new TooLarge();
      }
      byte[] whole =
          switch (codec) {
            case UNCOMPRESSED -> packed;
            case GZIP -> gunzip(packed, size);
            case SNAPPY, ZSTD -> {
              byte[] out = new byte[size];
              int length =
                  codec == CompressionCodecName.ZSTD
                      ? new ZstdDecompressor().decompress(packed, 0, packed.length, out, 0, size)
                      : new SnappyDecompressor().decompress(packed, 0, packed.length, out, 0, size);
              yield length == size ? out : Arrays.copyOf(out, length);
            }
            default -> throw new IOException("compression " + codec);
          };
      if (whole.length != size) {
        throw new IOException("a page of " + whole.length + " bytes instead of " + size);
      }
      return whole;
    }

    private static byte[] gunzip(byte[] packed, int size) throws IOException {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        return in.readNBytes(size + 1);
      }
    }

    @Override
    public void release() {}
  }
}
