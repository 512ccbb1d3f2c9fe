package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.Recorder;
import org.kiungo.geodata.format.table.WorkbookFixture;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Workbooks of Excel 97–2003 and of OpenDocument: read as those of today are, and checked alike.
 */
class OfficeFilesTest {

  private static final Object[] HEAD = {"name", "lon", "lat", "population", "visited", "open"};

  @TempDir private Path folder;

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  private Path book(WorkbookFixture fixture, String extension) throws IOException {
    return Files.write(folder.resolve("book." + extension), fixture.bytes(extension));
  }

  private Imported<Settlement> read(Path file) {
    return imports.settlements(file, "LSO", null);
  }

  private static List<Double> people(Imported<Settlement> read) {
    return read.records().stream().map(Settlement::population).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "ods"})
  void titlesDatesFormulasAndTextNumbersAreReadAsInAnyWorkbook(String extension)
      throws IOException {
    LocalDate day = LocalDate.of(2020, 1, 12);
    Object[][] rows = {
      {"Census of Lesotho"},
      {},
      HEAD,
      {"Maseru", 27.48, -29.31, 330_760, day, true},
      {"Teya  é & <b>", 27.75, "nowhere", 75_115, day, false},
      {"Hlotse", "28.05", "-28.87", "38 558", null, null},
      {"Mafeteng", 27.24, -29.82, day, day, null},
      {"Quthing", 27.7, -30.4, "=NOW()", null, null}
    };
    Path file = book(WorkbookFixture.of("Places", rows).hiddenRow(6), extension);
    Imported<Settlement> read = read(file);
    assertThat(people(read)).containsExactly(330_760.0, 38_558.0);
    assertThat(read.report().rowsIn()).isEqualTo(5);
    assertThat(read.report().findings())
        .extracting(Finding::code, Finding::place)
        .contains(tuple("rowsAboveHeader", "1–2"), tuple("coordinateNotNumber", "5"));
    assertThat(read.report().counts()).containsEntry("rowsHidden", 1L);
    assertThat(read.records().get(0).attributes())
        .hasEntrySatisfying("visited", seen -> assertThat(seen).startsWith("2020-01-12"))
        .containsEntry("open", "true");
    assertThat(Recorder.read(file).features.get(1).attributes())
        .containsEntry("name", "Teya  é & <b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xls", "ods"})
  void hiddenAndEmptySheetsArePassedOverAndOneOfTwoFilledOnesMustBeNamed(String extension)
      throws IOException {
    Object[] row = {"A", 27.48, -29.31, 5};
    WorkbookFixture fixture =
        WorkbookFixture.of("Cover")
            .with("2016", HEAD, row)
            .with("2026", HEAD, new Object[] {"A", 27.48, -29.31, 7})
            .with("Notes", HEAD, row)
            .hidden("Notes");
    Path file = book(fixture, extension);
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> assertThat(refused.getMessage()).contains("layer.ambiguous", "2016, 2026"));
    ColumnMapping named = ColumnMapping.guess(ReadOptions.DETECT.withLayer("2026"));
    assertThat(people(imports.settlements(file, "LSO", named))).containsExactly(7.0);
    Path empty = book(WorkbookFixture.of("Cover"), extension);
    assertThatThrownBy(() -> read(empty)).hasMessageContaining("file.blank");
  }

  @Test
  void repeatedRowsOfASpreadsheetAreRowsAndThousandsOfColumnsAreTooMany() throws IOException {
    String cell =
        "<table:table-cell office:value-type='string'><text:p>%s</text:p></table:table-cell>";
    String table =
        "<table:table table:name='a'><table:table-row>%s%s</table:table-row>".formatted(cell, cell)
            + "<table:table-row table:number-rows-repeated='%s'>%s<table:table-cell"
            + " office:value-type='float' office:value='5' table:number-columns-repeated='%s'>"
            + "<office:annotation><text:p>remark</text:p></office:annotation></table:table-cell>"
            + "</table:table-row></table:table>";
    Path file = folder.resolve("repeated.ods");
    Files.write(
        file,
        WorkbookFixture.ods(table.formatted("name", "people", "3", cell.formatted("A"), "1")));
    Recorder read = Recorder.read(file);
    assertThat(read.features).hasSize(3);
    assertThat(read.features.get(2).attributes()).containsEntry("people", 5L);
    Files.write(
        file,
        WorkbookFixture.ods(
            table.formatted("name", "people", "2000000", cell.formatted("A"), "1")));
    assertThatThrownBy(() -> Recorder.read(file)).hasMessageContaining("file.limit");
    Files.write(
        file,
        WorkbookFixture.ods(table.formatted("name", "people", "1", cell.formatted("A"), "999999")));
    assertThatThrownBy(() -> Recorder.read(file)).hasMessageContaining("file.limit");
  }

  @Test
  void aPasswordIsSaidToBeTheReason() throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    Path file;
    try {
      file = book(WorkbookFixture.of("a", HEAD), "xls");
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThatThrownBy(() -> read(file)).hasMessageContaining("file.workbookLocked");
  }

  /** An end that stands between the cells of a sheet is the end for whoever reads it. */
  @Test
  void rowsThatASheetPromisesAndDoesNotHoldAreTold() throws IOException {
    Object[][] rows = {HEAD, {"A", 27.5, -29.3, 5}, {"B", 27.6, -29.4, 6}, {"C", 27.7, -29.5, 7}};
    Path file = book(WorkbookFixture.of("Places", rows), "xls");
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String third = "\u00FD\0\n\0\2\0"; // LABELSST of ten bytes in the third row
    assertThat(bytes).containsOnlyOnce(third);
    String cut = bytes.replace(third, "\n\0\0\0\2\0");
    Files.writeString(file, cut, StandardCharsets.ISO_8859_1);
    Imported<Settlement> read = read(file);
    assertThat(people(read)).containsExactly(5.0);
    assertThat(read.report().findings())
        .extracting(Finding::code, Finding::found, Finding::place)
        .contains(tuple("rowsCut", "2", "3"));
  }
}
