package org.kiungo.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a page of another origin asks for a change. Browsers say it with every one: in {@code
 * Origin}, or, where the page keeps its address to itself ({@code Origin: null}), in {@code
 * Sec-Fetch-Site}, which no script can set.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
@Component
public class Origins {

  private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> OTHER_SITES = List.of("cross-site", "same-site");

  private final URI publicUrl;

  /**
   * @param publicUrl what people call this server; empty for none
   */
  Origins(@Value("${kiungo.public-url:}") String publicUrl) {
    this.publicUrl = URI.create(publicUrl);
  }

  /** True for what a page of another origin wants to change; programs send no origin. */
  public boolean isAnother(HttpServletRequest request) {
    if (READS.contains(request.getMethod())) {
      return false;
    }
    String origin = request.getHeader("Origin");
    String site = String.valueOf(request.getHeader("Sec-Fetch-Site"));
    if (origin == null) {
      return OTHER_SITES.contains(site);
    }
    return origin.equals("null") ? !site.equals("same-origin") : !isOurs(origin, request);
  }

  private boolean isOurs(String origin, HttpServletRequest request) {
    try {
      URI of = URI.create(origin);
      String name = String.valueOf(of.getAuthority());
      // where people come by https, whoever can answer for http of the same name is another
      boolean weaker =
          name.equals(publicUrl.getAuthority()) && !publicUrl.getScheme().equals(of.getScheme());
      return name.equals(request.getHeader("Host")) && !weaker;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
