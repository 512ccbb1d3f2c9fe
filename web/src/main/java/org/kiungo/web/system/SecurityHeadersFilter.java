package org.kiungo.web.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets pages load from this host alone, and run no script that does not come as a file. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeadersFilter extends OncePerRequestFilter {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  /** A year, as OWASP ASVS 5.0 asks for (3.4.1). */
  private static final String HTTPS_ALONE = "max-age=31536000";

  private final boolean https;

  /**
   * @param publicUrl what people call this server; by https, browsers are told never to come
   *     otherwise
   */
  SecurityHeadersFilter(@Value("${kiungo.public-url:}") String publicUrl) {
    this.https = publicUrl.startsWith("https:");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "geolocation=(), camera=(), microphone=()");
    if (https) {
      response.setHeader("Strict-Transport-Security", HTTPS_ALONE);
    }
    chain.doFilter(request, response);
  }
}
