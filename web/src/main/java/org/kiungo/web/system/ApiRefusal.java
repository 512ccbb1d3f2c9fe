package org.kiungo.web.system;

import java.util.List;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;

/**
 * A request that cannot be answered as asked: HTTP status, message code (bundle key {@code
 * error.<code>}) and its arguments in the sentence's order.
 */
public final class ApiRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient List<Object> arguments;
  private final long afterSeconds;

  public ApiRefusal(HttpStatus status, String code, Object... arguments) {
    this(status, code, List.of(arguments), 0);
  }

  private ApiRefusal(HttpStatus status, String code, List<Object> arguments, long afterSeconds) {
    super(status.value() + " " + code);
    this.status = status;
    this.code = code;
    this.arguments = arguments;
    this.afterSeconds = afterSeconds;
  }

  /** The same, with when it is worth asking again. */
  public ApiRefusal after(long seconds) {
    return new ApiRefusal(status, code, arguments, seconds);
  }

  /** Nothing with this identity exists (or may be seen): 404. */
  public static ApiRefusal unknown(String kind, String id) {
    return new ApiRefusal(HttpStatus.NOT_FOUND, kind + ".unknown", id);
  }

  /** A body is no JSON: 400 with the place where it breaks off. */
  public static ApiRefusal unreadable(JacksonException thrown) {
    InputRefused problem = Unreadable.problem(thrown);
    return new ApiRefusal(
        HttpStatus.BAD_REQUEST, problem.code(), problem.arguments().values().toArray());
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** Seconds after which it is worth asking again; 0 where nobody knows. */
  public long afterSeconds() {
    return afterSeconds;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
