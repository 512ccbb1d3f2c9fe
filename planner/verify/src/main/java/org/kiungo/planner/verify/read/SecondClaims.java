package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.SecondPaths.Way;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.JsonNode;

/** What a plan folder claims about second ways of hubs; nothing where it has none. */
public final class SecondClaims {

  private static final String LINKS = "second-links.geojson";

  private final List<Way> ways = new ArrayList<>();
  private final List<BuiltLink> links = new ArrayList<>();
  private final List<SightClaim> sights = new ArrayList<>();
  private final List<Optional<Crossing>> crossings = new ArrayList<>();
  private final List<List<LonLat>> drawn = new ArrayList<>();

  SecondClaims(FolderReader reader) {
    reader.elements("plan.json", List.of("secondWays"), p -> ways.add(way(p)));
    if (!ways.isEmpty() || reader.has(LINKS)) {
      reader.features(
          LINKS,
          (path, p) -> {
            links.add(Claims.link(path, p));
            sights.add(SightClaim.of(p));
            drawn.add(path);
            crossings.add(Claims.crossing(p.path("crossing")));
          });
    }
  }

  private static Way way(JsonNode p) {
    return new Way(
        Fields.text(p, "placeId"),
        texts(p.get("hubIds")),
        Fields.number(p, "demandMbps"),
        texts(p.get("placeIds")));
  }

  private static List<String> texts(JsonNode array) {
    return array.values().stream().map(JsonNode::stringValue).toList();
  }

  public List<Way> ways() {
    return List.copyOf(ways);
  }

  /** Links that only second ways use. */
  public List<BuiltLink> links() {
    return List.copyOf(links);
  }

  /** What each of them says of its line of sight, in their order. */
  public List<SightClaim> sights() {
    return List.copyOf(sights);
  }

  /** The border that each of them says it crosses, in their order. */
  public List<Optional<Crossing>> crossings() {
    return List.copyOf(crossings);
  }

  /** The way of each of them as it is drawn, in their order. */
  public List<List<LonLat>> drawn() {
    return List.copyOf(drawn);
  }

  /** What second ways send over each hop, bit/s, by {@link #hop}. */
  public Map<String, Long> loadsBps() {
    Map<String, Long> loads = new HashMap<>();
    for (Way way : ways) {
      for (int k = 0; k + 1 < way.placeIds().size(); k++) {
        String hop = hop(way.placeIds().get(k), way.placeIds().get(k + 1));
        loads.merge(hop, Math.round(way.demandMbps() * 1e6), Long::sum);
      }
    }
    return loads;
  }

  /** The same name for a hop in both directions. */
  public static String hop(String one, String other) {
    return one.compareTo(other) < 0 ? one + '\u0000' + other : other + '\u0000' + one;
  }
}
