package org.kiungo.geodata.regulation;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found of how a country regulates, and what was not looked up.
 *
 * @param iso3 country
 * @param facts in the order of their topics; several of a topic where several were published
 * @param notLookedUp topics of which no source was read: nothing is said of what there is
 * @param targets what the country set out to reach, as published
 */
public record CountryRegulation(
    String iso3,
    List<RegulationFact> facts,
    List<Topic> notLookedUp,
    List<BroadbandTarget> targets) {

  public CountryRegulation {
    facts = List.copyOf(facts);
    notLookedUp = List.copyOf(notLookedUp);
    targets = List.copyOf(targets);
  }

  static CountryRegulation of(
      String iso3, List<RegulationFact> found, List<BroadbandTarget> targets) {
    List<RegulationFact> sorted = new ArrayList<>();
    List<Topic> notLookedUp = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      List<RegulationFact> about = found.stream().filter(each -> each.topic() == topic).toList();
      sorted.addAll(about);
      if (about.isEmpty()) {
        notLookedUp.add(topic);
      }
    }
    return new CountryRegulation(iso3, sorted, notLookedUp, targets);
  }

  /** The facts on a topic; empty when none was found. */
  public List<RegulationFact> on(Topic topic) {
    return facts.stream().filter(each -> each.topic() == topic).toList();
  }
}
