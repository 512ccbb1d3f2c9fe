package org.kiungo.web.policy;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.feed.CoverageColumn;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Layer;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.language.InputWords;
import org.kiungo.web.language.PeopleWords;
import org.kiungo.web.language.Words;
import tools.jackson.databind.json.JsonMapper;

/** What feeds a plan, in words: a sentence a layer, its sources by name in the order of ranks. */
public final class FeedWords {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FeedWords() {}

  /**
   * Of a plan that was made.
   *
   * @param inputs of the plan, which name its sources
   * @param columns sources of its places that say themselves who has 4G
   * @param planned people of its countries
   * @return empty where all is what Kiungo carries
   */
  public static List<String> of(
      Scenario scenario,
      List<InputFile> inputs,
      List<CoverageColumn> columns,
      List<PlannedPeople> planned,
      Words words) {
    List<String> sentences = new ArrayList<>();
    for (String iso3 : scenario.countries()) {
      for (Layer layer : Layer.values()) {
        List<Feed> feeds = Feed.of(scenario.feeds(), iso3, layer);
        if (!feeds.isEmpty()) {
          sentences.add(
              words.text(
                  scenario.countries().size() == 1 ? "ui.feed.layer" : "ui.feed.layer-of",
                  words.text("ui.layer." + layer),
                  ranked(feeds, inputs, words),
                  iso3));
        }
      }
    }
    if (scenario.feeds().stream().anyMatch(each -> each.source().equals(Feed.INSIDE))) {
      sentences.add(words.text("ui.feed.inside-told"));
    }
    boolean alone =
        scenario.feeds().stream()
            .anyMatch(
                each ->
                    each.layer() == Layer.COVERAGE
                        && each.use() == Feed.Use.ALONE
                        && each.source().contains("/"));
    columns.forEach(each -> sentences.add(column(each, alone, inputs, words)));
    sentences.addAll(new PeopleWords(words).of(planned, scenario.countries().size(), inputs));
    return sentences;
  }

  private static String column(
      CoverageColumn column, boolean alone, List<InputFile> inputs, Words words) {
    return words.text(
        alone ? "ui.feed.column-alone" : "ui.feed.column",
        column.places(),
        Math.round(column.people()),
        InputWords.source(column.source(), inputs, words));
  }

  /**
   * The sources of the places of a plan: ranked ones, else files that were given.
   *
   * @return empty where all of them are what Kiungo carries
   */
  public static String places(Scenario scenario, List<InputFile> inputs, Words words) {
    List<Feed> feeds = new ArrayList<>();
    for (String iso3 : scenario.countries()) {
      feeds.addAll(Feed.of(scenario.feeds(), iso3, Layer.SETTLEMENTS));
    }
    return feeds.isEmpty()
        ? words.joined(
            inputs.stream()
                .filter(each -> each.role().equals("settlements"))
                .map(InputFile::name)
                .toList())
        : ranked(feeds, inputs, words);
  }

  /**
   * Sources of one layer as a scenario's document has them.
   *
   * @param json its feeds; empty for what Kiungo carries
   */
  public static String ranked(String json, Layer layer, List<InputFile> inputs, Words words) {
    List<Feed> feeds = json.isEmpty() ? List.of() : List.of(JSON.readValue(json, Feed[].class));
    boolean carried =
        feeds.isEmpty() || feeds.size() == 1 && feeds.get(0).source().equals(layer.carried());
    return !carried
        ? ranked(feeds, inputs, words)
        : words.text(layer.carried().equals(Feed.NOTHING) ? "ui.feed.none" : "ui.feed.built-in");
  }

  /** Sources of one layer with what becomes of each. */
  public static String ranked(List<Feed> feeds, List<InputFile> inputs, Words words) {
    return words.joined(feeds.stream().map(each -> one(each, inputs, words)).toList());
  }

  private static String one(Feed feed, List<InputFile> inputs, Words words) {
    return switch (feed.source()) {
      case Feed.NOTHING -> words.text("ui.feed.none");
      case Feed.BUILT_IN ->
          words.text(
              "ui.feed.source",
              words.text("ui.feed.built-in"),
              words.text("ui.feed.use." + feed.use()));
      case Feed.INSIDE ->
          words.text(
              "ui.feed.source",
              words.text("ui.feed.inside"),
              words.text("ui.feed.use." + feed.use()));
      default ->
          words.text(
              "ui.feed.source",
              InputWords.source(feed.source(), inputs, words),
              words.text("ui.feed.use." + feed.use()));
    };
  }
}
