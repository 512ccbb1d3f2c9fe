package org.kiungo.web.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Answers only those who ask for this server by a name of its own, whatever they ask for. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HostFilter extends OncePerRequestFilter {

  private final AllowedHosts hosts;
  private final HandlerExceptionResolver errors;

  HostFilter(
      AllowedHosts hosts, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    this.hosts = hosts;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (hosts.contains(request)) {
      chain.doFilter(request, response);
    } else {
      ApiRefusal refusal =
          new ApiRefusal(HttpStatus.MISDIRECTED_REQUEST, "http.host", request.getServerName());
      errors.resolveException(request, response, null, refusal);
    }
  }
}
