package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StrokesTest {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d)?");

  private static List<double[]> line(double... xy) {
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < xy.length; k += 2) {
      points.add(new double[] {xy[k], xy[k + 1]});
    }
    return points;
  }

  private static String segment(long x, long y, long toX, long toY) {
    return x + " " + y + " " + toX + " " + toY;
  }

  /** What a browser draws of a path. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String stroke : path.substring(1).split("M")) {
      List<Long> tenths = new ArrayList<>();
      Matcher number = NUMBER.matcher(stroke);
      while (number.find()) {
        tenths.add(Math.round(Double.parseDouble(number.group()) * 10));
      }
      long x = tenths.get(0);
      long y = tenths.get(1);
      for (int k = 2; k < tenths.size(); k += 2) {
        segments.add(segment(x, y, x + tenths.get(k), y + tenths.get(k + 1)));
        x += tenths.get(k);
        y += tenths.get(k + 1);
      }
    }
    return segments;
  }

  @Test
  void linesThatGoOnAreOneStroke() {
    Strokes strokes = new Strokes();
    strokes.add(line(10, 10, 12.5, 9));
    strokes.add(line(12.5, 9, 12.5, 8, 14, 8.04));
    strokes.add(line(3, 3, 12.5, 9));
    strokes.add(line(5, 5, 5.02, 5.01));
    assertThat(strokes.path()).isEqualTo("M10 10l2.5-1 0-1 1.5 0M3 3l9.5 6");
    assertThat(new Strokes().path()).isEmpty();
  }

  /** Trees, forks, circles and lines drawn twice: every line once, none besides. */
  @Test
  void everyLineIsDrawn() {
    Random random = new Random(7);
    Strokes strokes = new Strokes();
    List<String> due = new ArrayList<>();
    int naive = 0;
    for (int k = 0; k < 2000; k++) {
      long[] at = random.longs(4, 0, 300).toArray();
      if (at[0] != at[2] || at[1] != at[3]) {
        due.add(segment(at[0], at[1], at[2], at[3]));
      }
      strokes.add(line(at[0] / 10.0, at[1] / 10.0, at[2] / 10.0, at[3] / 10.0));
    }
    for (int k = 0; k < 500; k++) {
      due.add(segment(k, 4000, k + 1, 4000));
      strokes.add(line(k / 10.0, 400, (k + 1) / 10.0, 400));
      naive += "M12.3 400L12.4 400".length();
    }
    String path = strokes.path();
    assertThat(segments(path)).containsExactlyInAnyOrderElementsOf(due);
    assertThat(path.substring(path.indexOf("M0 400l")).split("M")[1].length())
        .isLessThan(naive / 2);
  }
}
