package org.kiungo.geodata.format.vector;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.planner.model.value.InputRefused;

/** One file packed by gzip, as OpenCelliD gives its tables away; archives of several are not. */
public final class GzipReader implements VectorReader {

  /** Largest unpacked file, bytes. */
  private static final long MOST_BYTES = 8L << 30;

  /** Most bytes one packed byte may become, beyond the first ones. */
  private static final long MOST_RATIO = 200;

  /** Begins a part of a shapefile, which is no map without its others. */
  private static final String SHAPES = "\0\0'\n";

  /** Begins the system of one. */
  private static final Pattern SYSTEM =
      Pattern.compile("^\\s*(GEOG|PROJ|GEOD|COMPD_)C[RS]S\\s*\\[");

  private static final long FREE_BYTES = 16 << 20;
  private static final int TAR_MARK_AT = 257;

  @Override
  public String format() {
    return "GZIP";
  }

  @Override
  public boolean recognises(SourceFile file) {
    if (!file.startsWith(0x1F, 0x8B)) {
      return false;
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file.path()))) {
      String begin = new String(in.readNBytes(512), StandardCharsets.ISO_8859_1);
      boolean part = begin.startsWith(SHAPES) || SYSTEM.matcher(begin).find();
      return !part && !begin.startsWith("ustar", TAR_MARK_AT);
    } catch (IOException damaged) {
      return false;
    }
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    try {
      Path folder = Scratch.folder("gzip");
      Path target = folder.resolve("unpacked");
      try {
        unpack(file, target);
        SourceFile inner = SourceFile.of(target, file.name().replaceFirst("(?i)\\.gz$", ""));
        if (LayerReader.of(inner) instanceof VectorReader reader
            && !(reader instanceof GzipReader)) {
          reader.read(inner, options, out);
        } else {
          throw new InputRefused("file.foreign.archive", "file", file.name());
        }
      } finally {
        Files.deleteIfExists(target);
        Files.deleteIfExists(folder);
      }
    } catch (ZipException | EOFException damaged) {
      InputRefused refused =
          new InputRefused("file.zipBroken", "file", file.name(), "found", file.sizeBytes() + " B");
      refused.initCause(damaged);
      throw refused;
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static void unpack(SourceFile file, Path target) throws IOException {
    long most = Math.min(MOST_BYTES, FREE_BYTES + MOST_RATIO * file.sizeBytes());
    byte[] buffer = new byte[1 << 16];
    long count = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file.path()));
        OutputStream to = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count += read;
        if (count > most) {
          throw SourceFile.tooMuch(file.name(), file.name(), "> " + count, most);
        }
        to.write(buffer, 0, read);
      }
    }
  }
}
