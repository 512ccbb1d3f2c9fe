package org.kiungo.web.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what no honest client sends: bodies over 1 MiB outside uploads, counted while they are
 * read, and changes asked for by a page of another origin.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestLimitsFilter extends OncePerRequestFilter {

  /** The only addresses that take files. */
  private static final String UPLOADS = "/api/v1/datasets";

  private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

  private final HandlerExceptionResolver errors;

  RequestLimitsFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (fromAnotherOrigin(request)) {
      refuse(request, response, HttpStatus.FORBIDDEN, "http.origin", request.getHeader("Origin"));
    } else if (isUpload(request)) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > CountedRequest.BODY_LIMIT) {
      String limit = String.valueOf(CountedRequest.BODY_LIMIT);
      refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "http.too-large", limit);
    } else {
      chain.doFilter(new CountedRequest(request), response);
    }
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.startsWith("multipart/")
        && request.getRequestURI().startsWith(UPLOADS);
  }

  private static boolean fromAnotherOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null || READS.contains(request.getMethod())) {
      return false;
    }
    try {
      return !String.valueOf(URI.create(origin).getAuthority()).equals(request.getHeader("Host"));
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String code,
      String argument) {
    errors.resolveException(request, response, null, new ApiRefusal(status, code, argument));
  }
}
