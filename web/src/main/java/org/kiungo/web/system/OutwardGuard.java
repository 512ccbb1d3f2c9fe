package org.kiungo.web.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kiungo.web.door.ClientAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Without accounts, whoever sits at the machine is the planner. Everybody else may open what a
 * share link opens and nothing more, so that a link taken back closes for good; unless the operator
 * lets the whole application out, behind a proxy that knows who may come in. With accounts, they
 * say so.
 */
@Component
class OutwardGuard implements HandlerInterceptor {

  /** What a brief needs, and what is kept of whoever reads it. */
  private static final List<String> OUTWARD =
      List.of("/b/", "/css/", "/icon.svg", "/error", "/privacy");

  /** What a bare proxy speaks by default, and no browser. */
  private static final String BEFORE_HOSTS = "HTTP/1.0";

  private final boolean open;

  /**
   * @param open true when the network may use the whole application
   */
  OutwardGuard(
      @Value("#{${kiungo.open-to-network:false} or ${kiungo.accounts:false}}") boolean open) {
    this.open = open;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String path = request.getRequestURI();
    if (open || OUTWARD.stream().anyMatch(path::startsWith) || isAtThisMachine(request)) {
      return true;
    }
    throw new ApiRefusal(HttpStatus.FORBIDDEN, "http.outward");
  }

  private static boolean isAtThisMachine(HttpServletRequest request) {
    return AllowedHosts.isLoopback(request)
        && !request.getProtocol().equals(BEFORE_HOSTS)
        && ClientAddress.isHere(request);
  }
}
