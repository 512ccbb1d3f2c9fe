package org.kiungo.web.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of files as one archive; the same folder gives the same bytes. */
public final class ZippedFolder {

  private ZippedFolder() {}

  /**
   * Writes all files of a folder.
   *
   * @param name of the folder within the archive; empty for none
   * @param out left open
   */
  public static void write(Path folder, String name, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(each -> enter(folder, name, each, zip));
    }
    zip.finish();
  }

  private static void enter(Path folder, String name, Path file, ZipOutputStream zip) {
    String within = folder.relativize(file).toString().replace('\\', '/');
    ZipEntry entry = new ZipEntry(name.isEmpty() ? within : name + "/" + within);
    entry.setTime(0); // no clock
    try {
      zip.putNextEntry(entry);
      Files.copy(file, zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
