package org.kiungo.web.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody do what their role does not allow. Files of the pages are open: they are the same for
 * everybody and hold nothing of anybody.
 */
@Component
@WithAccounts
class AccessGuard implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
    if (!first || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    Role role = Member.current().map(Member::role).orElse(Role.ANYONE);
    Role needed = needed(method, request.getMethod());
    if (role.includes(needed)) {
      return true;
    }
    if (role != Role.ANYONE) {
      throw new ApiRefusal(HttpStatus.FORBIDDEN, "account.role");
    }
    if (wantsPage(request)) {
      response.sendRedirect("/login?next=" + encoded(request));
      return false;
    }
    throw new ApiRefusal(HttpStatus.UNAUTHORIZED, "account.login");
  }

  /** The least role for an address; nobody's where a change does not say what it needs. */
  private static Role needed(HandlerMethod handler, String method) {
    Requires said = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
    if (said == null) {
      said = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
    }
    if (said != null) {
      return said.value();
    }
    boolean read = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    if (read) {
      return Role.VIEWER;
    }
    throw new IllegalStateException(handler + " does not say which role it needs");
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    return request.getMethod().equals("GET")
        && !request.getRequestURI().startsWith("/api/")
        && accept.contains("text/html");
  }

  private static String encoded(HttpServletRequest request) {
    String query = request.getQueryString();
    String address = request.getRequestURI() + (query == null ? "" : "?" + query);
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }
}
