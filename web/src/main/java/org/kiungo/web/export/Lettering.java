package org.kiungo.web.export;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Words on a picture: broken where a line is full, from the right where the language is read so,
 * and kept, for whoever cannot see the picture.
 */
final class Lettering {

  private static final double LINE_HEIGHT = 1.3;

  private final Graphics2D ink;
  private final boolean fromRight;
  private final List<String> written = new ArrayList<>();

  Lettering(Graphics2D ink, boolean fromRight) {
    this.ink = ink;
    this.fromRight = fromRight;
  }

  /** What was written, each text as a whole. */
  List<String> written() {
    return List.copyOf(written);
  }

  /**
   * Writes from a baseline downwards.
   *
   * @param width px after which a new line begins
   * @return the baseline of what follows
   */
  double lines(String words, double x, double y, double width, Font font) {
    written.add(words);
    StringBuilder line = new StringBuilder();
    double at = y;
    for (String word : words.strip().split(" ")) {
      if (line.length() > 0 && layout(line + " " + word, font).getAdvance() > width) {
        draw(line.toString(), x, at, width, font);
        line.setLength(0);
        at += font.getSize() * LINE_HEIGHT;
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    draw(line.toString(), x, at, width, font);
    return at + font.getSize() * LINE_HEIGHT;
  }

  /** Width of words on one line, px. */
  double width(String words, Font font) {
    return layout(words, font).getAdvance();
  }

  private void draw(String line, double x, double y, double width, Font font) {
    if (!line.isEmpty()) {
      TextLayout layout = layout(line, font);
      double from = fromRight ? x + width - layout.getAdvance() : x;
      layout.draw(ink, (float) from, (float) y);
    }
  }

  private TextLayout layout(String words, Font font) {
    Font directed =
        font.deriveFont(
            Map.of(
                TextAttribute.RUN_DIRECTION,
                fromRight ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR));
    return new TextLayout(words, directed, ink.getFontRenderContext());
  }
}
