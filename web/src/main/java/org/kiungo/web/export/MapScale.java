package org.kiungo.web.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.Words;

/**
 * How far a kilometre is on a map and where north lies, both in its middle: a map of equal areas is
 * true to neither everywhere.
 */
final class MapScale {

  private static final double WIDEST_RATIO = 0.25;
  private static final double EDGE = 18;
  private static final double BAR = 6;
  private static final double NEEDLE = 46;
  private static final double LITTLE_DEGREES = 0.01;
  private static final Color GROUND = new Color(255, 255, 255, 215);

  private final Rectangle2D frame;
  private final double kmPerPx;
  private final double northRadians;

  /**
   * @param place from radii of the Earth on the equal-area plane, y to the south, to the picture
   * @param frame what of the picture is map, px
   */
  MapScale(AffineTransform place, Rectangle2D frame) {
    this.frame = frame;
    double half = frame.getWidth() / 8;
    LonLat west = at(place, frame.getCenterX() - half, frame.getCenterY());
    LonLat east = at(place, frame.getCenterX() + half, frame.getCenterY());
    kmPerPx = west.distanceKm(east) / (2 * half);
    LonLat middle = at(place, frame.getCenterX(), frame.getCenterY());
    double lat = middle.lat() + LITTLE_DEGREES;
    double right = EqualArea.x(middle.lon(), lat) - EqualArea.x(middle.lon(), middle.lat());
    double up = EqualArea.y(middle.lon(), lat) - EqualArea.y(middle.lon(), middle.lat());
    northRadians = Math.atan2(right, up);
  }

  private static LonLat at(AffineTransform place, double x, double y) {
    try {
      Point2D plane = place.inverseTransform(new Point2D.Double(x, y), null);
      return EqualArea.place(plane.getX(), -plane.getY());
    } catch (NoninvertibleTransformException e) {
      throw new IllegalArgumentException("a map without extent", e);
    }
  }

  /** Kilometres from west to east on each px. */
  double kmPerPx() {
    return kmPerPx;
  }

  /** By how much north lies to the right of up, radians. */
  double northRadians() {
    return northRadians;
  }

  /** What the bar tells: 1, 2 or 5 of a power of ten, up to a quarter of the map wide. */
  double km() {
    double most = WIDEST_RATIO * frame.getWidth() * kmPerPx;
    double ten = Math.pow(10, Math.floor(Math.log10(most)));
    return most >= 5 * ten ? 5 * ten : most >= 2 * ten ? 2 * ten : ten;
  }

  /** Draws the bar into the lower left corner of the map and the needle into its upper right. */
  void draw(Graphics2D ink, Lettering text, Words words, Font font) {
    double wide = km() / kmPerPx;
    double x = frame.getMinX() + EDGE;
    double y = frame.getMaxY() - EDGE;
    String told = words.text("export.scale", km());
    double label = text.width(told, font);
    ink.setColor(GROUND);
    ink.fill(new Rectangle2D.Double(x - 8, y - 30, Math.max(wide, label) + 16, 38));
    ink.setColor(Color.BLACK);
    ink.fill(new Rectangle2D.Double(x, y - BAR, wide, BAR));
    ink.setColor(Color.WHITE);
    ink.fill(new Rectangle2D.Double(x + wide / 2, y - BAR + 1.5, wide / 2 - 1.5, BAR - 3));
    ink.setColor(Color.BLACK);
    text.lines(told, x, y - 13, label, font);
    drawNorth(ink, text, words.text("export.north"), font);
  }

  private void drawNorth(Graphics2D ink, Lettering text, String letter, Font font) {
    double x = frame.getMaxX() - EDGE - NEEDLE / 2;
    double y = frame.getMinY() + EDGE + NEEDLE / 2;
    AffineTransform before = ink.getTransform();
    ink.setColor(GROUND);
    ink.fill(
        new Rectangle2D.Double(x - NEEDLE / 2 - 4, y - NEEDLE / 2 - 4, NEEDLE + 8, NEEDLE + 28));
    ink.setColor(Color.BLACK);
    double wide = text.width(letter, font);
    text.lines(letter, x - wide / 2, y + NEEDLE / 2 + 18, wide, font);
    ink.translate(x, y);
    ink.rotate(northRadians);
    Path2D needle = new Path2D.Double();
    needle.moveTo(0, -NEEDLE / 2);
    needle.lineTo(NEEDLE / 5, NEEDLE / 2);
    needle.lineTo(0, NEEDLE / 3);
    needle.lineTo(-NEEDLE / 5, NEEDLE / 2);
    needle.closePath();
    ink.setStroke(new BasicStroke(1.5f));
    ink.fill(needle);
    ink.setTransform(before);
  }
}
