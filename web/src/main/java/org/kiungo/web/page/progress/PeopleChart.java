package org.kiungo.web.page.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.web.page.Figures;
import org.kiungo.web.progress.Forecast;

/**
 * People with service by year as a picture of 640 by 250: planned, from what stands, counted, and
 * what is expected with its range. Time runs as the page reads.
 *
 * @param ticks of people
 * @param years one in so many that their numbers stay apart
 * @param planned points of a line, as SVG has them
 * @param standing likewise; empty where nothing is known
 * @param counted marks, one for each year in which all were counted
 * @param expected likewise as planned
 * @param range outline of what is expected
 * @param from people at which the scale begins
 */
public record PeopleChart(
    List<Tick> ticks,
    List<Tick> years,
    String planned,
    String standing,
    List<Spot> counted,
    String expected,
    String range,
    double from) {

  /** A number on an axis, and the line across the picture that belongs to it. */
  public record Tick(String x, String y, String text, String anchor, String line) {}

  /** A place in the picture. */
  public record Spot(String x, String y) {}

  /** What stands left of the years: the longest of the axis’ numbers, as “2.25 million”. */
  private static final double LEFT = 76;

  private static final double RIGHT = 600;
  private static final double TOP = 20;
  private static final double BOTTOM = 214;
  private static final double WIDTH = 640;
  private static final int TICKS = 4;
  private static final int MOST_YEARS = 10;

  /** Where years and people lie. */
  private record Frame(int first, int last, double least, double most, boolean mirrored) {

    String x(double year) {
      double along = last == first ? 0 : (year - first) / (last - first);
      double x = LEFT + along * (RIGHT - LEFT);
      return String.format(Locale.ROOT, "%.1f", mirrored ? WIDTH - x : x);
    }

    String y(double people) {
      return String.format(
          Locale.ROOT, "%.1f", BOTTOM - (people - least) / (most - least) * (BOTTOM - TOP));
    }

    String point(int year, double people) {
      return x(year) + "," + y(people);
    }

    String line(List<Indicator> all, ToDoubleFunction<Indicator> of) {
      StringBuilder points = new StringBuilder();
      for (Indicator each : all) {
        if (!Double.isNaN(of.applyAsDouble(each))) {
          points.append(point(each.year(), of.applyAsDouble(each))).append(' ');
        }
      }
      return points.toString().strip();
    }
  }

  /**
   * @param mirrored true where the page reads from right to left
   */
  static PeopleChart of(ProgressReport report, Forecast forecast, boolean mirrored, Figures n) {
    List<Indicator> all = report.indicators();
    double most = 1;
    double least = Double.MAX_VALUE;
    for (Indicator each : all) {
      for (double people : new double[] {each.planned(), each.standing(), each.counted()}) {
        most = Double.isNaN(people) ? most : Math.max(most, people);
        least = Double.isNaN(people) ? least : Math.min(least, people);
      }
    }
    // where most had service before, a scale from nobody on would show a flat line
    double above = least > most / 2 ? least : 0;
    double step = step(Math.max(1, most - above) / TICKS);
    double from = step * Math.floor(above / step);
    Frame frame =
        new Frame(
            all.get(0).year(),
            all.get(all.size() - 1).year(),
            from,
            Math.max(from + step, step * Math.ceil(most / step)),
            mirrored);
    List<Tick> ticks = new ArrayList<>();
    String side = String.format(Locale.ROOT, "%.1f", mirrored ? WIDTH - LEFT + 6 : LEFT - 6);
    for (double people = from; people <= frame.most + step / 2; people += step) {
      String y = frame.y(people);
      ticks.add(
          new Tick(
              side,
              y,
              n.brief(people),
              mirrored ? "start" : "end",
              "M" + frame.x(frame.first) + " " + y + "H" + frame.x(frame.last)));
    }
    List<Tick> years = new ArrayList<>();
    int every = (all.size() + MOST_YEARS - 1) / MOST_YEARS;
    for (int k = 0; k < all.size(); k += every) {
      String year = String.valueOf(all.get(k).year());
      years.add(new Tick(frame.x(all.get(k).year()), "236", year, "middle", ""));
    }
    List<Spot> counted = new ArrayList<>();
    for (Indicator each : all) {
      if (!Double.isNaN(each.counted())) {
        counted.add(new Spot(frame.x(each.year()), frame.y(each.counted())));
      }
    }
    return new PeopleChart(
        ticks,
        years,
        frame.line(all, Indicator::planned),
        frame.line(all, Indicator::standing),
        counted,
        expected(report, forecast, frame),
        range(report, forecast, frame),
        from);
  }

  /** One, two or five times a power of ten, at least so much. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int each : new int[] {1, 2, 5}) {
      if (each * power >= least) {
        return each * power;
      }
    }
    return 10 * power;
  }

  private static Indicator now(ProgressReport report) {
    Indicator now = null;
    for (Indicator each : report.indicators()) {
      now = Double.isNaN(each.standing()) ? now : each;
    }
    return now;
  }

  private static String expected(ProgressReport report, Forecast forecast, Frame frame) {
    if (forecast.years().isEmpty()) {
      return "";
    }
    Indicator now = now(report);
    StringBuilder points = new StringBuilder(frame.point(now.year(), now.standing()));
    forecast.years().forEach(y -> points.append(' ').append(frame.point(y.year(), y.likely())));
    return points.toString();
  }

  private static String range(ProgressReport report, Forecast forecast, Frame frame) {
    if (forecast.years().isEmpty()) {
      return "";
    }
    Indicator now = now(report);
    StringBuilder points = new StringBuilder(frame.point(now.year(), now.standing()));
    forecast.years().forEach(y -> points.append(' ').append(frame.point(y.year(), y.high())));
    for (int k = forecast.years().size() - 1; k >= 0; k--) {
      Forecast.Year year = forecast.years().get(k);
      points.append(' ').append(frame.point(year.year(), year.low()));
    }
    return points.toString();
  }
}
