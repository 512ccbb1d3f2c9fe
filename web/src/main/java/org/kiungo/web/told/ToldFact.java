package org.kiungo.web.told;

/**
 * What somebody filled in of a country.
 *
 * @param country ISO 3166-1 alpha-3
 * @param topic one of {@link ToldTopics#ALL}
 * @param value as typed; empty where what was told is taken back
 * @param year of the fact, as 2025; empty when not told
 * @param sourceUrl where it stands, http or https; empty when not told
 * @param author as typed, may be empty; with accounts, who told it
 * @param toldAt ISO 8601, UTC
 * @param version 1 for the first word on the topic, one more with each
 */
public record ToldFact(
    String country,
    String topic,
    String value,
    String year,
    String sourceUrl,
    String author,
    String toldAt,
    int version) {

  /** Key of its topic's name in the bundles. */
  public String key() {
    return ToldTopics.key(topic);
  }

  /** Day on which it was told, as 2026-11-29. */
  public String day() {
    return toldAt.length() < 10 ? toldAt : toldAt.substring(0, 10);
  }

  /** True when it says something. */
  public boolean holds() {
    return !value.isEmpty();
  }
}
