package org.kiungo.planner.model.value;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Input or a scenario that cannot be used: what, where and the remedy, as a message code with its
 * arguments. Screens, reports and the command line word it from their bundles under {@code
 * error.<code>}; the exception's own message is for logs.
 */
public final class InputRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Map<String, Object> arguments;

  /**
   * @param code bundle key without its {@code error.} prefix
   * @param arguments name, value, name, value … as the bundle's sentence uses them, in its order
   */
  public InputRefused(String code, Object... arguments) {
    super(code + " " + named(arguments));
    this.code = code;
    this.arguments = named(arguments);
  }

  private static Map<String, Object> named(Object... arguments) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int k = 0; k + 1 < arguments.length; k += 2) {
      named.put((String) arguments[k], arguments[k + 1]);
    }
    return named;
  }

  public String code() {
    return code;
  }

  /** Arguments by name, in the order the sentence uses them as {0}, {1} … */
  public Map<String, Object> arguments() {
    return arguments;
  }
}
