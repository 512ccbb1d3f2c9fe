package org.kiungo.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes down every request of a user that changes something or is refused for the user's role,
 * unless it was written down with its change. The address stands as it is declared, so that no
 * link's secret comes into the log.
 */
@Component
@ConditionalOnBooleanProperty("kiungo.accounts")
class RequestAudit implements HandlerInterceptor, WebMvcConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(RequestAudit.class);
  private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> SECRETS = List.of("token");

  private final AuditLog log;

  RequestAudit(AuditLog log) {
    this.log = log;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
    int status = response.getStatus();
    boolean changes = !READS.contains(request.getMethod()) && !isForViewers(handler);
    boolean refusedForRole = status == HttpServletResponse.SC_FORBIDDEN;
    // nobody known can fill the log
    if (AuditLog.isTold(request) || Member.current().isEmpty() || !changes && !refusedForRole) {
      return;
    }
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String result = status < 400 ? "done" : String.valueOf(status);
    try {
      log.write(request.getMethod() + " " + pattern, subject(request), result);
    } catch (RuntimeException away) {
      LOG.error("{} {} is not in the audit log", request.getMethod(), pattern, away);
    }
  }

  /** What a viewer may ask for is computed and leaves nothing behind. */
  private static boolean isForViewers(Object handler) {
    Requires said =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(Requires.class) : null;
    return said != null && said.value() == Role.VIEWER;
  }

  private static String subject(HttpServletRequest request) {
    Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (!(found instanceof Map<?, ?> variables)) {
      return "";
    }
    return new TreeMap<Object, Object>(variables)
        .entrySet().stream()
            .filter(each -> !SECRETS.contains(each.getKey()))
            .map(each -> String.valueOf(each.getValue()))
            .collect(Collectors.joining(" "));
  }
}
