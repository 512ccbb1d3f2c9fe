package org.kiungo.web.page.brief;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where lines may end: where the engine ends them by itself, but not within a word after its
 * apostrophe (today’s, d’intérêt) nor within a date or a range of figures (2023-06).
 */
final class WholeWords implements FSTextBreaker {

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
    return at;
  }

  private boolean isWithin(int at) {
    char before = text.charAt(at - 1);
    return switch (before) {
      case '’', '\'' ->
          Character.isLetter(text.charAt(at - 2)) && Character.isLetter(text.charAt(at));
      case '-' -> Character.isDigit(text.charAt(at - 2)) && Character.isDigit(text.charAt(at));
      default -> false;
    };
  }
}
