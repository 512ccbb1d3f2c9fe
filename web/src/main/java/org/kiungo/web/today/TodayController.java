package org.kiungo.web.today;

import java.util.List;
import java.util.function.Supplier;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coverage today, for maps and for others who count. */
@RestController
@RequestMapping("/api/v1/today")
class TodayController {

  private final Today today;

  TodayController(Today today) {
    this.today = today;
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

  private <T> ResponseEntity<T> answer(Supplier<T> body) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + today.version() + "\"")
        .body(body.get());
  }
}
