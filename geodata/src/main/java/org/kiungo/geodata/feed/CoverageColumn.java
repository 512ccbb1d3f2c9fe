package org.kiungo.geodata.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Settlement;

/**
 * A source of places whose rows say themselves who has 4G: of these it is a source of coverage like
 * any other, and goes before the others. Its places carry its name as an attribute, so that a plan
 * tells it from areas.
 *
 * @param source as a scenario names it
 * @param places that take their coverage from its column
 * @param people in them, as far as known
 */
public record CoverageColumn(String source, int places, double people) {

  /** Attribute of a settlement: the source whose column says who has 4G there. */
  public static final String ATTRIBUTE = "coverageColumnOf";

  /** Those of settlements, by source. */
  public static List<CoverageColumn> of(List<Settlement> settlements) {
    Map<String, CoverageColumn> columns = new TreeMap<>();
    for (Settlement each : settlements) {
      String source = each.attributes().get(ATTRIBUTE);
      if (source != null) {
        double people = each.population() > 0 ? each.population() : 0;
        columns.merge(
            source,
            new CoverageColumn(source, 1, people),
            (one, other) -> new CoverageColumn(source, one.places + 1, one.people + other.people));
      }
    }
    return List.copyOf(columns.values());
  }

  /** Whether a place's row says who has 4G. */
  static boolean tells(Settlement place) {
    return !Double.isNaN(place.baselineCoverageRatio()) && !place.baselineModelled();
  }

  /**
   * Settlements that say where their coverage is from.
   *
   * @param merged places as their sources gave them
   * @param covered the same in the same order, once every source of coverage was asked
   */
  static List<Settlement> marked(MergedPlaces merged, List<Settlement> covered) {
    List<Settlement> marked = new ArrayList<>();
    int k = 0;
    for (MergedPlaces.Part part : merged.parts()) {
      for (int end = k + part.places(); k < end; k++) {
        Settlement place = covered.get(k);
        boolean own = tells(place) && place == merged.settlements().get(k);
        marked.add(from(own ? part.source() : null, place));
      }
    }
    marked.addAll(covered.subList(k, covered.size())); // a census counts them, nobody names them
    return marked;
  }

  private static Settlement from(String source, Settlement place) {
    if (source == null && !place.attributes().containsKey(ATTRIBUTE)) {
      return place;
    }
    Map<String, String> attributes = new HashMap<>(place.attributes());
    attributes.remove(ATTRIBUTE);
    if (source != null) {
      attributes.put(ATTRIBUTE, source);
    }
    return place.withAttributes(attributes);
  }
}
