package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/** Workbooks as people keep them: merged cells, formulas, dates, numbers as text, many sheets. */
class WorkbookFilesTest {

  @TempDir private Path folder;

  private final LayerImport imports = new LayerImport(CountryLookup.NONE);

  private Path book(Consumer<Workbook> content) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Test", null)) {
      content.accept(book);
    }
    return file;
  }

  private Imported<Settlement> read(Path file) {
    return imports.settlements(file, "LSO", null);
  }

  private static List<Double> people(Imported<Settlement> read) {
    return read.records().stream().map(Settlement::population).toList();
  }

  private static void row(Worksheet sheet, int row, Object... cells) {
    for (int k = 0; k < cells.length; k++) {
      if (cells[k] instanceof Number number) {
        sheet.value(row, k, number);
      } else if (cells[k] instanceof LocalDate date) {
        sheet.value(row, k, date);
      } else if (cells[k] != null) {
        sheet.value(row, k, cells[k].toString());
      }
    }
  }

  @Test
  void aMergedTitleAndMergedGroupsOfColumnsAreSkippedAndTold() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("Places");
              row(sheet, 0, "Census of Lesotho");
              sheet.range(0, 0, 0, 3).merge();
              row(sheet, 2, "Place", "Position", null, "Census");
              sheet.range(2, 1, 2, 2).merge();
              row(sheet, 3, "name", "lon", "lat", "population");
              row(sheet, 5, "Maseru", 27.48, -29.31, 330_760);
              row(sheet, 6, "Teya", 27.75, "nowhere", 75_115);
            });
    Imported<Settlement> read = read(file);
    assertThat(people(read)).containsExactly(330_760.0);
    assertThat(read.report().findings())
        .extracting(Finding::code, Finding::place)
        .contains(tuple("rowsAboveHeader", "1–3"), tuple("coordinateNotNumber", "7"));
  }

  @Test
  void formulasCountByTheValueSavedAndAreListedWithoutOne() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("Places");
              row(sheet, 0, "name", "lon", "lat", "population");
              row(sheet, 1, "A", 27.48, -29.31);
              sheet.formula(1, 3, "2+3");
              row(sheet, 2, "B", 27.5, -29.3);
              sheet.formula(2, 3, "1/0");
              row(sheet, 3, "C", 27.6, -29.2);
              sheet.formula(3, 3, "NOW()");
            });
    Path saved =
        edited(
            file,
            xml ->
                xml.replaceAll("<f>2\\+3</f>(<v>[^<]*</v>)?", "<f>2+3</f><v>5</v>")
                    .replaceAll(
                        "<c r=\"D3\"([^>]*)><f>1/0</f>(<v>[^<]*</v>)?",
                        "<c r=\"D3\"$1 t=\"e\"><f>1/0</f><v>#DIV/0!</v>"));
    Imported<Settlement> read = read(saved);
    assertThat(people(read)).containsExactly(5.0);
    assertThat(read.report().rowsListed()).isEqualTo(2);
    assertThat(read.report().counts()).containsEntry("notANumber", 2L);
  }

  @Test
  void aDateIsNoPopulationAndKeepsItsDayAsAnAttribute() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("Places");
              row(sheet, 0, "name", "lon", "lat", "population", "visited");
              LocalDate day = LocalDate.of(2020, 1, 12);
              row(sheet, 1, "A", 27.48, -29.31, 5, day);
              row(sheet, 2, "B", 27.5, -29.3, day, day);
              for (int r = 1; r < 3; r++) {
                sheet.style(r, 4).format("yyyy-mm-dd").set();
              }
              sheet.style(2, 3).format("dd/mm/yyyy").set();
            });
    Imported<Settlement> read = read(file);
    assertThat(people(read)).containsExactly(5.0);
    assertThat(read.report().counts()).containsEntry("notANumber", 1L);
    Imported<LayerFeature> kept = imports.features(file, LayerKind.FACILITIES, "LSO", null);
    assertThat(kept.records().get(0).attributes().get("visited")).startsWith("2020-01-12");
  }

  @Test
  void numbersKeptAsTextAreNumbersAndDoubtfulOnesAreListed() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("Places");
              row(sheet, 0, "name", "lon", "lat", "population");
              row(sheet, 1, "A", "27.48", "-29.31", "330 760");
              row(sheet, 2, "B", "27.5", "-29.3", "1,234,567");
              row(sheet, 3, "C", "27.6", "-29.2", "75,115");
            });
    Imported<Settlement> read = read(file);
    assertThat(people(read)).containsExactly(330_760.0, 1_234_567.0);
    assertThat(read.report().counts()).containsEntry("numberAmbiguous", 1L);
  }

  @Test
  void anEmptyFirstSheetIsPassedOverAndOneOfTwoFilledOnesMustBeNamed() throws IOException {
    Path file =
        book(
            book -> {
              book.newWorksheet("Cover");
              Worksheet before = book.newWorksheet("2016");
              row(before, 0, "name", "lon", "lat", "population");
              row(before, 1, "A", 27.48, -29.31, 5);
              Worksheet after = book.newWorksheet("2026");
              row(after, 0, "name", "lon", "lat", "population");
              row(after, 1, "A", 27.48, -29.31, 7);
            });
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> assertThat(refused.getMessage()).contains("layer.ambiguous", "2016, 2026"));
    ColumnMapping named =
        imports.guess(file, LayerKind.SETTLEMENTS, ReadOptions.DETECT.withLayer("2026"));
    assertThat(people(imports.settlements(file, "LSO", named))).containsExactly(7.0);
    Path single =
        book(
            book -> {
              book.newWorksheet("Cover");
              Worksheet only = book.newWorksheet("Places");
              row(only, 0, "name", "lon", "lat", "population");
              row(only, 1, "A", 27.48, -29.31, 9);
            });
    assertThat(people(read(single))).containsExactly(9.0);
    Path empty = book(book -> book.newWorksheet("Cover"));
    assertThatThrownBy(() -> read(empty)).isInstanceOf(InputRefused.class);
  }

  @Test
  void hiddenRowsAreData() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("Places");
              row(sheet, 0, "name", "lon", "lat", "population");
              row(sheet, 1, "A", 27.48, -29.31, 5);
              row(sheet, 2, "B", 27.5, -29.3, 6);
              sheet.hideRow(1);
            });
    assertThat(people(read(file))).containsExactly(5.0, 6.0);
  }

  /** The workbook with its sheets' text changed, as a program that calculates would save it. */
  private Path edited(Path book, UnaryOperator<String> change) throws IOException {
    Path changed = folder.resolve("changed.xlsx");
    try (ZipFile in = new ZipFile(book.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (ZipEntry entry : in.stream().toList()) {
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          bytes =
              change
                  .apply(new String(bytes, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
      }
    }
    return changed;
  }

  @Test
  void hiddenSheetsAreOnlyReadWhenNamedAndHiddenRowsAreTold() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet shown = book.newWorksheet("Shown");
              row(shown, 0, "name", "population", "lon", "lat");
              row(shown, 1, "A", 5, 28.1, -29.1);
              row(shown, 2, "B", 6, 28.2, -29.2);
              shown.hideRow(2);
              Worksheet hidden = book.newWorksheet("Hidden");
              row(hidden, 0, "name", "population", "lon", "lat");
              row(hidden, 1, "C", 7, 28.3, -29.3);
              hidden.setVisibilityState(VisibilityState.HIDDEN);
            });
    Imported<Settlement> read = read(file);
    assertThat(people(read)).containsExactly(5.0, 6.0);
    assertThat(read.report().counts()).containsEntry("rowsHidden", 1L);
    ColumnMapping named = ColumnMapping.guess(ReadOptions.DETECT.withLayer("Hidden"));
    assertThat(people(imports.settlements(file, "LSO", named))).containsExactly(7.0);
  }
}
