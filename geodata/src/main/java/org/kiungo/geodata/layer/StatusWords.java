package org.kiungo.geodata.layer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.kiungo.planner.model.FibreLine;

/** What files say about whether infrastructure works, in five languages. */
final class StatusWords {

  /** What is told to whoever wrote another word. */
  static final String ALLOWED =
      "operational, existing, active, live, in service, in use, en service, opérationnel, actif,"
          + " fonctionnel, ativo, em serviço; planned, proposed, under construction, future,"
          + " projeté, en construction, inactive, hors service, abandoned";

  private static final Pattern NOT_YET =
      Pattern.compile(
          "plan|propos|construct|construction|proje|future|futur|decommission|abandon|disused"
              + "|inacti|inativ|inexist|incomplet|constru|em obra|en cours|hors service|out of service"
              + "|retired|dismantl|\\bto be\\b|\\b(not|non|pas|não)[- ](in|en|em|ex|op|ac|at|fonc|yet)"
              + "|مخطط|قيد|imepangwa|unajengwa");
  private static final Pattern WORKS =
      Pattern.compile(
          "(?<!\\p{L})(operational|operat|existing|exist|active|\\bacti[fv]|live|in service|in use|en service"
              + "|fonctionn|opera|opéra|em servi|ativ[oa]|complet|commission|energi[sz]|exploit|sous tension|true|عامل|قائم|inafanya kazi|lit\\b)");

  private StatusWords() {}

  /** Reads a status column; blank and unheard-of words are unknown. */
  static FibreLine.Status of(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    if (isNotYet(plain)) {
      return FibreLine.Status.PLANNED;
    }
    if (!WORKS.matcher(plain).find()) {
      return FibreLine.Status.UNKNOWN;
    }
    return DeniedWords.in(plain) ? FibreLine.Status.PLANNED : FibreLine.Status.OPERATIONAL;
  }

  /**
   * Whether something is planned, being built or given up.
   *
   * @param plain in small letters
   */
  static boolean isNotYet(String plain) {
    return NOT_YET.matcher(plain).find();
  }
}
