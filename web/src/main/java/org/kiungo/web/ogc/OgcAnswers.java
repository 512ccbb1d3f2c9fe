package org.kiungo.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How each of these addresses is asked and answered. */
@Component
class OgcAnswers {

  /** Before each of these addresses. */
  static final String ROOT = "/ogc";

  private final OgcCollections collections;
  private final String publicUrl;

  /**
   * @param publicUrl under which the server is reached; empty = as it was asked
   */
  OgcAnswers(OgcCollections collections, @Value("${kiungo.public-url:}") String publicUrl) {
    this.collections = collections;
    this.publicUrl = publicUrl;
  }

  /**
   * @param known names of parameters beside those that every address knows
   */
  Ask ask(HttpServletRequest request, Locale locale, Iterable<String> known)
      throws HttpMediaTypeNotAcceptableException {
    return Ask.of(request, base(request), Words.in(locale.getLanguage()), known);
  }

  Ask ask(HttpServletRequest request, Locale locale) throws HttpMediaTypeNotAcceptableException {
    return ask(request, locale, List.of());
  }

  /**
   * The same at an address that answers in one form only.
   *
   * @param form that {@code f} may name
   */
  Ask askForBytes(HttpServletRequest request, Locale locale, String form) {
    Words words = Words.in(locale.getLanguage());
    Map<String, String> given = Ask.given(request, List.of());
    if (!given.getOrDefault("f", form).equals(form)) {
      throw ItemsQuery.refused("f", given.get("f"), form);
    }
    return new Ask(base(request), request.getRequestURI(), given, false, words);
  }

  private String base(HttpServletRequest request) {
    return publicUrl.isEmpty()
        ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
        : publicUrl;
  }

  static ResponseEntity.BodyBuilder ok(Ask ask, String type) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.CONTENT_LANGUAGE, ask.words().language())
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
  }

  static String path(OgcCollection collection) {
    return ROOT + "/collections/" + collection.id();
  }

  /**
   * @param version of a dataset; 0 = the current one
   * @throws ApiRefusal 404 where there is none
   */
  OgcCollection get(String id, int version, Words words) {
    return collections
        .find(id, version, words)
        .orElseThrow(() -> ApiRefusal.unknown("ogc.collection", id));
  }
}
