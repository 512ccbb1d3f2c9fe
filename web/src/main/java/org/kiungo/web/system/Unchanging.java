package org.kiungo.web.system;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that never change under their address: cached for a year, revalidated by ETag. */
public final class Unchanging {

  private Unchanging() {}

  /**
   * @param id identity of the content; the tag is weak, as the bytes may travel compressed
   */
  public static <T> ResponseEntity<T> answer(String id, MediaType type, T body) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .eTag("W/\"" + id + "\"")
        .body(body);
  }
}
