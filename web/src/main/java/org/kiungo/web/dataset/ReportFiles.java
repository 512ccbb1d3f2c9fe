package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.report.ProblemFile;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import tools.jackson.databind.json.JsonMapper;

/** The report of an import as files: JSON, HTML, and the error file as CSV and XLSX. */
public final class ReportFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(Numbers.unknownAsNull()).build();

  /** The forms a report is written in. */
  public enum Form {
    JSON,
    HTML,
    CSV,
    XLSX;

    /**
     * The form of that name.
     *
     * @throws InputRefused if there is none
     */
    public static Form named(String name) {
      for (Form form : values()) {
        if (form.extension().equals(name.strip().toLowerCase(Locale.ROOT))) {
          return form;
        }
      }
      throw new InputRefused("report.form", "found", name, "allowed", "json, html, csv, xlsx");
    }

    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The file's name: a report, or the problem rows. */
    String fileName(String language) {
      String stem = this == JSON || this == HTML ? "report" : "problems";
      return stem + "." + language + "." + extension();
    }
  }

  private final DatasetImport imports;

  public ReportFiles(DatasetImport imports) {
    this.imports = imports;
  }

  /** Every form in every language; returns the files written. */
  public List<Path> writeAll(PastImport past, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (String language : Languages.available()) {
      for (Form form : Form.values()) {
        Path out = folder.resolve(form.fileName(language));
        write(past, out, form, Words.in(language));
        written.add(out);
      }
    }
    return written;
  }

  /** One form in one language. */
  public void write(PastImport past, Path out, Form form, Words words) throws IOException {
    switch (form) {
      case CSV -> imports.writeProblems(past, out, ProblemFile.Format.CSV, words);
      case XLSX -> imports.writeProblems(past, out, ProblemFile.Format.XLSX, words);
      default -> {
        ImportReport report = ImportReport.of(past, words, DataReport.MOST_FINDINGS);
        String text =
            form == Form.JSON ? JSON.writeValueAsString(report) : ReportPage.of(report, words);
        Files.writeString(out, text);
      }
    }
  }
}
