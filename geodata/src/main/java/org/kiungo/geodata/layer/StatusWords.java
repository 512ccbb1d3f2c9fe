package org.kiungo.geodata.layer;

import java.util.List;
import java.util.Set;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.layer.CellWords.Meaning;
import org.kiungo.geodata.layer.CellWords.Told;

/** What files say about whether infrastructure works, in the words of {@link CellWords}. */
final class StatusWords {

  /** What a state says. */
  enum State {
    WORKS,
    /** Planned, proposed or being built. */
    PLANNED,
    /** It stood, or stands, and does not work. */
    GONE,
    /** Blank, or what nobody can read. */
    UNKNOWN
  }

  /** What is told to whoever wrote another word. */
  static final String ALLOWED =
      "operational, existing, active, live, in service, in use, en service, opérationnel, actif,"
          + " fonctionnel, ativo, em serviço, يعمل, في الخدمة; planned, proposed, under construction, future, prévu,"
          + " projeté, en construction, previsto, مخطط, مبرمج; inactive, out of service, abandoned, suspended,"
          + " hors service, abandonné, suspendu, desativado, خارج الخدمة";

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
          Meaning.ENDING,
          Meaning.FUTURE);

  /** Code of a row that is left out because what it tells of does not stand or work. */
  static final String NOT_STANDING = "stateNotStanding";

  private StatusWords() {}

  /** Lists a row unless its state says that what it tells of works, or it says nothing. */
  static void requireStanding(Row row) {
    String said = row.text("status");
    if (isUnread(said)) {
      row.tell(Severity.ERROR, "stateUnread", "status", said, ALLOWED);
    } else if (!said.isEmpty() && of(said) != State.WORKS) {
      row.tell(Severity.ERROR, NOT_STANDING, "status", said, "");
    }
  }

  /**
   * Reads a state. It is taken to work only where every word is known; a word that says that it
   * does not, or not yet, is enough for that.
   */
  static State of(String text) {
    List<Told> words = CellWords.of(text);
    boolean denied = CellWords.has(words, Meaning.DENYING);
    boolean until = CellWords.has(words, Meaning.ENDING);
    boolean over =
        until && CellWords.has(words, Meaning.PAST) && !CellWords.has(words, Meaning.FUTURE);
    boolean planned =
        CellWords.has(words, Meaning.PLANNED) || CellWords.has(words, Meaning.FUTURE) && !until;
    if (CellWords.has(words, Meaning.GONE) || over) {
      return State.GONE;
    }
    if (planned) {
      return denied ? State.UNKNOWN : State.PLANNED;
    }
    boolean open = until && !CellWords.has(words, Meaning.FUTURE);
    boolean works = CellWords.has(words, Meaning.WORKS) && !open;
    if (denied) {
      return works ? State.GONE : State.UNKNOWN;
    }
    boolean read = words.stream().allMatch(each -> HARMLESS.contains(each.meaning()));
    return works && read ? State.WORKS : State.UNKNOWN;
  }

  /** Whether somebody wrote what nobody can read. */
  static boolean isUnread(String text) {
    return !text.isBlank() && of(text) == State.UNKNOWN;
  }
}
