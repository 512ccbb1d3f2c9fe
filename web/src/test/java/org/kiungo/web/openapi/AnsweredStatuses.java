package org.kiungo.web.openapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down which status and type of body the application really answers to which request. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class AnsweredStatuses extends OncePerRequestFilter {

  /** A request as it came, without what varies. */
  record Answered(String method, String path, int status, String type) {
    Answered(HttpServletRequest request, HttpServletResponse response) {
      this(request.getMethod(), request.getRequestURI(), response.getStatus(), bodyType(response));
    }

    /** Empty where there is no body: an answer of 304 may carry the type of what it leaves out. */
    private static String bodyType(HttpServletResponse response) {
      return response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED
          ? ""
          : Objects.requireNonNullElse(response.getContentType(), "").replaceFirst(";.*", "");
    }
  }

  private final Set<Answered> answered = ConcurrentHashMap.newKeySet();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (request.getRequestURI().startsWith("/api/v1/")) {
      answered.add(new Answered(request, response));
    }
  }

  Collection<Answered> all() {
    return answered;
  }
}
