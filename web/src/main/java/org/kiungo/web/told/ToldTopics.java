package org.kiungo.web.told;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.regulation.Topic;

/**
 * What can be filled in: the topics of how a country regulates, and what pages tell beside them.
 */
public final class ToldTopics {

  /** What pages ask for beside {@link Topic}, each with its words under {@code told.topic}. */
  public static final Set<String> OTHERS =
      Set.of(
          "COMMUNITIES",
          "LANDING_CITIES",
          "CABLES",
          "EXCHANGE_POINTS",
          "FIBRE_OWNERS",
          "RESEARCH_NETWORK");

  /** Every topic. */
  public static final Set<String> ALL =
      Stream.concat(Arrays.stream(Topic.values()).map(Topic::name), OTHERS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private ToldTopics() {}

  /** Key of the topic's name in the bundles. */
  public static String key(String topic) {
    return (OTHERS.contains(topic) ? "told.topic." : "regulation.topic.") + topic;
  }
}
