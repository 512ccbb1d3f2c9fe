package org.kiungo.web.doubt.survey;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.web.doubt.survey.SurveyList.Asked;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What to find out first after a study: as data, as files to fill in, as a form for telephones. */
@RestController
@RequestMapping("/api/v1/doubts/{id}/survey")
class SurveyController {

  private static final String PLACES = "" + SurveyList.PLACES;

  private final Surveys surveys;
  private final SheetFiles sheets;

  SurveyController(Surveys surveys, SheetFiles sheets) {
    this.surveys = surveys;
    this.sheets = sheets;
  }

  @GetMapping
  SurveyList survey(
      @PathVariable String id,
      @RequestParam(defaultValue = PLACES) int places,
      @RequestParam(required = false) Double visitUsd,
      Locale locale) {
    return surveys.get(id, new Asked(places, visitUsd), words(locale));
  }

  /** The list in a format of other programs, to be filled in and imported. */
  @Answers(
      value = 409,
      type = {"application/octet-stream", "image/png"})
  @GetMapping("/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String id,
      @PathVariable String format,
      @RequestParam(defaultValue = PLACES) int places,
      @RequestParam(required = false) Double visitUsd,
      Locale locale)
      throws IOException {
    SurveyList list = surveys.get(id, new Asked(places, visitUsd), words(locale));
    return answer(id, List.of(SurveyFiles.list(list)), "survey", format, locale);
  }

  /** An XLSForm, which ODK and Kobo take. */
  @Answers(
      value = 409,
      type = {"application/octet-stream"})
  @GetMapping("/form.xlsx")
  ResponseEntity<StreamingResponseBody> form(
      @PathVariable String id, @RequestParam(defaultValue = PLACES) int places, Locale locale)
      throws IOException {
    SurveyList list = surveys.get(id, new Asked(places, null), words(locale));
    return answer(id, SurveyFiles.form(list, surveys.getCountry(id)), "form", "xlsx", locale);
  }

  private ResponseEntity<StreamingResponseBody> answer(
      String id, List<ExportLayer> layers, String name, String format, Locale locale)
      throws IOException {
    String iso3 = surveys.getCountry(id);
    Words words = words(locale);
    return sheets.answer(
        new Sheet(
            "kiungo-" + name + "-" + iso3.toLowerCase(Locale.ROOT),
            words.text("export.title.survey", CountryWords.name(iso3, words)),
            List.of(iso3),
            layers,
            List.of(words.text("export.source.survey"))),
        format,
        locale);
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
