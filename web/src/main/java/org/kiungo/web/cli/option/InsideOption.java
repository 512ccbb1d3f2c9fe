package org.kiungo.web.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Feed.Use;
import org.kiungo.web.cli.option.ProblemOptions.Inside;
import picocli.CommandLine.ITypeConverter;

/** Whether built-in places are planned in modelled parts: {@code none} or {@code modelled}. */
final class InsideOption implements ITypeConverter<Inside>, Iterable<String> {

  @Override
  public Inside convert(String text) {
    for (Inside each : Inside.values()) {
      if (word(each).equals(text)) {
        return each;
      }
    }
    String known =
        Arrays.stream(Inside.values()).map(InsideOption::word).collect(Collectors.joining(", "));
    throw new InputRefused("option.word", "option", "--inside", "text", text, "known", known);
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Inside.values()).map(InsideOption::word).iterator();
  }

  private static String word(Inside inside) {
    return inside.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Sources of the people of a country, with those that Kiungo carries as the option says.
   *
   * @param said what else is said of them; empty for nothing
   * @throws InputRefused {@code feeds.inside-files} where none of them is built in
   */
  static List<Feed> over(List<Feed> said, String iso3, Inside inside) {
    String carried = inside == Inside.MODELLED ? Feed.INSIDE : Feed.BUILT_IN;
    if (said.isEmpty()) {
      return inside == Inside.MODELLED
          ? List.of(new Feed(iso3, Layer.SETTLEMENTS, carried, Use.ALONE))
          : said;
    }
    if (inside == Inside.MODELLED && said.stream().noneMatch(Feed::comesBuiltIn)) {
      throw new InputRefused("feeds.inside-files", "source", said.get(0).source());
    }
    return said.stream()
        .map(
            each ->
                each.comesBuiltIn() ? new Feed(iso3, Layer.SETTLEMENTS, carried, each.use()) : each)
        .toList();
  }
}
