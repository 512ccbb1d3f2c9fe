package org.kiungo.web.portion;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets no user and no organisation send so many files at once that others find no place. */
@Component
@ConditionalOnBooleanProperty("kiungo.accounts")
class UploadPortions implements HandlerInterceptor, WebMvcConfigurer {

  /** As many forms with files as the server takes at once. */
  private static final int ALL = 50;

  private static final long AGAIN_SECONDS = 10;
  private static final List<String> CHANGES = List.of("POST", "PUT");
  private static final List<String> ADDRESSES = List.of("/api/v1/datasets", "/api/v1/settlements");
  private static final String HELD = UploadPortions.class.getName();

  private final Portions portions = new Portions("uploads", ALL, "http.busy", AGAIN_SECONDS);

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && CHANGES.contains(request.getMethod())
        && ADDRESSES.stream().anyMatch(pattern::startsWith)) {
      request.setAttribute(HELD, portions.take());
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception thrown) {
    if (request.getAttribute(HELD) instanceof Portions.Held held) {
      held.close();
    }
  }
}
