package org.kiungo.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses to try a password where too many were tried, before it costs anything. */
final class LoginFilter extends OncePerRequestFilter {

  private final LoginThrottle throttle;
  private final HandlerExceptionResolver errors;

  LoginFilter(LoginThrottle throttle, HandlerExceptionResolver errors) {
    this.throttle = throttle;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean login = request.getMethod().equals("POST") && request.getRequestURI().equals("/login");
    long seconds = login ? throttle.waitSeconds(name(request), request.getRemoteAddr()) : 0;
    if (seconds > 0) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
      errors.resolveException(
          request,
          response,
          null,
          new ApiRefusal(HttpStatus.TOO_MANY_REQUESTS, "account.too-many", seconds));
    } else {
      chain.doFilter(request, response);
    }
  }

  static String name(HttpServletRequest request) {
    return String.valueOf(request.getParameter("name")).strip();
  }
}
