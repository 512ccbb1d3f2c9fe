package org.kiungo.web.system;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be answered as asked: HTTP status, message code (bundle key {@code
 * error.<code>}) and its arguments in the sentence's order.
 */
public final class ApiRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient List<Object> arguments;

  public ApiRefusal(HttpStatus status, String code, Object... arguments) {
    super(status.value() + " " + code);
    this.status = status;
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Nothing with this identity exists (or may be seen): 404. */
  public static ApiRefusal unknown(String kind, String id) {
    return new ApiRefusal(HttpStatus.NOT_FOUND, kind + ".unknown", id);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
