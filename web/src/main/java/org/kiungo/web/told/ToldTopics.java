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
          "REGULATOR_WEBSITE",
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

  /** The topic of a field of regulatory readiness. */
  public static String ofReadiness(String field) {
    return switch (field) {
      case "website" -> "REGULATOR_WEBSITE";
      case "fund" -> "UNIVERSAL_SERVICE_FUND";
      case "generation" -> "REGULATION_GENERATION";
      case "law" -> "DATA_LAW";
      case "malabo" -> "MALABO_CONVENTION";
      case "communities" -> "COMMUNITIES";
      default -> "REGULATOR";
    };
  }

  /** Key of the topic's name in the bundles. */
  public static String key(String topic) {
    return (OTHERS.contains(topic) ? "told.topic." : "regulation.topic.") + topic;
  }
}
