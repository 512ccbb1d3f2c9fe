package org.kiungo.web.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.conflate.Decision;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is merged, and how.
 *
 * @param drawings ids of {@link Drawing}, most trusted first
 * @param toleranceKm drawings closer than this are the same cable, 0.01–50; null for the suggested
 *     one
 * @param decisions by the id of a doubtful stretch; those that are not there are undecided
 */
public record MergeChoice(
    List<String> drawings, Double toleranceKm, Map<String, Decision> decisions) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public MergeChoice {
    drawings = drawings == null ? List.of() : List.copyOf(drawings);
    decisions = decisions == null ? Map.of() : new TreeMap<>(decisions);
  }

  static MergeChoice of(String json) {
    return JSON.readValue(json, MergeChoice.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  /** The same with decisions added; {@link Decision#LATER} takes one back. */
  MergeChoice deciding(Map<String, Decision> more) {
    Map<String, Decision> all = new TreeMap<>(decisions);
    all.putAll(more);
    all.values().removeIf(Decision.LATER::equals);
    return new MergeChoice(drawings, toleranceKm, all);
  }
}
