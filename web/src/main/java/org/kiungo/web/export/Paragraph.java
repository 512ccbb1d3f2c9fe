package org.kiungo.web.export;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** Words on a picture, broken where a line is full. */
final class Paragraph {

  private static final double LINE_HEIGHT = 1.3;

  private final Graphics2D ink;

  Paragraph(Graphics2D ink) {
    this.ink = ink;
  }

  /**
   * Writes from a baseline downwards.
   *
   * @param width px after which a new line begins
   * @return the baseline of what follows
   */
  double line(String words, double x, double y, double width, Font font) {
    ink.setFont(font);
    FontMetrics metrics = ink.getFontMetrics();
    StringBuilder line = new StringBuilder();
    double at = y;
    for (String word : words.strip().split(" ")) {
      if (line.length() > 0 && metrics.stringWidth(line + " " + word) > width) {
        ink.drawString(line.toString(), (float) x, (float) at);
        line.setLength(0);
        at += font.getSize() * LINE_HEIGHT;
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    ink.drawString(line.toString(), (float) x, (float) at);
    return at + font.getSize() * LINE_HEIGHT;
  }
}
