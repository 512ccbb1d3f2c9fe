package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that attack the machine are refused by name and leave nothing behind. */
class HostileZipTest {

  private static final String KML = "<kml><Document/></kml>";

  @TempDir private Path folder;

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int k = 0; k < namesAndContents.length; k += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[k]));
        Object content = namesAndContents[k + 1];
        zip.write(
            content instanceof byte[] raw
                ? raw
                : ((String) content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private String verdict(byte[] zip) throws IOException {
    return Refusals.of(Refusals.file(folder, "a.kmz", zip));
  }

  /** A workbook of two columns whose last cell is put in place of what was written. */
  private byte[] workbook(String cell) throws IOException {
    Path whole = folder.resolve("whole.xlsx");
    try (OutputStream out = Files.newOutputStream(whole);
        Workbook book = new Workbook(out, "Kiungo", "1.0")) {
      Worksheet sheet = book.newWorksheet("a");
      sheet.value(0, 0, "lon");
      sheet.value(0, 1, "lat");
      sheet.value(1, 0, 2.5);
      sheet.value(1, 1, 9.5);
    }
    List<Object> parts = new ArrayList<>();
    try (ZipFile written = new ZipFile(whole.toFile())) {
      for (ZipEntry each : Collections.list(written.entries())) {
        String text =
            new String(written.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8);
        parts.add(each.getName());
        parts.add(text.replaceFirst("<c r=\"B2\".*?</c>", cell));
      }
    }
    return zip(parts.toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<c r='B2'><v>9</v></c> | opened",
        "<c r='B2' t='s'><v>.4866</v></c> | file.workbookBroken",
        "<c r='??'><v>9</v></c> | file.workbookBroken"
      })
  void aWorkbookWithADamagedCellIsRefused(String cell, String verdict) throws IOException {
    byte[] zip = workbook(cell.replace('\'', '"'));
    assertThat(Refusals.of(Refusals.file(folder, "a.xlsx", zip))).isEqualTo(verdict);
  }

  /** Offset of the first entry of the central directory. */
  private static int directory(byte[] zip) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
  }

  @Test
  void aPlainArchiveOpens() throws IOException {
    assertThat(verdict(zip("doc.kml", KML, "__MACOSX/._doc.kml", "x"))).isEqualTo("opened");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../doc.kml",
        "a/../../doc.kml",
        "/etc/doc.kml",
        "C:/doc.kml",
        "..\\doc.kml",
        "doc\u202Elmk.kml",
        "doc\u0007.kml"
      })
  void namesThatLeaveTheFolderOrHideAreRefused(String name) throws IOException {
    assertThat(verdict(zip(name, KML))).isEqualTo("file.zipEntry");
    assertThat(Files.exists(folder.resolveSibling("doc.kml"))).isFalse();
  }

  @Test
  void namesThatDifferOnlyInCaseAreRefused() throws IOException {
    assertThat(verdict(zip("doc.kml", KML, "DOC.KML", KML))).isEqualTo("file.zipEntry");
  }

  @Test
  void aSymbolicLinkIsRefused() throws IOException {
    byte[] zip = zip("doc.kml", "/etc/passwd");
    int at = directory(zip) + 38;
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at, 0xA1FF0000);
    assertThat(verdict(zip)).isEqualTo("file.zipEntry");
  }

  @Test
  void anEncryptedEntryIsRefused() throws IOException {
    byte[] zip = zip("doc.kml", KML);
    zip[directory(zip) + 8] |= 1;
    assertThat(verdict(zip)).isEqualTo("file.zipBroken");
  }

  @Test
  void overlappingEntriesAreRefused() throws IOException {
    byte[] zip = zip("doc.kml", KML, "more.kml", KML);
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int second = directory(zip) + 46 + "doc.kml".length();
    bytes.putInt(second + 42, 1);
    assertThat(verdict(zip)).isEqualTo("file.zipEntry");
  }

  @Test
  void aBombIsStoppedWhileItInflates() throws IOException {
    byte[] zeros = new byte[64 << 20];
    assertThat(verdict(zip("doc.kml", zeros))).isEqualTo("file.limit");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Object[] entries = new Object[2 * (ZipDirectory.MOST_ENTRIES + 1)];
    for (int k = 0; k < entries.length; k += 2) {
      entries[k] = k + ".kml";
      entries[k + 1] = KML;
    }
    assertThat(verdict(zip(entries))).isEqualTo("file.limit");
  }

  @Test
  void anArchiveInAnArchiveStaysPacked() throws IOException {
    byte[] inner = zip("doc.kml", KML);
    assertThat(verdict(zip("inner.kmz", inner))).isEqualTo("file.zipContent");
  }

  @Test
  void aCutArchiveIsRefused() throws IOException {
    byte[] zip = zip("doc.kml", KML.repeat(100));
    byte[] cut = java.util.Arrays.copyOf(zip, zip.length / 2);
    assertThat(verdict(cut)).isEqualTo("file.zipBroken");
  }

  @Test
  void nothingUnpackedIsLeftBehind() throws IOException, InterruptedException {
    Set<Path> before = unpacked();
    verdict(zip("doc.kml", KML));
    verdict(zip("doc.kml", new byte[64 << 20]));
    Set<Path> left = unpacked();
    left.removeAll(before);
    // what another process unpacks meanwhile goes by itself
    for (int tries = 0; !left.isEmpty() && tries < 600; tries++) {
      Thread.sleep(100);
      left.retainAll(unpacked());
    }
    assertThat(left).isEmpty();
  }

  private static Set<Path> unpacked() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(p -> p.getFileName().toString().startsWith("kiungo-zip"))
          .collect(Collectors.toSet());
    }
  }
}
