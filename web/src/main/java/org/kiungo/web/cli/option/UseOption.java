package org.kiungo.web.cli.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Feed;
import picocli.CommandLine.ITypeConverter;

/** What feeds a layer: {@code settlements=survey.csv:replace,built-in:fill}. */
final class UseOption implements ITypeConverter<UseOption.Uses> {

  /**
   * Sources of a layer.
   *
   * @param layer that they feed
   * @param ranked in the order of their ranks
   */
  record Uses(Feed.Layer layer, List<Source> ranked) {

    /** As feeds of a country. */
    List<Feed> of(String iso3) {
      return ranked.stream().map(each -> new Feed(iso3, layer, each.name(), each.use())).toList();
    }
  }

  /** A source and its use. */
  record Source(String name, Feed.Use use) {}

  @Override
  public Uses convert(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw unreadable(text);
    }
    Feed.Layer layer = named(Feed.Layer.values(), text.substring(0, equals), text);
    List<Source> ranked = new ArrayList<>();
    for (String each : text.substring(equals + 1).split(",")) {
      int colon = each.lastIndexOf(':');
      if (colon < 1) {
        throw unreadable(text);
      }
      ranked.add(
          new Source(
              each.substring(0, colon), named(Feed.Use.values(), each.substring(colon + 1), text)));
    }
    return new Uses(layer, ranked);
  }

  private static <E extends Enum<E>> E named(E[] all, String word, String text) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(word.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(() -> unreadable(text));
  }

  private static InputRefused unreadable(String text) {
    return new InputRefused("feeds.option", "text", text);
  }
}
