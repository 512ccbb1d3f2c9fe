package org.kiungo.geodata.layer;

import java.util.Locale;
import java.util.regex.Pattern;

/** What files say about whether infrastructure works, in five languages. */
enum Status {
  OPERATIONAL,
  PLANNED,
  UNKNOWN;

  private static final Pattern NOT_YET =
      Pattern.compile(
          "plan|propos|construct|construction|proje|future|futur|decommission|abandon|disused"
              + "|inactive|constru|em obra|en cours|مخطط|قيد|imepangwa|unajengwa");
  private static final Pattern WORKS =
      Pattern.compile(
          "operational|operat|existing|exist|active|live|in service|in use|en service|fonctionnel"
              + "|opera|em servi|ativo|true|عامل|قائم|inafanya kazi|lit\\b");

  /** Reads a status column; blank and unheard-of words are unknown. */
  static Status of(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (NOT_YET.matcher(plain).find()) {
      return PLANNED;
    }
    return WORKS.matcher(plain).find() ? OPERATIONAL : UNKNOWN;
  }
}
