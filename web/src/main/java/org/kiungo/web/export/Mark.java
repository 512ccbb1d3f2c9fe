package org.kiungo.web.export;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The shape of a place on a picture, so that no two lines of a legend differ by colour alone: a
 * printer without colours and every kind of colour vision tell them apart.
 */
enum Mark {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  DOWNWARD,
  PENTAGON,
  HEXAGON,
  PLUS,
  STAR,
  BAR,
  /** Two strokes across each other: nobody is served here. */
  CROSS;

  /** Values of a column that say so. */
  private static final Set<String> WITHOUT = Set.of("unserved", "uncovered", "lost");

  /** Of today's networks, nothing is built: a flat bar. */
  private static final String TODAY = "baseline";

  /**
   * Neighbours in a legend are unlike; in the catalogue's order, shapes are as the page has them.
   */
  private static final List<Mark> IN_TURN =
      List.of(PENTAGON, SQUARE, CIRCLE, DOWNWARD, TRIANGLE, DIAMOND, HEXAGON, PLUS, STAR);

  /**
   * The mark of a value.
   *
   * @param values of the legend, in order; one more than there are shapes has that of another
   */
  static Mark of(List<String> values, String value) {
    String plain = value.toLowerCase(Locale.ROOT);
    if (WITHOUT.contains(plain)) {
      return CROSS;
    }
    int at = Math.max(0, values.indexOf(value));
    return plain.equals(TODAY) ? BAR : IN_TURN.get(at % IN_TURN.size());
  }

  /**
   * The shape.
   *
   * @param radius about which all have the same area, px
   */
  Shape at(double x, double y, double radius) {
    Path2D shape =
        switch (this) {
          case CIRCLE -> regular(24, 1, 0);
          case SQUARE -> regular(4, 1.25, 45);
          case TRIANGLE -> regular(3, 1.5, 0);
          case DIAMOND -> regular(4, 1.35, 0);
          case DOWNWARD -> regular(3, 1.5, 180);
          case PENTAGON -> regular(5, 1.2, 0);
          case HEXAGON -> regular(6, 1.1, 30);
          case PLUS -> arms(0);
          case STAR -> star();
          case BAR -> bar();
          case CROSS -> arms(45);
        };
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(radius, radius);
    return place.createTransformedShape(shape);
  }

  private static Path2D regular(int corners, double size, double turnedDegrees) {
    Path2D shape = new Path2D.Double();
    for (int k = 0; k < corners; k++) {
      double angle = Math.toRadians(turnedDegrees) + 2 * Math.PI * k / corners;
      double x = size * Math.sin(angle);
      double y = -size * Math.cos(angle);
      if (k == 0) {
        shape.moveTo(x, y);
      } else {
        shape.lineTo(x, y);
      }
    }
    shape.closePath();
    return shape;
  }

  /** Five points. */
  private static Path2D star() {
    Path2D shape = new Path2D.Double();
    for (int k = 0; k < 10; k++) {
      double size = k % 2 == 0 ? 1.6 : 0.7;
      double x = size * Math.sin(Math.PI * k / 5);
      double y = -size * Math.cos(Math.PI * k / 5);
      if (k == 0) {
        shape.moveTo(x, y);
      } else {
        shape.lineTo(x, y);
      }
    }
    shape.closePath();
    return shape;
  }

  private static Path2D bar() {
    Path2D shape = new Path2D.Double();
    shape.moveTo(-1.3, -0.45);
    shape.lineTo(1.3, -0.45);
    shape.lineTo(1.3, 0.45);
    shape.lineTo(-1.3, 0.45);
    shape.closePath();
    return shape;
  }

  /** Four arms of one breadth. */
  private static Path2D arms(double turnedDegrees) {
    double[][] corner = {{0.4, -1.4}, {0.4, -0.4}, {1.4, -0.4}};
    Path2D shape = new Path2D.Double();
    for (int arm = 0; arm < 4; arm++) {
      AffineTransform turned = AffineTransform.getRotateInstance(arm * Math.PI / 2);
      for (double[] each : corner) {
        double[] at = each.clone();
        turned.transform(at, 0, at, 0, 1);
        if (shape.getCurrentPoint() == null) {
          shape.moveTo(at[0], at[1]);
        } else {
          shape.lineTo(at[0], at[1]);
        }
      }
    }
    shape.closePath();
    shape.transform(AffineTransform.getRotateInstance(Math.toRadians(turnedDegrees)));
    return shape;
  }
}
