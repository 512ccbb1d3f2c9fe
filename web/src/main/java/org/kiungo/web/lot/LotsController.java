package org.kiungo.web.lot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.export.ZippedAnswer;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lots of a plan: as data, in formats of other programs and of registries, as a folder. */
@RestController
@RequestMapping("/api/v1/plans/{id}/lots")
class LotsController {

  private final PlanLots lots;
  private final SheetFiles sheets;
  private final ZippedAnswer zipped;

  LotsController(PlanLots lots, SheetFiles sheets, ZippedAnswer zipped) {
    this.lots = lots;
    this.sheets = sheets;
    this.zipped = zipped;
  }

  @Answers({200, 422, 503})
  @GetMapping
  Lots lots(@PathVariable String id, @ModelAttribute PlanLots.Asked asked) {
    return lots.get(id, asked).lots();
  }

  /**
   * Lots in a format of other programs, as {@code oc4ids} or {@code ocds}, or {@code form}: an
   * XLSForm for what is built of them.
   */
  @Answers(
      value = {200, 422, 503},
      type = {"application/octet-stream", "image/png", "application/json"})
  @GetMapping("/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String id,
      @PathVariable String format,
      @ModelAttribute PlanLots.Asked asked,
      Locale locale)
      throws IOException {
    Words words = Words.in(locale.getLanguage());
    LotsFolder folder = lots.get(id, asked);
    if (LotFiles.DOCUMENTS.contains(format)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      LotFiles.document(format, lots.published(id), folder.lots(), words, bytes);
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .header(
              HttpHeaders.CONTENT_DISPOSITION, attachment("kiungo-" + id + "-" + format + ".json"))
          .body(bytes::writeTo);
    }
    if (format.equals(LotFiles.FORM)) {
      return sheets.answer(
          new Sheet(
              "kiungo-" + id + "-as-built-form",
              words.text("lots.form"),
              folder.plan().scenario().countries(),
              BuiltForm.of(folder),
              List.of(words.text("export.source.plan", id))),
          "xlsx",
          locale);
    }
    return sheets.answer(
        new Sheet(
            "kiungo-" + id + "-lots",
            words.text("lots.tender", id),
            folder.plan().scenario().countries(),
            LotFiles.headed(LotFiles.layers(folder, words), format, words),
            List.of(words.text("export.source.plan", id))),
        format,
        locale);
  }

  /** All that {@code kiungo verify} reads. */
  @Answers(
      value = {200, 422, 503},
      type = "application/zip")
  @GetMapping("/folder.zip")
  ResponseEntity<StreamingResponseBody> archive(
      @PathVariable String id, @ModelAttribute PlanLots.Asked asked, Locale locale)
      throws IOException {
    LotsFolder found = lots.get(id, asked);
    Words words = Words.in(locale.getLanguage());
    return zipped.answer(
        id + "-lots",
        folder -> LotFiles.write(found, lots.published(id), words, folder.resolve("lots")));
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
