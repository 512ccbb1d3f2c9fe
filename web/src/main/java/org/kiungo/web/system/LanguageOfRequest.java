package org.kiungo.web.system;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/** The language of an answer: {@code ?lang}, else the cookie it left, else Accept-Language. */
@Component("localeResolver")
class LanguageOfRequest implements LocaleResolver, HandlerInterceptor {

  private static final String NAME = "lang";

  /** Of a form with files only the address is looked at: its body may never be needed. */
  private static String asked(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !type.startsWith("multipart/")) {
      return request.getParameter(NAME);
    }
    return UriComponentsBuilder.newInstance()
        .query(request.getQueryString())
        .build()
        .getQueryParams()
        .getFirst(NAME);
  }

  /** With the digits of its sentences, in which pages write lengths of bars, too. */
  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    String asked = asked(request);
    if (Languages.available().contains(String.valueOf(asked))) {
      return Words.in(asked).locale();
    }
    Cookie kept = WebUtils.getCookie(request, NAME);
    if (kept != null && Languages.available().contains(kept.getValue())) {
      return Words.in(kept.getValue()).locale();
    }
    return Words.in(Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))).locale();
  }

  /** Keeps the language that a page was asked for in. */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String asked = asked(request);
    boolean page = !request.getRequestURI().startsWith("/api/");
    if (page && Languages.available().contains(String.valueOf(asked))) {
      ResponseCookie cookie =
          ResponseCookie.from(NAME, asked)
              .path("/")
              .sameSite("Lax")
              .httpOnly(true)
              .maxAge(365L * 24 * 3600)
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
    return true;
  }

  @Override
  public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    throw new IllegalStateException("the language is set by ?lang");
  }
}
