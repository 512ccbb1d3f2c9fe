package org.kiungo.web.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kiungo.planner.model.value.InputRefused;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses names of a query that an address does not know, or that stand twice in it: a word that is
 * spelt wrongly would be passed over in silence, and of two values one.
 */
final class QueryNames implements HandlerInterceptor {

  /** Addresses that are held to it. */
  static final List<String> ADDRESSES =
      List.of(
          "/api/v1/workspaces/**",
          "/api/v1/networks/**",
          "/api/v1/settlements/**",
          "/api/v1/datasets/*/settlements",
          "/api/v1/datasets/*/raster");

  /** What every address knows. */
  private static final String LANGUAGE = "lang";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
      Set<String> known = new HashSet<>(Set.of(LANGUAGE));
      Set<String> several = new HashSet<>();
      for (MethodParameter each : method.getMethodParameters()) {
        name(each)
            .ifPresent(
                name -> {
                  known.add(name);
                  if (Iterable.class.isAssignableFrom(each.getParameterType())) {
                    several.add(name);
                  }
                });
      }
      UriComponentsBuilder.fromUriString("?" + request.getQueryString())
          .build()
          .getQueryParams()
          .forEach((name, values) -> require(name, values.size(), known, several));
    }
    return true;
  }

  private static Optional<String> name(MethodParameter parameter) {
    RequestParam wanted = parameter.getParameterAnnotation(RequestParam.class);
    if (wanted == null) {
      return Optional.empty();
    }
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    String said = wanted.name().isEmpty() ? wanted.value() : wanted.name();
    return Optional.ofNullable(said.isEmpty() ? parameter.getParameterName() : said);
  }

  private static void require(String name, int times, Set<String> known, Set<String> several) {
    if (!known.contains(name)) {
      List<String> all = new ArrayList<>(known);
      all.sort(null);
      throw new InputRefused("query.unknown", "found", name, "known", String.join(", ", all));
    }
    if (times > 1 && !several.contains(name)) {
      throw new InputRefused("query.twice", "found", name);
    }
  }
}
