package org.kiungo.web.dataset.template;

import java.util.Locale;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands out empty tables to fill in. */
@RestController
class TemplateController {

  /**
   * @param layer settlements, fibre-lines …
   * @param lang language of the comments; the request's when absent
   */
  @Answers(404)
  @GetMapping(path = "/api/v1/datasets/template", produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv(
      @RequestParam String layer, @RequestParam(required = false) String lang, Locale locale) {
    LayerKind kind = LayerKind.named(layer);
    String language = lang == null ? locale.getLanguage() : Languages.orDefault(lang);
    String file = kind.label() + "." + language + ".csv";
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(LayerTemplate.csv(kind, Words.in(language)));
  }
}
