package org.kiungo.web.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kiungo.web.language.Words;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.util.UriUtils;

/**
 * What somebody asks at an address.
 *
 * @param base of all addresses, without a slash at its end
 * @param path of this one
 * @param given by name
 * @param html whether a page is wanted
 * @param words of the reader's language
 */
record Ask(String base, String path, Map<String, String> given, boolean html, Words words) {

  static final String GEOJSON = "application/geo+json";
  static final String SCHEMA = "application/schema+json";
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  /** What every address knows. */
  private static final List<String> EVERYWHERE = List.of("f", "lang");

  private static final List<MediaType> JSON =
      List.of(
          MediaType.APPLICATION_JSON,
          MediaType.valueOf(GEOJSON),
          MediaType.valueOf(SCHEMA),
          MediaType.valueOf(OPENAPI),
          MediaType.valueOf("application/vnd.mapbox.tile+json"),
          MediaType.valueOf("application/vnd.mapbox.style+json"));

  /**
   * @param known names beside those that every address knows
   * @throws ApiRefusal 400 for a name that is not known or stands twice
   */
  static Ask of(HttpServletRequest request, String base, Words words, Iterable<String> known)
      throws HttpMediaTypeNotAcceptableException {
    Map<String, String> given = given(request, known);
    return new Ask(
        base,
        request.getRequestURI(),
        given,
        wantsHtml(given.get("f"), request.getHeader(HttpHeaders.ACCEPT)),
        words);
  }

  /**
   * @throws ApiRefusal 400 for a name that is not known or stands twice
   */
  static Map<String, String> given(HttpServletRequest request, Iterable<String> known) {
    Set<String> names = new LinkedHashSet<>(EVERYWHERE);
    known.forEach(names::add);
    Map<String, String> given = new TreeMap<>();
    for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
      if (!names.contains(each.getKey())) {
        throw new ApiRefusal(
            HttpStatus.BAD_REQUEST, "ogc.parameter", each.getKey(), String.join(", ", names));
      }
      if (each.getValue().length > 1) {
        throw new ApiRefusal(HttpStatus.BAD_REQUEST, "ogc.twice", each.getKey());
      }
      given.put(each.getKey(), each.getValue()[0]);
    }
    return given;
  }

  private static boolean wantsHtml(String f, String accept)
      throws HttpMediaTypeNotAcceptableException {
    if (f != null) {
      if (!List.of("json", "html").contains(f)) {
        throw ItemsQuery.refused("f", f, "json, html");
      }
      return f.equals("html");
    }
    try {
      List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
      MimeTypeUtils.sortBySpecificity(wanted);
      wanted.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
      for (MediaType each : wanted) {
        if (JSON.stream().anyMatch(each::isCompatibleWith)) {
          return false;
        }
        if (each.isCompatibleWith(MediaType.TEXT_HTML)) {
          return true;
        }
      }
      if (wanted.isEmpty()) {
        return false;
      }
    } catch (InvalidMediaTypeException unread) {
      throw new HttpMediaTypeNotAcceptableException(String.valueOf(unread.getMessage()));
    }
    throw new HttpMediaTypeNotAcceptableException(JSON);
  }

  /**
   * A way on.
   *
   * @param href whole address
   * @param rel what it is to where it stands
   * @param type of what is there
   * @param title in the reader's language
   */
  record Link(String href, String rel, String type, String title) {}

  /** A link to a path of the same server. */
  Link link(String path, Map<String, String> query, String rel, String type, String title) {
    StringBuilder address = new StringBuilder(base).append(path);
    char sign = '?';
    for (Map.Entry<String, String> each : query.entrySet()) {
      address
          .append(sign)
          .append(UriUtils.encode(each.getKey(), StandardCharsets.UTF_8))
          .append('=')
          .append(UriUtils.encode(each.getValue(), StandardCharsets.UTF_8));
      sign = '&';
    }
    return new Link(address.toString(), rel, type, title);
  }

  /** The same for whoever reads a page, or not. */
  Link link(String path, boolean page, String rel, String type, String title) {
    return link(
        path,
        Map.of("f", page ? "html" : "json"),
        rel,
        page ? MediaType.TEXT_HTML_VALUE : type,
        title);
  }

  /** This answer, and the other form of it. */
  List<Link> selves(String type) {
    Map<String, String> other = with("f", html ? "json" : "html");
    String page = MediaType.TEXT_HTML_VALUE;
    return List.of(
        link(path, given, "self", html ? page : type, words.text("ogc.link.self")),
        link(
            path,
            other,
            "alternate",
            html ? type : page,
            words.text(html ? "ogc.link.json" : "ogc.link.html")));
  }

  /** The query with another value. */
  Map<String, String> with(String name, String value) {
    Map<String, String> query = new LinkedHashMap<>(given);
    query.put(name, value);
    return query;
  }
}
