package org.kiungo.web.page.options;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A drawing of a page as shapes of a slide: its paths keep their coordinates in tenths of a unit,
 * its names stay text.
 *
 * @param viewBox of the drawing, from 0 0
 * @param paths the lowest first
 * @param names beside their places
 * @param caption below
 */
record SlideDrawing(
    String viewBox, List<Path> paths, List<OptionMap.Name> names, List<String> caption) {

  /** Steps of the paths that pages draw: absolute M and L, relative h and v, the end of a ring. */
  private static final Pattern STEP =
      Pattern.compile("([MLhvzZ])\\s*(-?[\\d.]+)?(?:[ ,](-?[\\d.]+))?");

  private static final int TENTHS = 10;

  /**
   * A filled path.
   *
   * @param d as SVG has it, of {@code M}, {@code L}, {@code h}, {@code v} and {@code z} only
   * @param fill six digits of RGB
   * @param line likewise; empty for none
   */
  record Path(String d, String fill, String line) {}

  /** The map of an option. */
  static SlideDrawing of(OptionMap map, List<String> caption) {
    return new SlideDrawing(
        map.viewBox(),
        Stream.of(
                new Path(map.outline(), "F3F4F1", "7B868C"),
                new Path(map.unsure(), "56B4E9", ""),
                new Path(map.sure(), "17222B", ""))
            .filter(each -> !each.d().isEmpty())
            .toList(),
        map.names(),
        caption);
  }

  double width() {
    return side(2);
  }

  double height() {
    return side(3);
  }

  private double side(int k) {
    return Double.parseDouble(viewBox.split(" ")[k]);
  }

  /** A path as the geometry of a shape that covers the whole drawing. */
  String geometry(Path path) {
    StringBuilder steps = new StringBuilder();
    double x = 0;
    double y = 0;
    Matcher step = STEP.matcher(path.d());
    while (step.find()) {
      switch (step.group(1)) {
        case "M", "L" -> {
          x = Double.parseDouble(step.group(2));
          y = Double.parseDouble(step.group(3));
        }
        case "h" -> x += Double.parseDouble(step.group(2));
        case "v" -> y += Double.parseDouble(step.group(2));
        default -> {
          steps.append("<a:close/>");
          continue;
        }
      }
      String kind = step.group(1).equals("M") ? "moveTo" : "lnTo";
      steps.append(
          String.format(
              Locale.ROOT,
              "<a:%s><a:pt x=\"%d\" y=\"%d\"/></a:%s>",
              kind,
              Math.round(x * TENTHS),
              Math.round(y * TENTHS),
              kind));
    }
    return String.format(
        Locale.ROOT,
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>"
            + "<a:pathLst><a:path w=\"%d\" h=\"%d\">%s</a:path></a:pathLst></a:custGeom>",
        Math.round(width() * TENTHS),
        Math.round(height() * TENTHS),
        steps);
  }
}
