package org.kiungo.web.dataset;

import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.feed.FedLayers;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.planner.scenario.Feed;

/** What was imported, wherever it is kept, and what it gives a plan beside what Kiungo carries. */
@FunctionalInterface
public interface ImportedLayers {

  /** Imported versions as sources. */
  FeedSources sources();

  /**
   * What feeds a country's layers: as it was chosen, else by rule.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @param chosen of any country
   * @return every layer's sources; empty where all is what Kiungo carries
   */
  default List<Feed> feeds(String iso3, List<Feed> chosen) {
    return FedLayers.resolved(iso3, chosen, sources());
  }

  /**
   * The layers of a country that such sources give.
   *
   * @return empty where all is what Kiungo carries
   * @throws org.kiungo.planner.model.value.InputRefused {@code feeds.unknown} for a source that is
   *     not there
   */
  default Optional<ProblemLayers> layers(String iso3, List<Feed> chosen) {
    List<Feed> feeds = feeds(iso3, chosen);
    return feeds.isEmpty() ? Optional.empty() : Optional.of(FedLayers.of(iso3, feeds, sources()));
  }

  /** The same where nobody has chosen. */
  default Optional<ProblemLayers> layers(String iso3) {
    return layers(iso3, List.of());
  }
}
