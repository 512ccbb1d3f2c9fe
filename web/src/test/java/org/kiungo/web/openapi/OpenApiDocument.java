package org.kiungo.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/** The description as a client reads it. */
record OpenApiDocument(JsonNode root) {

  private static final PathPatternParser PATTERNS = new PathPatternParser();

  /** An address with a method. */
  record Operation(String method, String path, JsonNode node) {

    /** Whether a status is described, with a body of that type if it came with one. */
    boolean has(int status, String type) {
      JsonNode answer = node.get("responses").path(String.valueOf(status));
      return answer.isObject() && (type.isEmpty() || answer.path("content").has(type));
    }

    List<JsonNode> parameters(String in) {
      List<JsonNode> found = new ArrayList<>();
      if (node.has("parameters")) {
        node.get("parameters").forEach(found::add);
      }
      found.removeIf(each -> !each.get("in").asString().equals(in));
      return found;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    root.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        each ->
                            found.add(
                                new Operation(
                                    each.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    each.getValue()))));
    return found;
  }

  /** The operation that answers a request, the most specific of several. */
  Optional<Operation> find(String method, String path) {
    PathContainer asked = PathContainer.parsePath(path);
    return operations().stream()
        .filter(each -> each.method().equals(method))
        .map(each -> Map.entry(PATTERNS.parse(each.path()), each))
        .filter(each -> each.getKey().matches(asked))
        .min(Map.Entry.comparingByKey(PathPattern.SPECIFICITY_COMPARATOR))
        .map(Map.Entry::getValue);
  }
}
