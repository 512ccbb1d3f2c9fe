package org.kiungo.web.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;

/** The towns by which a reader knows where on a map things are: capitals, then the largest. */
final class MapTowns {

  private static final int MOST = 14;
  private static final String CAPITAL = "PPLC";
  private static final double DOT = 3;
  private static final double OFF = 6;
  private static final double GAP = 3;

  private final List<Town> towns = new ArrayList<>();

  /**
   * A town that is shown.
   *
   * @param name as GeoNames has it
   * @param at px
   * @param box of its name, px
   */
  record Town(String name, Point2D at, Rectangle2D box) {}

  /**
   * @param countries whose towns; of none the capitals of all
   * @param place from the equal-area plane, y to the south, to the picture
   * @param frame what of the picture is map, px
   */
  MapTowns(
      Collection<String> countries,
      AffineTransform place,
      Rectangle2D frame,
      Graphics2D ink,
      Font font) {
    List<PopulatedPlace> known = new ArrayList<>();
    if (countries.isEmpty()) {
      Reference.builtIn()
          .countries()
          .forEach(each -> known.addAll(Reference.builtIn().places(each.iso3())));
      known.removeIf(each -> !each.feature().equals(CAPITAL));
    } else {
      countries.forEach(each -> known.addAll(Reference.builtIn().places(each)));
    }
    known.removeIf(each -> Double.isNaN(each.population()));
    known.sort(
        Comparator.comparing((PopulatedPlace each) -> !each.feature().equals(CAPITAL))
            .thenComparing(Comparator.comparingDouble(PopulatedPlace::population).reversed()));
    double high = font.getSize();
    for (PopulatedPlace each : known) {
      double lon = each.location().lon();
      double lat = each.location().lat();
      Point2D at =
          place.transform(new Point2D.Double(EqualArea.x(lon, lat), -EqualArea.y(lon, lat)), null);
      double wide = new TextLayout(each.name(), font, ink.getFontRenderContext()).getAdvance();
      Rectangle2D right = new Rectangle2D.Double(at.getX() + OFF, at.getY() - high / 2, wide, high);
      Rectangle2D left =
          new Rectangle2D.Double(at.getX() - OFF - wide, at.getY() - high / 2, wide, high);
      Rectangle2D box = isFree(right, frame) ? right : left;
      if (towns.size() < MOST && isFree(box, frame)) {
        towns.add(new Town(each.name(), at, box));
      }
    }
  }

  private boolean isFree(Rectangle2D box, Rectangle2D frame) {
    Rectangle2D wider =
        new Rectangle2D.Double(
            box.getX() - GAP,
            box.getY() - GAP,
            box.getWidth() + 2 * GAP,
            box.getHeight() + 2 * GAP);
    return frame.contains(wider) && towns.stream().noneMatch(each -> each.box().intersects(wider));
  }

  /** Those that have room, the foremost first. */
  List<Town> towns() {
    return List.copyOf(towns);
  }

  /** Draws each with a light edge, so that it is read on every colour. */
  void draw(Graphics2D ink, Font font) {
    for (Town each : towns) {
      TextLayout name = new TextLayout(each.name(), font, ink.getFontRenderContext());
      double x = each.box().getX();
      double y = each.box().getMaxY() - 1.5;
      ink.setColor(Color.WHITE);
      ink.setStroke(new BasicStroke(3));
      ink.draw(name.getOutline(AffineTransform.getTranslateInstance(x, y)));
      Ellipse2D dot =
          new Ellipse2D.Double(each.at().getX() - DOT, each.at().getY() - DOT, 2 * DOT, 2 * DOT);
      ink.draw(dot);
      ink.setColor(Color.BLACK);
      name.draw(ink, (float) x, (float) y);
      ink.fill(dot);
    }
  }
}
