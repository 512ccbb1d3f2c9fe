package org.kiungo.web.page.brief;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.web.page.region.MapFrame;

/**
 * Lines of a map as one path that takes few bytes, for tens of thousands of them have to come over
 * a slow connection: lines that go on where another ends are one stroke, and after its first point
 * each point is told by its distance from the one before, in tenths of a unit of the drawing.
 */
final class Strokes {

  private static final double TENTHS = 10;

  private final Map<Spot, Deque<List<Spot>>> beginning = new LinkedHashMap<>();
  private final Set<Spot> ends = new HashSet<>();

  /** A point of the drawing, in tenths of its unit. */
  private record Spot(long x, long y) {}

  /**
   * Adds a line.
   *
   * @param points x and y of each, in units of the drawing; one that stays where it is, to a tenth,
   *     is not drawn
   */
  void add(List<double[]> points) {
    List<Spot> line = new ArrayList<>();
    for (double[] each : points) {
      Spot spot = new Spot(Math.round(each[0] * TENTHS), Math.round(each[1] * TENTHS));
      if (line.isEmpty() || !spot.equals(line.get(line.size() - 1))) {
        line.add(spot);
      }
    }
    if (line.size() > 1) {
      beginning.computeIfAbsent(line.get(0), none -> new ArrayDeque<>()).add(line);
      ends.add(line.get(line.size() - 1));
    }
  }

  /** All lines as the data of a path; nothing is left to draw. */
  String path() {
    StringBuilder path = new StringBuilder();
    // where no line ends, strokes begin; what remains runs in circles
    beginning.keySet().stream().filter(each -> !ends.contains(each)).forEach(s -> draw(s, path));
    beginning.keySet().forEach(each -> draw(each, path));
    return path.toString();
  }

  private void draw(Spot from, StringBuilder path) {
    while (!beginning.get(from).isEmpty()) {
      path.append('M').append(number(from.x())).append(' ').append(number(from.y())).append('l');
      Spot at = from;
      boolean first = true;
      for (Deque<List<Spot>> on = beginning.get(at);
          on != null && !on.isEmpty();
          on = beginning.get(at)) {
        List<Spot> line = on.poll();
        for (Spot next : line.subList(1, line.size())) {
          append(next.x() - at.x(), first, path);
          append(next.y() - at.y(), false, path);
          at = next;
          first = false;
        }
      }
    }
  }

  /** A minus keeps two numbers apart by itself. */
  private static void append(long tenths, boolean first, StringBuilder path) {
    path.append(first || tenths < 0 ? "" : " ").append(number(tenths));
  }

  private static String number(long tenths) {
    return MapFrame.number(tenths / TENTHS);
  }
}
