package org.kiungo.planner.json;

import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a file, as refusals that can be worded in every language. */
public final class Unreadable {

  private Unreadable() {}

  /**
   * A file of a plan folder that cannot be used.
   *
   * @param e what reading it threw; a refusal of a whole file stays as it is
   */
  public static InputRefused file(String name, Exception e) {
    InputRefused problem = problem(e);
    return problem.code().startsWith("folder.")
        ? problem
        : new InputRefused("folder.unreadable", "file", name, "problem", problem);
  }

  /** What a record refused, else where a value is of the wrong kind, else where the text breaks. */
  public static InputRefused problem(Exception e) {
    String place = e instanceof DatabindException data ? path(data) : "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputRefused refused) {
        return place.isEmpty()
            ? refused
            : new InputRefused("json.at", "field", place, "problem", refused);
      }
    }
    if (e instanceof UnrecognizedPropertyException) {
      return new InputRefused("json.unknown", "field", place);
    }
    if (e instanceof InvalidFormatException wrong) {
      return new InputRefused("json.value", "field", place, "value", wrong.getValue());
    }
    if (!place.isEmpty()) {
      return new InputRefused("json.kind", "field", place);
    }
    return e instanceof JacksonException json
            && json.getLocation() != null
            && json.getLocation().getLineNr() > 0
        ? new InputRefused(
            "json.syntax",
            "line",
            json.getLocation().getLineNr(),
            "column",
            json.getLocation().getColumnNr())
        : new InputRefused("json.content");
  }

  /** Dotted path of a field, such as {@code standard.downlinkMbps}. */
  public static String path(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference part : e.getPath()) {
      String name =
          part.getPropertyName() == null ? "[" + part.getIndex() + "]" : part.getPropertyName();
      path.append(path.length() == 0 || name.startsWith("[") ? "" : ".").append(name);
    }
    return path.toString();
  }
}
