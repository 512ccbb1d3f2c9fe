package org.kiungo.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large a packed file is can be asked of one that was cut off or spoilt on its way, too. */
class UnpackedSizeTest {

  private static final long ENOUGH = 1_000_000;

  @TempDir private Path folder;

  private static byte[] zipped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("<sheet>some cells</sheet>".repeat(40).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static byte[] gzipped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write("id,name\na,Ha A\n".repeat(40).getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private long size(byte[] bytes) throws IOException {
    return ImportReading.unpackedBytes(Files.write(folder.resolve("f"), bytes), ENOUGH);
  }

  @Test
  void cutOffAnywhereItIsAskedWithoutAFault() throws IOException {
    assertThat(size(zipped())).isEqualTo(2 * 40 * 25);
    List<String> wrong = new ArrayList<>();
    for (byte[] whole : List.of(zipped(), gzipped())) {
      for (int length = 0; length < whole.length; length++) {
        byte[] spoilt = whole.clone();
        spoilt[length] = (byte) 0xff;
        for (byte[] each : List.of(Arrays.copyOf(whole, length), spoilt)) {
          try {
            assertThat(size(each)).isBetween(0L, ENOUGH + 8192);
          } catch (IOException | RuntimeException fault) {
            wrong.add(length + " of " + whole.length + " " + fault);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
