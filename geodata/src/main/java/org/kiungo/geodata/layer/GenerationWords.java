package org.kiungo.geodata.layer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.layer.CellWords.Meaning;
import org.kiungo.geodata.layer.CellWords.Told;

/** What files say about the generation of a mobile network, and about other kinds of access. */
public final class GenerationWords {

  /** What is told to whoever wrote another word. */
  static final String ALLOWED =
      "2G, 3G, 4G, 5G; GSM, GPRS, EDGE, UMTS, HSPA, CDMA, LTE, NR, WiMAX, FWA, fibre, FTTH,"
          + " broadband";

  private static final Set<Meaning> HARMLESS =
      Set.of(
          Meaning.WORKS,
          Meaning.BROAD,
          Meaning.NARROW,
          Meaning.NETWORK,
          Meaning.FILLING,
          Meaning.MONTHS,
          Meaning.NAMES,
          Meaning.PAST,
          Meaning.PART);

  private GenerationWords() {}

  /** Whether a text names one, beside words of which none may deny or put it off. */
  public static boolean isKnown(String text) {
    return isRead(CellWords.of(text), Set.of());
  }

  /**
   * A text without the names of the operator and the country of its row, which say nothing of what
   * is there; as it is where a word beside them is not known.
   */
  static String without(String text, String... names) {
    Set<String> own =
        CellWords.of(String.join(" ", names)).stream()
            .filter(each -> each.meaning() == Meaning.UNKNOWN)
            .map(Told::text)
            .collect(Collectors.toSet());
    List<Told> words = CellWords.of(text);
    return isRead(words, Set.of()) || !isRead(words, own)
        ? text
        : words.stream()
            .filter(each -> each.meaning() != Meaning.UNKNOWN)
            .map(Told::text)
            .collect(Collectors.joining(" "));
  }

  /**
   * Whether it can reach the standard of 10 Mbps: from the fourth generation on; second and third
   * cannot. A blank counts; what is denied, planned or not read does not.
   */
  public static boolean meetsStandard(String text) {
    List<Told> words = CellWords.of(text);
    return text.isBlank() || isRead(words, Set.of()) && CellWords.has(words, Meaning.BROAD);
  }

  private static boolean isRead(List<Told> words, Set<String> own) {
    return (CellWords.has(words, Meaning.BROAD) || CellWords.has(words, Meaning.NARROW))
        && words.stream()
            .allMatch(
                each ->
                    HARMLESS.contains(each.meaning())
                        || each.meaning() == Meaning.UNKNOWN && own.contains(each.text()));
  }
}
