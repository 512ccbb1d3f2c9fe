package org.kiungo.geodata.format.vector;

import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Turns JSON values into attribute values: nested objects become dotted names. */
final class JsonValues {

  private JsonValues() {}

  /**
   * Reads an object's members into attributes; the parser stands on its START_OBJECT.
   *
   * @param twice hears of each name that is there again; the last one counts, as in browsers
   */
  static void flatten(
      JsonParser parser, String prefix, Map<String, Object> into, Consumer<String> twice) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = prefix + parser.currentName();
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        flatten(parser, name + ".", into, twice);
      } else {
        if (into.containsKey(name)) {
          twice.accept(name);
        }
        into.put(name, value(parser));
      }
    }
  }

  /** A scalar as Long, Double, Boolean, String or null; an array as its JSON text. */
  static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_ARRAY, START_OBJECT -> {
        StringBuilder text = new StringBuilder();
        copy(parser, text);
        yield text.toString();
      }
      default -> null;
    };
  }

  private static Object integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> parser.getDoubleValue();
    };
  }

  private static void copy(JsonParser parser, StringBuilder text) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
      boolean array = token == JsonToken.START_ARRAY;
      JsonToken end = array ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
      String between = "";
      text.append(array ? '[' : '{');
      while (parser.nextToken() != end) {
        text.append(between);
        between = ",";
        if (!array) {
          quote(parser.currentName(), text);
          text.append(':');
          parser.nextToken();
        }
        copy(parser, text);
      }
      text.append(array ? ']' : '}');
    } else if (token == JsonToken.VALUE_STRING) {
      quote(parser.getString(), text);
    } else {
      text.append(parser.getString());
    }
  }

  /** Appends a JSON string literal. */
  static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int k = 0; k < value.length(); k++) {
      char c = value.charAt(k);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) && !paired(value, k)) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /** A text with � in place of each half of a character, which no file can hold. */
  static String whole(String value) {
    StringBuilder text = null;
    for (int k = 0; k < value.length(); k++) {
      if (Character.isSurrogate(value.charAt(k)) && !paired(value, k)) {
        text = text == null ? new StringBuilder(value) : text;
        text.setCharAt(k, '\uFFFD');
      }
    }
    return text == null ? value : text.toString();
  }

  private static boolean paired(String value, int k) {
    return Character.isHighSurrogate(value.charAt(k))
        ? k + 1 < value.length() && Character.isLowSurrogate(value.charAt(k + 1))
        : k > 0 && Character.isHighSurrogate(value.charAt(k - 1));
  }
}
