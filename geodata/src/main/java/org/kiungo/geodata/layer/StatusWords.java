package org.kiungo.geodata.layer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.kiungo.planner.model.FibreLine;

/** What files say about whether infrastructure works, in five languages. */
final class StatusWords {

  private static final Pattern NOT_YET =
      Pattern.compile(
          "plan|propos|construct|construction|proje|future|futur|decommission|abandon|disused"
              + "|inactive|constru|em obra|en cours|مخطط|قيد|imepangwa|unajengwa");
  private static final Pattern WORKS =
      Pattern.compile(
          "operational|operat|existing|exist|active|live|in service|in use|en service|fonctionnel"
              + "|opera|em servi|ativo|true|عامل|قائم|inafanya kazi|lit\\b");

  private StatusWords() {}

  /** Reads a status column; blank and unheard-of words are unknown. */
  static FibreLine.Status of(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (NOT_YET.matcher(plain).find()) {
      return FibreLine.Status.PLANNED;
    }
    return WORKS.matcher(plain).find() ? FibreLine.Status.OPERATIONAL : FibreLine.Status.UNKNOWN;
  }
}
