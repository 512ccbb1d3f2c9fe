package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.store.DataFolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the reports of imports. */
@RestController
@RequestMapping("/api/v1/datasets")
class ReportController {

  private final Datasets datasets;
  private final DataFolder data;

  ReportController(Datasets datasets, DataFolder data) {
    this.datasets = datasets;
    this.data = data;
  }

  /**
   * The report of an import as a file.
   *
   * @param form json, html, csv or xlsx; the latter two are the rows with a column {@code _problem}
   * @param lang language of the words; the request's when absent
   */
  @Answers(
      type = {
        "application/json",
        "text/html",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  @GetMapping("/imports/{importId}/report")
  ResponseEntity<byte[]> report(
      @PathVariable String importId,
      @RequestParam(defaultValue = "json") String form,
      @RequestParam(required = false) String lang,
      Locale locale)
      throws IOException {
    ReportFiles.Form wanted = ReportFiles.Form.named(form);
    DatasetImport imports = datasets.importer();
    PastImport past = imports.past(importId);
    Words words = Words.in(lang == null ? locale.getLanguage() : Languages.orDefault(lang));
    Path file =
        Files.createTempFile(data.folder(DataFolder.INCOMING), "report", DataFolder.UNFINISHED);
    try {
      new ReportFiles(imports).write(past, file, wanted, words);
      return ResponseEntity.ok()
          .contentType(type(wanted))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(wanted.fileName(words.language()))
                  .build()
                  .toString())
          .body(Files.readAllBytes(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static MediaType type(ReportFiles.Form form) {
    return switch (form) {
      case JSON -> MediaType.APPLICATION_JSON;
      case HTML -> MediaType.parseMediaType("text/html;charset=UTF-8");
      case CSV -> MediaType.parseMediaType("text/csv;charset=UTF-8");
      case XLSX ->
          MediaType.parseMediaType(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    };
  }
}
