package org.kiungo.geodata.format.vector;

import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Opens JSON files for streaming, within limits that keep a hostile file harmless. */
public final class JsonText {

  /** Deepest nesting read; a MultiPolygon inside collections of a feature needs about ten. */
  static final int DEEPEST = 200;

  private static final int LONGEST_NUMBER = 400;
  private static final int LONGEST_TEXT = 16 << 20;
  private static final int LONGEST_NAME = 5_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(LONGEST_NAME)
                  .build())
          // hostile files hold endless different names; nothing is gained by keeping them
          .disable(tools.jackson.core.TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .build();

  private JsonText() {}

  public static JsonParser open(SourceFile file) {
    return FACTORY.createParser(ObjectReadContext.empty(), file.path());
  }

  /** Reads to the end of the file, so that text after the value is noticed. */
  public static void expectEnd(JsonParser parser, SourceFile file) {
    expectNothing(parser.nextToken(), parser, file);
  }

  /** Refuses a token where the file should have ended. */
  static void expectNothing(JsonToken found, JsonParser parser, SourceFile file) {
    if (found != null) {
      throw broken(file, parser.currentTokenLocation());
    }
  }

  /** Turns Jackson's exception into a refusal that names the place. */
  static InputRefused refusal(SourceFile file, JacksonException problem) {
    InputRefused refused;
    if (problem instanceof StreamConstraintsException) {
      // the exception tells which limit in its words alone
      boolean deep = problem.getOriginalMessage().contains("nesting");
      TokenStreamLocation at = problem.getLocation();
      refused =
          deep
              ? SourceFile.nested(file.name(), DEEPEST)
              : new InputRefused(
                  "file.jsonLong", "file", file.name(), "line", at == null ? 0 : at.getLineNr());
    } else if (problem instanceof JacksonIOException io && io.getCause() != null) {
      refused = broken(file, problem.getLocation());
    } else {
      refused = broken(file, problem.getLocation());
    }
    refused.initCause(problem);
    return refused;
  }

  private static InputRefused broken(SourceFile file, TokenStreamLocation at) {
    int line = at == null ? 0 : at.getLineNr();
    int column = at == null ? 0 : at.getColumnNr();
    return new InputRefused(
        "file.jsonBroken", "file", file.name(), "line", line + "", "column", column + "");
  }

  /** True when a file's text begins like a JSON object or array. */
  static boolean looksLikeJson(SourceFile file) {
    for (byte b : file.head()) {
      int c = b & 0xff;
      boolean skip = c <= ' ' || c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF;
      if (!skip) {
        return c == '{' || c == '[';
      }
    }
    return false;
  }
}
