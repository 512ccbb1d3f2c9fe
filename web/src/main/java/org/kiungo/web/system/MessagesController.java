package org.kiungo.web.system;

import java.util.Map;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The words that scripts of the pages need: every {@code ui.} key of one language. */
@RestController
class MessagesController {

  @GetMapping("/messages/{language}")
  ResponseEntity<Map<String, String>> messages(@PathVariable String language) {
    if (!Languages.available().contains(language)) {
      throw ApiRefusal.unknown("language", language);
    }
    Map<String, String> texts = Words.in(language).startingWith("ui.");
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag(Integer.toHexString(texts.hashCode()))
        .body(texts);
  }
}
