package org.kiungo.web.today;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Coverage today, for maps and for others who count. */
@RestController
@RequestMapping("/api/v1/today")
class TodayController {

  private final Today today;
  private final Reference reference;
  private final SheetFiles sheets;

  TodayController(Today today, Reference reference, SheetFiles sheets) {
    this.today = today;
    this.reference = reference;
    this.sheets = sheets;
  }

  @GetMapping
  ResponseEntity<List<CountryToday>> countries() {
    return answer(today::countries);
  }

  @GetMapping(path = "/cells", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> cells() {
    return answer(today::mosaic);
  }

  @GetMapping(path = "/{iso3}/cells", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> countryCells(@PathVariable String iso3) {
    return answer(() -> today.mosaic(iso3).orElseThrow(() -> ApiRefusal.unknown("country", iso3)));
  }

  @GetMapping("/{iso3}/exports")
  List<String> formats(@PathVariable String iso3) {
    get(iso3);
    return SheetFiles.formats();
  }

  /** Places and who has 4G there, in a format of other programs or as a picture. */
  @Answers(type = {"application/octet-stream", "image/png"})
  @GetMapping("/{iso3}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String iso3, @PathVariable String format, Locale locale) throws IOException {
    CountryToday country = get(iso3);
    Words words = Words.in(locale.getLanguage());
    String name = reference.country(iso3).name(locale.getLanguage());
    return sheets.answer(
        TodaySheet.of(country, name, today.settlements(iso3), words), format, locale);
  }

  private CountryToday get(String iso3) {
    return today.find(iso3).orElseThrow(() -> ApiRefusal.unknown("country", iso3));
  }

  private <T> ResponseEntity<T> answer(Supplier<T> body) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + today.version() + "\"")
        .body(body.get());
  }
}
