package org.kiungo.web.page.brief;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;

/**
 * Text from right to left on paper, Arabic letters in the form that their neighbours ask for. A
 * paragraph from right to left is one run, which is put in the order of paper line by line: the
 * engine would end a line between two runs, and begin the next with the full stop after a number.
 * Its own way needs ICU, a sixth of the whole product.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-9/#G24357">Unicode
 *     16, section 9.2, Arabic: cursive joining and ligatures</a>
 */
final class RightToLeft implements BidiReorderer {

  private static final char FIRST_FORM = '\uFE80';
  private static final char LAST_FORM = '\uFEFC';

  /** Places of the forms of one letter, which follow each other. */
  private static final int FINAL = 1;

  private static final int INITIAL = 2;
  private static final int MEDIAL = 3;

  /** Joins on both sides and has no forms. */
  private static final char TATWEEL = '\u0640';

  private static final String MIRRORED = "()[]{}<>«»‹›";

  /** Forms of a letter, or of lam with an alef: alone, final, and of most also initial, medial. */
  private static final Map<String, String> FORMS = forms();

  private static Map<String, String> forms() {
    Map<String, String> forms = new HashMap<>();
    for (char form = FIRST_FORM; form <= LAST_FORM; form++) {
      forms.merge(letters(String.valueOf(form)), String.valueOf(form), String::concat);
    }
    return forms;
  }

  private static String letters(String forms) {
    return Normalizer.normalize(Normalizer.normalize(forms, Form.NFKD), Form.NFC);
  }

  @Override
  public String shapeText(String text) {
    StringBuilder shaped = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      String letter = text.substring(k, k + 1);
      String pair = text.substring(k, Math.min(text.length(), k + 2));
      boolean before = joinsOn(neighbour(text, k, -1));
      if (pair.length() == 2 && FORMS.containsKey(pair)) {
        shaped.append(FORMS.get(pair).charAt(before ? FINAL : 0));
        k++;
      } else if (FORMS.containsKey(letter)) {
        String forms = FORMS.get(letter);
        boolean after = forms.length() > INITIAL && joins(neighbour(text, k, 1));
        int form = after ? before ? MEDIAL : INITIAL : before ? FINAL : 0;
        shaped.append(forms.charAt(Math.min(form, forms.length() - 1)));
      } else {
        shaped.append(letter);
      }
    }
    return shaped.toString();
  }

  /** The next letter on a side, signs above and below left out; a space at the end. */
  private static char neighbour(String text, int at, int step) {
    int k = at + step;
    while (k >= 0
        && k < text.length()
        && Character.getType(text.charAt(k)) == Character.NON_SPACING_MARK) {
      k += step;
    }
    return k < 0 || k >= text.length() ? ' ' : text.charAt(k);
  }

  /** True where a letter joins the one after it. */
  private static boolean joinsOn(char letter) {
    return letter == TATWEEL || FORMS.getOrDefault(String.valueOf(letter), "").length() > INITIAL;
  }

  /** True where a letter joins the one before it. */
  private static boolean joins(char letter) {
    return letter == TATWEEL || FORMS.getOrDefault(String.valueOf(letter), "").length() > FINAL;
  }

  @Override
  public String deshapeText(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (char each : text.toCharArray()) {
      boolean isForm = each >= FIRST_FORM && each <= LAST_FORM;
      letters.append(isForm ? letters(String.valueOf(each)) : each);
    }
    return letters.toString();
  }

  /** What stands on one line, in the order of paper, brackets of its own direction turned round. */
  @Override
  public String reorderRTLTextToLTR(String text) {
    if (text.isEmpty()) {
      return text;
    }
    Bidi line = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    byte[] levels = new byte[line.getRunCount()];
    String[] parts = new String[levels.length];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = (byte) line.getRunLevel(k);
      String part = text.substring(line.getRunStart(k), line.getRunLimit(k));
      parts[k] = levels[k] % 2 == 0 ? part : reversed(part);
    }
    Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
    return String.join("", parts);
  }

  private static String reversed(String text) {
    StringBuilder reversed = new StringBuilder(text).reverse();
    for (int k = 0; k < reversed.length(); k++) {
      int at = MIRRORED.indexOf(reversed.charAt(k));
      if (at >= 0) {
        reversed.setCharAt(k, MIRRORED.charAt(at ^ 1));
      }
    }
    return reversed.toString();
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  /** Parts of a paragraph that run one way; one from right to left is whole. */
  static final class Runs implements BidiSplitter {

    private Bidi bidi;
    private boolean isWhole;

    @Override
    public void setParagraph(String paragraph, byte direction) {
      isWhole = direction == RTL;
      bidi =
          new Bidi(
              paragraph, isWhole ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
      return isWhole ? 1 : bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
      if (isWhole) {
        return new BidiTextRun(0, bidi.getLength(), RTL);
      }
      int start = bidi.getRunStart(run);
      byte direction = bidi.getRunLevel(run) % 2 == 0 ? LTR : RTL;
      return new BidiTextRun(start, bidi.getRunLimit(run) - start, direction);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      Bidi left = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
      Bidi right = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT);
      boolean isNeutral = left.baseIsLeftToRight() != right.baseIsLeftToRight();
      return isNeutral ? NEUTRAL : left.baseIsLeftToRight() ? LTR : RTL;
    }
  }
}
