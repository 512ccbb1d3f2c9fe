package org.kiungo.planner.verify.bound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.model.value.LonLat;

/** Places of a proof's graph by number, its links and options by the ids of what they join. */
final class ProofNames {

  private final List<LonLat> places = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<Long, String> roots = new HashMap<>();
  private final Set<String> links = new HashSet<>();
  private final Set<String> options = new HashSet<>();

  void add(String id, LonLat at) {
    ids.add(id);
    places.add(at);
  }

  int places() {
    return places.size();
  }

  String id(int place) {
    return ids.get(place);
  }

  LonLat at(int place) {
    return places.get(place);
  }

  /** The first so many places. */
  List<LonLat> first(int count) {
    return Collections.unmodifiableList(places.subList(0, count));
  }

  /** Notes a root of a place by the number of its end. */
  void root(int place, int end, String id) {
    roots.put((long) place << 32 | end, id);
  }

  /** Id of a root of a place. */
  String root(int place, int end) {
    return roots.get((long) place << 32 | end);
  }

  void link(String fromId, String toId) {
    links.add(fromId + ">" + toId);
  }

  boolean hasLink(String fromId, String toId) {
    return links.contains(fromId + ">" + toId);
  }

  /**
   * @param placeId of its site; empty without one
   * @param restId what those out of sight have; empty for nothing
   */
  void option(String settlementId, String technologyId, String placeId, String restId) {
    options.add(settlementId + "|" + technologyId + "|" + placeId);
    options.add(settlementId + "|" + technologyId + "|" + placeId + "|" + restId);
  }

  /** True for an option with whatever the others have. */
  boolean hasOption(String settlementId, String technologyId, String placeId) {
    return options.contains(settlementId + "|" + technologyId + "|" + placeId);
  }

  boolean hasOption(String settlementId, String technologyId, String placeId, String restId) {
    return hasOption(settlementId, technologyId, placeId + "|" + restId);
  }
}
