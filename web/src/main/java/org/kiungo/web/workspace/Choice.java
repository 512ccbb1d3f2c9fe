package org.kiungo.web.workspace;

import java.util.List;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.planner.scenario.Feed;

/**
 * What feeds the plans of a country, with what comes of it.
 *
 * @param saved whether the organisation keeps it
 * @param plain whether all of it is what Kiungo carries, so that scenarios need not say it
 * @param feeds every layer's sources, ranked
 * @param layers one each
 * @param places settlements that a plan would count
 * @param people in them
 * @param peopleSaid how these and the population of the country go together; empty where they are
 *     one figure
 * @param peopleDoubtful whether they are so far apart that somebody has to look into it
 * @param unknownPlaces those of which no source tells who has 4G today
 * @param unknownPeople in them, as far as known
 * @param columns sources of places whose rows say themselves who has 4G: they go before the sources
 *     of coverage, but for the places that areas used alone hold
 * @param sentences the feeds in words, and how many are of unknown coverage
 */
public record Choice(
    boolean saved,
    boolean plain,
    List<Feed> feeds,
    List<LayerChoice> layers,
    int places,
    double people,
    String peopleSaid,
    boolean peopleDoubtful,
    int unknownPlaces,
    double unknownPeople,
    List<Column> columns,
    List<String> sentences) {

  /**
   * A column of coverage.
   *
   * @param source of the places
   * @param name of the dataset
   * @param places that take their coverage from it
   * @param people in them
   */
  public record Column(String source, String name, int places, double people) {}

  /**
   * A layer.
   *
   * @param layer of the plan
   * @param sources that it may take: those chosen in the order of their ranks, then the others
   * @param total of what is chosen, in the layer's unit; of coverage the people who have it; NaN
   *     where nothing is added up
   * @param reference that it is told beside: the nation's people; else what Kiungo carries
   */
  public record LayerChoice(
      Feed.Layer layer, List<Source> sources, double total, double reference) {}

  /**
   * A source that a layer may take.
   *
   * @param source as a scenario names it
   * @param name of the dataset; empty for what Kiungo carries
   * @param rows records
   * @param sum in the unit
   * @param unit of the sum
   * @param use null for one that is not used
   */
  public record Source(
      String source, String name, long rows, double sum, LayerFacts.Unit unit, Feed.Use use) {}
}
