package org.kiungo.web.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a job failed, as it is kept and told from one Java to another: a refusal's code and
 * arguments, numbers as numbers, so that every language words it as if it had just been thrown.
 *
 * @param code as {@link InputRefused#code}
 * @param arguments likewise; one that is a refusal itself is a {@code Refusal}'s own JSON
 */
public record Refusal(String code, Map<String, Object> arguments) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CODE = "code";
  private static final String ARGUMENTS = "arguments";

  public static Refusal of(InputRefused refused) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    refused.arguments().forEach((name, value) -> arguments.put(name, plain(value)));
    return new Refusal(refused.code(), arguments);
  }

  /** What {@link #toJson} wrote; earlier versions kept arguments without their names. */
  public static Refusal of(String json) {
    JsonNode kept = JSON.readTree(json);
    if (!kept.path(ARGUMENTS).isArray()) {
      return JSON.treeToValue(kept, Refusal.class);
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    kept.get(ARGUMENTS).forEach(each -> arguments.put("" + arguments.size(), each.asString()));
    return new Refusal(kept.get(CODE).asString(), arguments);
  }

  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  private static Object plain(Object value) {
    if (value instanceof InputRefused cause) {
      Refusal inner = of(cause);
      return Map.of(CODE, inner.code(), ARGUMENTS, inner.arguments());
    }
    return value instanceof Number ? value : String.valueOf(value);
  }

  /** To be thrown again. */
  public InputRefused thrown() {
    List<Object> named = new ArrayList<>();
    arguments.forEach(
        (name, value) -> {
          named.add(name);
          named.add(read(value));
        });
    return new InputRefused(code, named.toArray());
  }

  @SuppressWarnings("unchecked") // as plain() wrote it
  private static Object read(Object value) {
    return value instanceof Map<?, ?> inner
        ? new Refusal((String) inner.get(CODE), (Map<String, Object>) inner.get(ARGUMENTS)).thrown()
        : value;
  }
}
