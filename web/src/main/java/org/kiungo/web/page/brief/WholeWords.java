package org.kiungo.web.page.brief;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where lines may end: where the engine ends them by itself, but not within a word after its
 * apostrophe (today’s, d’intérêt) nor within a date, a range of figures, a figure with decimals or
 * a rate (2023-06, 1.2 M–3 M, −23.7, 9.c.1, 23/041, Mbit/s).
 */
final class WholeWords implements FSTextBreaker {

  private static final char LEFT_TO_RIGHT_MARK = '\u200e';

  private final FSTextBreaker all =
      new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));

  private String text = "";

  @Override
  public void setText(String newText) {
    text = newText;
    all.setText(newText);
  }

  @Override
  public int next() {
    int at = all.next();
    while (at > 1 && at < text.length() && isWithin(at)) {
      at = all.next();
    }
    // a mark of direction belongs to what it goes before, which it keeps in order
    boolean after = at > 1 && at < text.length() && text.charAt(at - 1) == LEFT_TO_RIGHT_MARK;
    return after ? at - 1 : at;
  }

  private boolean isWithin(int at) {
    if (text.startsWith("/s", at) && Character.isLetter(text.charAt(at - 1))) {
      return at + 2 == text.length() || !Character.isLetter(text.charAt(at + 2));
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (after == '/' && at + 1 < text.length()) {
      return Character.isDigit(before) && Character.isDigit(text.charAt(at + 1));
    }
    return switch (before) {
      case '’', '\'' -> Character.isLetter(text.charAt(at - 2)) && Character.isLetter(after);
      case '–' -> Character.isDigit(after);
      case '.' -> Character.isLetterOrDigit(after);
      case '-', ',' -> Character.isDigit(text.charAt(at - 2)) && Character.isDigit(after);
      default -> false;
    };
  }
}
