package org.kiungo.web.page.options;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.NamedPlaces;
import org.kiungo.web.page.region.MapFrame;
import org.kiungo.web.plan.PlanContent;
import org.locationtech.jts.geom.Geometry;

/**
 * Where an option builds, as two paths of squares: dark where most who gain are sure to, light
 * where most may have 4G already. A place served today has no square.
 *
 * @param viewBox of the drawing
 * @param outline of the country
 * @param sure squares of the sure
 * @param unsure of the others
 * @param names of its capital and largest other place
 * @param places how many gain
 */
public record OptionMap(
    String viewBox, String outline, String sure, String unsure, List<Name> names, int places) {

  private static final double WIDTH = 200;
  private static final int SQUARE = 6;
  private static final double SIMPLIFY_DEGREES = 0.015;

  /** What is left of A4's width between its margins, mm, and between two columns. */
  private static final double PAPER_MM = 180;

  private static final double GUTTER_MM = 5;

  /** A name beside its place. */
  public record Name(String text, String x, String y) {}

  static OptionMap of(Option option, Geometry country, Country.Capital capital) {
    MapFrame frame = new MapFrame(country, WIDTH, SIMPLIFY_DEGREES);
    Map<List<Long>, Double> people = new TreeMap<>(Comparator.comparing(List::toString));
    int places = 0;
    for (Option.Gained each : option.gained()) {
      long column = (long) (frame.x(each.settlement().location()) / SQUARE);
      long row = (long) (frame.y(each.settlement().location()) / SQUARE);
      double gained = each.service().peopleServed();
      people.merge(List.of(column, row), each.isSure() ? gained : -gained, Double::sum);
      places++;
    }
    StringBuilder sure = new StringBuilder();
    StringBuilder unsure = new StringBuilder();
    people.forEach(
        (at, more) ->
            (more > 0 ? sure : unsure)
                .append("M%d %dh6v6h-6z".formatted(at.get(0) * SQUARE, at.get(1) * SQUARE)));
    return new OptionMap(
        frame.viewBox(),
        frame.outlinePath(),
        sure.toString(),
        unsure.toString(),
        names(option, frame, capital),
        places);
  }

  /** The capital and the largest other place. */
  private static List<Name> names(Option option, MapFrame frame, Country.Capital capital) {
    return Stream.concat(
            Stream.of(name(capital.name(), new LonLat(capital.lon(), capital.lat()), frame)),
            option.content().places().stream()
                .map(PlanContent.Place::settlement)
                .filter(each -> !each.name().isEmpty() && !NamedPlaces.isLent(each))
                .filter(each -> each.population() > 0 && !each.name().equals(capital.name()))
                .max(Comparator.comparingDouble(Settlement::population))
                .map(each -> name(each.name(), each.location(), frame))
                .stream())
        .toList();
  }

  private static Name name(String text, LonLat at, MapFrame frame) {
    return new Name(text, MapFrame.number(frame.x(at)), MapFrame.number(frame.y(at)));
  }

  /** Its width on paper beside as many others, mm. */
  public double printedWidthMm(int columns) {
    return Math.min(46, PAPER_MM / columns - GUTTER_MM);
  }
}
